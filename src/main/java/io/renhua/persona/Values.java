package io.renhua.persona;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.renhua.text.Wording;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers, lengths of time and choices, as a script writes them. What cannot be one is noted. */
final class Values {
    private static final Pattern DURATION = Pattern.compile("([1-9][0-9]{0,5})([mhd])");

    private static final int LONGEST_PATTERN = 1_000;
    private static final int MOST_STEPS = 10_000;

    private Values() {}

    static int number(ScriptNode node, int otherwise, int least, int most) {
        var number = numberOrNull(node, least, most);
        return number == null ? otherwise : number;
    }

    static @Nullable Integer numberOrNull(ScriptNode node, int least, int most) {
        if (!node.present()) {
            return null;
        }
        var text = node.text("");
        if (text.matches("[0-9]{1,6}")) {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        }
        if (node.isText()) {
            var range = most == Integer.MAX_VALUE
                    ? Wording.of("from %s on", least)
                    : Wording.of("from %s to %s", least, most);
            node.error(
                    "S1", Wording.of("%s is no whole number %s", text, range), Wording.of("a whole number %s", range));
        }
        return least;
    }

    static boolean flag(ScriptNode node) {
        return "true".equals(choice(node, "false", List.of("true", "false")));
    }

    static String choice(ScriptNode node, String otherwise, Collection<String> known) {
        var text = node.text(otherwise);
        if (node.present() && node.isText() && !known.contains(text)) {
            node.error(
                    "S1",
                    Wording.of("%s cannot stand here%s", text, Nearest.question(text, known)),
                    Nearest.advice(text, known));
        }
        return text;
    }

    static Duration duration(ScriptNode node, Duration otherwise) {
        var text = node.textOrNull();
        if (text == null || !node.isText()) {
            return otherwise;
        }
        if (DURATION.matcher(text).matches()) {
            var time = text.endsWith("d") ? "P" : "PT";
            return Duration.parse(time + text.toUpperCase(Locale.ROOT));
        }
        node.error("S1", Wording.of("%s is no length of time", text), "a number and m, h or d, such as 30m, 24h, 180d");
        return otherwise;
    }

    /** A short time; without one, or with one that is none, the usual. */
    static Duration seconds(ScriptNode node, Duration otherwise, int most) {
        var text = node.textOrNull();
        if (text == null || !node.isText()) {
            return otherwise;
        }
        if (text.matches("[1-9][0-9]{0,2}s") && Integer.parseInt(text.substring(0, text.length() - 1)) <= most) {
            return Duration.parse("PT" + text.toUpperCase(Locale.ROOT));
        }
        node.error(
                "S1",
                Wording.of("%s is no time that somebody waits", text),
                Wording.of("seconds and s, such as 8s, at most %ss", most));
        return otherwise;
    }

    static Period days(ScriptNode node, Period otherwise) {
        var text = node.textOrNull();
        if (text == null || !node.isText()) {
            return otherwise;
        }
        if (text.matches("[1-9][0-9]{0,4}d")) {
            return Period.parse("P" + text.toUpperCase(Locale.ROOT));
        }
        node.error("S1", Wording.of("%s is no number of days", text), "a number and d, such as 180d");
        return otherwise;
    }

    static Instant moment(ScriptNode node, Instant otherwise) {
        var text = node.textOrNull();
        if (text == null || !node.isText()) {
            return otherwise;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            node.error(
                    "S1", Wording.of("%s is no moment", text), "date, time and offset, such as 2026-10-02T20:00+08:00");
            return otherwise;
        }
    }

    static LocalDate date(ScriptNode node) {
        var text = node.text("");
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            node.error("S1", Wording.of("%s is no date", text), "year, month and day, such as 2026-11-26");
            return LocalDate.EPOCH;
        }
    }

    static ZoneId zone(ScriptNode node) {
        var text = node.text("");
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            var known = ZoneId.getAvailableZoneIds();
            node.error(
                    "S1",
                    Wording.of("%s is no time zone%s", text, Nearest.question(text, known)),
                    "such as Asia/Taipei");
            return ZoneOffset.UTC;
        }
    }

    static String address(ScriptNode node) {
        var text = node.text("");
        if (!text.matches("https?://[^\\s]+|\\{link\\.[^}]+}")) {
            node.error("S1", "this is no address", "https://…");
        }
        return text;
    }

    /** A pattern that is matched in linear time, whatever people write. */
    static String pattern(ScriptNode node) {
        var text = node.text("");
        if (text.length() > LONGEST_PATTERN) {
            node.error(
                    "S1",
                    Wording.of("this regular expression is over %s characters long", LONGEST_PATTERN),
                    "a shorter one");
            return "";
        }
        try {
            int steps = Pattern.compile(text).programSize();
            if (steps > MOST_STEPS) {
                node.error("S1", Wording.of("this regular expression unrolls to %s steps", steps), "fewer repetitions");
            }
        } catch (PatternSyntaxException e) {
            node.error(
                    "S1",
                    Wording.of("this is no regular expression: %s", e.getDescription()),
                    "such as \"SP[0-9]{8}\"");
        }
        return text;
    }
}
