package io.renhua.nlu;

import java.util.List;
import java.util.Optional;

/** Intents by falling confidence, and how far to trust the first. */
public record Ranking(List<Candidate> candidates, Band band) {

    public static final Ranking NOTHING = new Ranking(List.of(), Band.NO);

    public Ranking {
        candidates = List.copyOf(candidates);
    }

    public Optional<Candidate> best() {
        return candidates.stream().findFirst();
    }
}
