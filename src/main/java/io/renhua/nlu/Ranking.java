package io.renhua.nlu;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Intents by falling confidence, and how far to trust the first.
 *
 * @param bars what a confidence was held against; null where that cannot be said in numbers
 */
public record Ranking(
        List<Candidate> candidates, Band band, @Nullable Bars bars) {

    /** From where on the first is surely meant, and from where on it is likely. */
    public record Bars(double sure, double likely) {}

    public Ranking(List<Candidate> candidates, Band band) {
        this(candidates, band, null);
    }

    public static final Ranking NOTHING = new Ranking(List.of(), Band.NO);

    public Ranking {
        candidates = List.copyOf(candidates);
    }

    public Optional<Candidate> best() {
        return candidates.stream().findFirst();
    }
}
