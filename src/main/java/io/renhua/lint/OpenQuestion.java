package io.renhua.lint;

import io.renhua.text.Fold;
import io.renhua.text.Han;
import io.renhua.text.Sentences;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A question as it waits for its answer, by what may be answered. */
sealed interface OpenQuestion {
    Pattern OPEN = Pattern.compile("什么|哪|几|多少|怎么|怎样|如何|何|谁|为什么|多久|换个说法|再说|再讲|换句话"
            + "|\\b(what|which|how|where|when|who|whom|whose|why|again|once more|another way|rephrase)\\b");
    Pattern EITHER = Pattern.compile("还是|或者?是?|\\bor\\b");

    Set<String> YES = Stream.of("好", "要", "好啊", "可以", "是", "對", "嗯", "yes", "ok", "okay", "sure", "yes please")
            .map(Fold::key)
            .collect(Collectors.toUnmodifiableSet());

    /** So much of two words is the same matter: 找茶 and 推薦一款茶 are about one thing. */
    int ENOUGH = 2;

    /** It may be anything. */
    record Anything() implements OpenQuestion {}

    /** A yes or a no. */
    record Yes() implements OpenQuestion {}

    /** One of these. */
    record Choice(List<String> ends) implements OpenQuestion {}

    /** The question that a text ends with, if it does. */
    static Optional<OpenQuestion> ending(String text) {
        var sentences = Sentences.of(text);
        return sentences.isEmpty() || !asks(sentences.getLast())
                ? Optional.empty()
                : Optional.of(of(Han.simplified(sentences.getLast()).toLowerCase(Locale.ROOT)));
    }

    private static OpenQuestion of(String question) {
        if (OPEN.matcher(question).find()) {
            return new Anything();
        }
        return EITHER.matcher(question).find() ? new Choice(ends(question)) : new Yes();
    }

    private static List<String> ends(String question) {
        return EITHER.splitAsStream(question)
                .map(end -> end.replaceAll("(呢|吗|嘛|啊)?[?？]\\s*$", "").strip())
                .filter(end -> !Fold.key(end).isEmpty())
                .toList();
    }

    static boolean asks(String sentence) {
        return sentence.matches("(?s).*[?？]\\s*");
    }

    static boolean isYes(String words) {
        return YES.contains(Fold.key(words));
    }

    /** Whether words are about one end of a choice: they have the end of it in them. */
    static boolean names(String end, String words) {
        int from = end.offsetByCodePoints(end.length(), -Math.min(ENOUGH, end.codePointCount(0, end.length())));
        boolean chinese = Han.isHan(end.codePointBefore(end.length()));
        var tail = chinese ? end.substring(from) : end.replaceFirst("(?s)^.*\\s", "");
        return Fold.key(words).contains(Fold.key(tail));
    }
}
