package io.renhua.nlu;

import static io.renhua.nlu.Rule.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** Days and times in figures, and days that have a name, alike in every language. */
final class WrittenMoments {
    private static final String NO_MORE = "(?![\\d/])(?![.-]\\d)";

    private WrittenMoments() {}

    static List<Rule<Almanac, Moment>> figures() {
        return List.of(
                Rule.not("<EDGE>24/7\\b"),
                rule(
                        "<EDGE>(?<y>\\d{4})[-/.](?<m>\\d{1,2})[-/.](?<d>\\d{1,2})" + NO_MORE,
                        (m, almanac) -> Moment.on(LocalDate.of(n(m, "y"), n(m, "m"), n(m, "d")))),
                rule(
                        "<START> ?(?<y>20\\d\\d)(?<m>\\d\\d)(?<d>\\d\\d) ?<STOP>",
                        (m, almanac) -> Moment.on(LocalDate.of(n(m, "y"), n(m, "m"), n(m, "d")))),
                rule(
                        "<EDGE>(?<a>\\d{1,2})/(?<b>\\d{1,2})/(?<y>\\d{4}|\\d{2})" + NO_MORE,
                        (m, almanac) -> Moment.on(almanac.slashed(n(m, "y"), n(m, "a"), n(m, "b")))),
                rule(
                        "<EDGE>(?<a>\\d{1,2})[-.](?<b>\\d{1,2})[-.](?<y>\\d{4})" + NO_MORE,
                        (m, almanac) -> Moment.on(almanac.slashed(n(m, "y"), n(m, "a"), n(m, "b")))),
                rule(
                        "<EDGE>(?<a>\\d{1,2})/(?<b>\\d{1,2})" + NO_MORE
                                + "(?! ?(?:cups?|of|spoons?|kg|teaspoons?|[a-z]*spoons?)\\b)",
                        (m, almanac) -> Moment.on(almanac.slashed(null, n(m, "a"), n(m, "b")))),
                rule(
                        "(?<![\\d.:/-])(?<h>2[0-4]|[01]?\\d):(?<min>[0-5]\\d)(?!\\d|[:.]\\d| ?[ap]\\.?m\\b)分?",
                        WrittenMoments::clock));
    }

    /** The days of {@code days.tsv} besides. */
    static List<Rule<Almanac, Moment>> named() {
        var rules = new ArrayList<Rule<Almanac, Moment>>();
        for (var line : WordFile.lines("days.tsv")) {
            var cells = line.split("\t");
            int month = Integer.parseInt(cells[0]);
            int day = Integer.parseInt(cells[1]);
            var part = cells.length > 3 ? PartOfDay.valueOf(cells[3]) : PartOfDay.UNSAID;
            rules.add(rule(
                    cells[2],
                    (m, almanac) -> Moment.on(almanac.monthDay(month, day)).during(part)));
        }
        return rules;
    }

    /** 03:30 and 15:30 are sure, 3:30 is one of two. */
    private static @Nullable Moment clock(Matcher m, Almanac almanac) {
        int hour = n(m, "h");
        boolean sure = hour == 0 || hour > 12 || m.group("h").startsWith("0");
        return Moment.at(hour, n(m, "min"), sure ? PartOfDay.CLOCK : PartOfDay.UNSAID);
    }

    private static int n(Matcher m, String group) {
        return Integer.parseInt(m.group(group));
    }
}
