package io.renhua.learning;

import io.renhua.nlu.Candidate;
import io.renhua.nlu.Likeness;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Takes whatever has the most around it as the middle of a cluster, again and again. */
final class Stars {
    /** Alike enough to be shown as one; found on sentences of the two personas that come along. */
    private static final double NEAR = 0.28;

    /** Below this two sentences share hardly a word, whatever the classifier thinks. */
    private static final double AKIN = 0.12;

    private static final double SAME_LINES = 0.05;

    private static final double SHARE = 0.3;

    private final List<Saying> sayings;
    private final Set<String> decided;
    private final List<List<Likeness.Near>> near = new ArrayList<>();
    private final double[] weights;
    private final boolean[] gone;

    /** @param usual what people say and is understood */
    Stars(List<Saying> sayings, Set<String> decided, List<String> usual) {
        this.sayings = sayings;
        this.decided = decided;
        this.gone = new boolean[sayings.size()];
        this.weights = new double[sayings.size()];
        var likeness = Likeness.among(
                sayings.stream()
                        .map(saying -> Saying.open(saying.usual().words()))
                        .toList(),
                usual);
        for (int i = 0; i < sayings.size(); i++) {
            near.add(near(likeness, i));
            weights[i] = weight(i);
        }
    }

    private List<Likeness.Near> near(Likeness likeness, int one) {
        return likeness.near(one, AKIN).stream()
                .map(other -> new Likeness.Near(
                        other.sentence(), other.likeness() + SAME_LINES * agreement(one, other.sentence())))
                .filter(other -> other.likeness() >= NEAR)
                .toList();
    }

    /** 1 where the classifier thinks of the same lines for both, 0 where of none in common. */
    private double agreement(int one, int other) {
        var a = sayings.get(one).ranking().candidates().stream().limit(3).toList();
        var b = sayings.get(other).ranking().candidates().stream().limit(3).toList();
        double both = 0;
        for (var x : a) {
            for (var y : b) {
                both += x.intent().equals(y.intent()) ? x.confidence() * y.confidence() : 0;
            }
        }
        double lengths = Math.sqrt(square(a) * square(b));
        return lengths == 0 ? 0 : both / lengths;
    }

    private static double square(List<Candidate> candidates) {
        return candidates.stream()
                .mapToDouble(each -> each.confidence() * each.confidence())
                .sum();
    }

    List<List<Saying>> all() {
        leaveOutDecided();
        var clusters = new ArrayList<List<Saying>>();
        for (int middle = middle(); middle >= 0; middle = middle()) {
            clusters.add(around(middle));
        }
        return clusters;
    }

    /** And whatever is like it. */
    private void leaveOutDecided() {
        for (int i = 0; i < sayings.size(); i++) {
            if (decided.contains(sayings.get(i).key())) {
                take(i);
                near.get(i).forEach(other -> take(other.sentence()));
            }
        }
    }

    /** The sentence with the most people around it; −1 when none is left. */
    private int middle() {
        int best = -1;
        for (int i = 0; i < gone.length; i++) {
            if (!gone[i] && (best < 0 || weights[i] > weights[best])) {
                best = i;
            }
        }
        return best;
    }

    private double weight(int one) {
        return sayings.get(one).people()
                + near.get(one).stream()
                        .mapToDouble(other ->
                                other.likeness() * sayings.get(other.sentence()).people())
                        .sum();
    }

    /** What is taken weighs no more on what is near it. */
    private void take(int one) {
        if (!gone[one]) {
            gone[one] = true;
            near.get(one)
                    .forEach(other -> weights[other.sentence()] -=
                            other.likeness() * sayings.get(one).people());
        }
    }

    private List<Saying> around(int middle) {
        var free = near.get(middle).stream()
                .map(Likeness.Near::sentence)
                .filter(other -> !gone[other])
                .toList();
        var members = new ArrayList<Integer>(List.of(middle));
        free.stream().filter(other -> belongs(other, free)).forEach(members::add);
        members.forEach(this::take);
        return members.stream().map(sayings::get).toList();
    }

    /** Besides the middle it is near some of the others too: what shares nothing but 可以…嗎 with one of them is not. */
    private boolean belongs(int one, List<Integer> others) {
        var neighbours = near.get(one).stream().map(Likeness.Near::sentence).collect(Collectors.toSet());
        long shared = others.stream().filter(neighbours::contains).count();
        return shared >= SHARE * (others.size() - 1);
    }
}
