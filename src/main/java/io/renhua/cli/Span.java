package io.renhua.cli;

import io.renhua.text.Wording;
import java.time.Duration;
import java.util.regex.Pattern;

/** Lengths of time as they are typed: {@code 30m}, {@code 12h}, {@code 7d}. */
final class Span {
    private static final Pattern TIME = Pattern.compile("([1-9][0-9]{0,4})([mhd])");

    private Span() {}

    /** @param option whose value it is, for whoever wrote something else */
    static Duration of(String option, String text) {
        var time = TIME.matcher(text);
        if (!time.matches()) {
            throw new UnreadablePersona(Wording.of("%s is a time such as 30m, 12h or 7d, not %s.", option, text));
        }
        long many = Long.parseLong(time.group(1));
        return switch (time.group(2)) {
            case "m" -> Duration.ofMinutes(many);
            case "h" -> Duration.ofHours(many);
            default -> Duration.ofDays(many);
        };
    }
}
