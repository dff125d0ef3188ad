package io.renhua.nlu;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Reads several bubbles that somebody sent in one breath, together and apart, and takes what explains them better.
 *
 * <p>At first every bubble is a sentence. Then neighbours are joined as long as any should be, those first whose joined
 * words are understood best. Two neighbours are one sentence
 *
 * <ul>
 *   <li>where both surely mean the same;
 *   <li>where one is sure and the other seems to mean something else, only if the whole is as sure as the surest of them
 *       but for a little, and but for a hair if both are sure: so 'delivery' and 'how much' are one, and two questions
 *       stay two;
 *   <li>otherwise, where the whole is at least as sure as the mean of the two;
 *   <li>at last, where nobody understands either of them.
 * </ul>
 *
 * <p>Where only one of the two is sure, the whole must mean the same, and is as sure.
 */
public final class Burst {
    /** What stands between two bubbles of one sentence. */
    public static final String BETWEEN = "\n";

    private static final double A_HAIR = 0.02;
    private static final double A_LITTLE = 0.1;

    private final Classifier classifier;

    private Burst(Classifier classifier) {
        this.classifier = classifier;
    }

    /**
     * Some bubbles that are one sentence.
     *
     * @param text their words, a line for each bubble
     * @param bubbles how many they are
     */
    public record Sentence(String text, int bubbles, Ranking ranking) {

        /** The two as one, read as the second. */
        public Sentence and(Sentence next) {
            return new Sentence(text + BETWEEN + next.text, bubbles + next.bubbles, next.ranking);
        }

        private Sentence readAs(Ranking other) {
            return new Sentence(text, bubbles, other);
        }

        private boolean sure() {
            return ranking.band() == Band.SURE;
        }

        private boolean means(Ranking other) {
            return meaning(ranking).equals(meaning(other));
        }

        private double confidence() {
            return Burst.confidence(ranking);
        }
    }

    /** The sentences in their order; every bubble is in one of them. */
    public static List<Sentence> read(Classifier classifier, List<String> bubbles) {
        return new Burst(classifier).sentences(bubbles);
    }

    private List<Sentence> sentences(List<String> bubbles) {
        var sentences = new ArrayList<>(bubbles.stream()
                .map(bubble -> new Sentence(bubble, 1, classifier.classify(bubble)))
                .toList());
        for (var join = best(sentences); join.isPresent(); join = best(sentences)) {
            int at = join.get().at();
            sentences.set(at, join.get().sentence());
            sentences.remove(at + 1);
        }
        return withoutGaps(sentences);
    }

    /** @param understood how well the joined words are, whatever the parts were */
    private record Join(int at, Sentence sentence, double understood) {}

    private Optional<Join> best(List<Sentence> sentences) {
        return IntStream.range(0, sentences.size() - 1)
                .boxed()
                .flatMap(at -> join(at, sentences.get(at), sentences.get(at + 1)).stream())
                .max(Comparator.comparingDouble(Join::understood).thenComparing(Join::at, Comparator.reverseOrder()));
    }

    private Optional<Join> join(int at, Sentence one, Sentence next) {
        var together = one.and(next);
        var whole = together.readAs(classifier.classify(together.text()));
        return areOne(one, next, whole)
                ? Optional.of(new Join(at, whole.readAs(reading(one, next, whole)), whole.confidence()))
                : Optional.empty();
    }

    private static boolean areOne(Sentence one, Sentence next, Sentence whole) {
        boolean same = one.means(next.ranking());
        if (one.sure() && next.sure() && same) {
            return true;
        }
        if (!one.sure() && !next.sure()) {
            return whole.confidence() >= mean(one, next);
        }
        var surer = one.sure() ? one : next;
        var other = one.sure() ? next : one;
        if (!other.sure() && !surer.means(whole.ranking())) {
            return false;
        }
        if (same || lost(other)) {
            return whole.confidence() >= mean(one, next);
        }
        double surest = Math.max(surer.confidence(), other.confidence());
        return whole.confidence() >= surest - (other.sure() ? A_HAIR : A_LITTLE);
    }

    /** A sentence that is sure stays so in company that agrees. */
    private static Ranking reading(Sentence one, Sentence next, Sentence whole) {
        boolean twoMeanings = one.sure() && next.sure() && !one.means(next.ranking());
        return Stream.of(one, next)
                .filter(part -> part.sure() && !twoMeanings)
                .filter(part -> !whole.sure() || !part.means(whole.ranking()) || part.confidence() > whole.confidence())
                .max(Comparator.comparingDouble(Sentence::confidence))
                .orElse(whole)
                .ranking();
    }

    private static List<Sentence> withoutGaps(List<Sentence> sentences) {
        var kept = new ArrayList<Sentence>();
        for (var sentence : sentences) {
            boolean gap = !kept.isEmpty() && lost(sentence) && lost(kept.getLast());
            kept.add(gap ? kept.removeLast().and(sentence) : sentence);
        }
        return List.copyOf(kept);
    }

    private static boolean lost(Sentence sentence) {
        return sentence.ranking().band() == Band.NO;
    }

    private static double mean(Sentence one, Sentence next) {
        return (one.confidence() + next.confidence()) / 2;
    }

    private static String meaning(Ranking ranking) {
        return ranking.best().map(Candidate::intent).orElse("");
    }

    private static double confidence(Ranking ranking) {
        return ranking.best().map(Candidate::confidence).orElse(0.0);
    }
}
