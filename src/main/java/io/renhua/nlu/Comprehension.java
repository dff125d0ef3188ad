package io.renhua.nlu;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What would have become of sentences, as shares of one. The last four add up to one.
 *
 * @param accuracy whose likeliest intent is right, however sure
 * @param understood answered at once, and rightly
 * @param askedBack answered by asking which of two is meant
 * @param askedBackRightly the part of those where the right one is among the two
 * @param refused answered with not having understood
 * @param mistaken answered at once as if something else had been said
 */
public record Comprehension(
        int sentences,
        double accuracy,
        double understood,
        double askedBack,
        double askedBackRightly,
        double refused,
        double mistaken) {

    public static Comprehension of(List<Answer> answers) {
        return new Comprehension(
                answers.size(),
                share(answers, Answer::isBestRight),
                share(answers, answer -> answer.band() == Band.SURE && answer.isBestRight()),
                share(answers, answer -> answer.band() == Band.LIKELY),
                share(answers, Comprehension::isAskedBackRightly),
                share(answers, Answer::isRefused),
                share(answers, answer -> answer.band() == Band.SURE && !answer.isBestRight()));
    }

    /** The same for each file's or locale's sentences. */
    public static Map<String, Comprehension> byOrigin(List<Answer> answers) {
        return by(answers, answer -> answer.asked().origin());
    }

    /** The same for each intent's sentences. */
    public static Map<String, Comprehension> byIntent(List<Answer> answers) {
        return by(answers, answer -> answer.asked().intent());
    }

    private static Map<String, Comprehension> by(List<Answer> answers, Function<Answer, String> key) {
        return answers.stream()
                .collect(Collectors.groupingBy(
                        key, TreeMap::new, Collectors.collectingAndThen(Collectors.toList(), Comprehension::of)));
    }

    private static boolean isAskedBackRightly(Answer answer) {
        return answer.band() == Band.LIKELY
                && answer.offered().contains(answer.asked().intent());
    }

    private static double share(List<Answer> answers, Predicate<Answer> which) {
        return answers.isEmpty() ? 0 : (double) answers.stream().filter(which).count() / answers.size();
    }
}
