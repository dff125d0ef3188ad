package io.renhua.learning;

import io.renhua.learning.Bubble.Told;
import io.renhua.nlu.Classifier;
import io.renhua.nlu.Ranking;
import io.renhua.text.Fold;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One sentence, however it was written, with every bubble that said it. */
record Saying(String key, List<Bubble> bubbles, Ranking ranking) {
    private static final Pattern TOKEN = Pattern.compile("\\{\\w+}");

    /** Bubbles that differ in width, case, script or marks only are one. */
    static List<Saying> all(List<Bubble> bubbles, Classifier classifier) {
        return bubbles.stream()
                .collect(Collectors.groupingBy(bubble -> Fold.key(bubble.words()), TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(said -> new Saying(said.getKey(), said.getValue(), ranking(usual(said.getValue()), classifier)))
                .toList();
    }

    private static Ranking ranking(Bubble bubble, Classifier classifier) {
        var open = open(bubble.words());
        return open.isEmpty() ? Ranking.NOTHING : classifier.classify(open);
    }

    /** What the sentence says besides what is masked in it. */
    static String open(String words) {
        return TOKEN.matcher(words).replaceAll(" ").strip();
    }

    /** As most people wrote it. */
    Bubble usual() {
        return usual(bubbles);
    }

    private static Bubble usual(List<Bubble> bubbles) {
        var counts = bubbles.stream().collect(Collectors.groupingBy(Bubble::words, Collectors.counting()));
        return bubbles.stream()
                .max(Comparator.comparing((Bubble bubble) -> counts.get(bubble.words()))
                        .thenComparing(Bubble::words)
                        .thenComparingLong(Bubble::seq))
                .orElseThrow();
    }

    /** Whether it would be answered today as somebody at the desk called wrong, or not yet as they would have it. */
    boolean isTakenWrongly() {
        var taken = ranking.candidates().isEmpty()
                ? ""
                : ranking.candidates().getFirst().intent();
        return bubbles.stream()
                .anyMatch(bubble -> bubble.told() instanceof Told(var answered, var _)
                        && (bubble.line() == null ? taken.equals(answered) : !taken.equals(bubble.line())));
    }

    int people() {
        return people(bubbles);
    }

    static int people(List<Bubble> bubbles) {
        return (int) bubbles.stream().map(Bubble::person).distinct().count();
    }

    Cluster.Sentence sentence() {
        var usual = usual();
        return new Cluster.Sentence(usual.words(), usual.locale(), people(), bubbles.size());
    }
}
