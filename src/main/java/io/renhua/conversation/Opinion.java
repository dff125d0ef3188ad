package io.renhua.conversation;

import io.renhua.dialogue.Passages;
import io.renhua.handoff.Ratings.Asked;
import io.renhua.message.Content;
import io.renhua.text.Fold;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What somebody says of the help they had, when they were asked. */
sealed interface Opinion {

    /** @param points 1 to 5, the best */
    record Score(int points) implements Opinion {}

    /** They want to say more. */
    record MoreToSay() implements Opinion {}

    record Remark(String words) implements Opinion {}

    /** Whoever types a number later means something else. */
    Duration TYPED_WITHIN = Duration.ofDays(1);

    Duration REMARK_WITHIN = Duration.ofMinutes(10);

    Pattern NUMBER = Pattern.compile(
            "([1-5])(?:分|星|颗星|stars?|points?|很不好|不太好|普通|一般|不错|很好|bad|poor|okay|good|great)?|([一二三四五])(?:分|星|颗星)|(⭐{1,5})");

    /** Whether a button was pressed that only such a question has. */
    static boolean isPressed(List<Arrival> breath) {
        return breath.getFirst().message().content() instanceof Content.Chosen(var key, var label)
                && key.startsWith(Passages.SCORE);
    }

    /** What was pressed, or typed soon enough, is meant so; everything else is not about the help. */
    static Optional<Opinion> in(List<Arrival> breath, Asked asked, Instant now) {
        var said = breath.getFirst().message().content();
        if (said instanceof Content.Chosen(var key, var label) && key.startsWith(Passages.SCORE)) {
            return key.equals(Passages.WHY)
                    ? Optional.of(new MoreToSay())
                    : score(key.substring(Passages.SCORE.length()));
        }
        var telling = asked.telling();
        if (telling != null
                && asked.remark() == null
                && telling.plus(REMARK_WITHIN).isAfter(now)) {
            return Optional.of(new Remark(words(breath)));
        }
        boolean typed = asked.score() == null && asked.at().plus(TYPED_WITHIN).isAfter(now) && breath.size() == 1;
        return typed ? score(Fold.key(said.asText())) : Optional.empty();
    }

    private static Optional<Opinion> score(String words) {
        var number = NUMBER.matcher(words);
        if (!number.matches()) {
            return Optional.empty();
        }
        int points = number.group(1) != null
                ? Integer.parseInt(number.group(1))
                : number.group(2) != null
                        ? "一二三四五".indexOf(number.group(2)) + 1
                        : number.group(3).length();
        return Optional.of(new Score(points));
    }

    private static String words(List<Arrival> breath) {
        return breath.stream()
                .map(arrival -> arrival.message().content().asText())
                .collect(Collectors.joining("\n"));
    }
}
