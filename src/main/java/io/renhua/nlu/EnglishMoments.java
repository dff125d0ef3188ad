package io.renhua.nlu;

import static io.renhua.nlu.Rule.not;
import static io.renhua.nlu.Rule.rule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Days as English names them. */
final class EnglishMoments {
    /** How words that say a day or a time begin. */
    static final String NEEDED =
            "\\b(?:today|tonight|yesterday|2moro|tm|tom|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug"
                    + "|sep|oct|nov|dec|week|night|morning|afternoon|evening|in|at|by|around|about|before|after|from|until|till|noon|mid"
                    + "|half|quarter|the|past|minutes? to|ago|later|o'?clock|[ap]\\.?m)|\\d ?(?:[ap]\\.?m|o'?clock)";

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final List<String> WEEKDAYS = List.of("mo", "tu", "we", "th", "fr", "sa", "su");
    private static final List<String> ORDINALS =
            List.of(("first second third fourth fifth sixth seventh eighth ninth tenth eleventh"
                            + " twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first"
                            + " twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth"
                            + " twenty-ninth thirtieth thirty-first")
                    .split(" "));

    static final String TOMORROW = "(?:tomm?orr?ow|2moro|tmrw?|tmw|tomo)";
    static final String SHORT = "(?:mon|tues?|weds?|thu(?:rs?)?|fri|sat|sun)";
    private static final String ANY = "(?:<WEEKDAY>|" + SHORT + ")\\b\\.?";
    private static final String ORDINAL = "(?:\\d{1,2}(?:st|nd|rd|th)|"
            + String.join("|", ORDINALS.reversed()).replace("-", "[ -]") + ")";
    private static final String DATE_DAY = "(?<d>" + ORDINAL + "|\\d{1,2})(?![\\d:]|[.,]\\d| ?[ap]\\.?m\\b)";
    private static final String YEAR = "(?:,? (?<y>20\\d\\d|19\\d\\d)\\b)?";
    private static final String MONTH_REF = "(?:(?<rel>the|this|next|last) month|(?<m><MONTH>)" + YEAR + ")";
    private static final String PART = "(?<part>morning|afternoon|evening|night)";

    private EnglishMoments() {}

    static List<Rule<Almanac, Moment>> rules() {
        return Stream.of(guards(), days(), weekdays(), months(), EnglishTimes.rules())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Rule<Almanac, Moment>> guards() {
        return List.of(
                not("\\bgood (?:morning|afternoon|evening|night)\\b"),
                not("\\b(?:every|each)(?: other)? (?:" + ANY
                        + "|morning|afternoon|evening|night|day|week|month|weekend)"),
                not("\\b<WEEKDAY>(?:s|'s)\\b"),
                not("\\bweekends\\b"));
    }

    private static List<Rule<Almanac, Moment>> days() {
        return List.of(
                rule("\\b(?:the )?day after " + TOMORROW + "\\b", (m, almanac) -> almanac.day(2)),
                rule("\\b(?:the )?day before yesterday\\b", (m, almanac) -> almanac.day(-2)),
                rule("\\b" + TOMORROW + " week\\b", (m, almanac) -> almanac.day(8)),
                rule("\\b" + TOMORROW + "\\b", (m, almanac) -> almanac.day(1)),
                rule("\\btoday\\b", (m, almanac) -> almanac.day(0)),
                rule("\\byesterday\\b", (m, almanac) -> almanac.day(-1)),
                rule("\\btonight\\b", (m, almanac) -> almanac.day(0).during(PartOfDay.EVENING)),
                rule("\\blast night\\b", (m, almanac) -> almanac.day(-1).during(PartOfDay.EVENING)),
                rule(
                        "\\bthis (?<part>morning|afternoon|evening)\\b",
                        (m, almanac) -> almanac.day(0).during(EnglishTimes.part(m.group("part")))),
                rule(
                        "\\b(?:in the |at |early |late )?" + PART + "\\b",
                        (m, almanac) -> Moment.in(EnglishTimes.part(m.group("part")))),
                rule(
                        "\\bin (?:about |around )?(?<l>" + Lapse.ENGLISH + ")(?:'?s? time\\b)?",
                        (m, almanac) -> lapse(m, almanac.today(), almanac, 1)),
                rule(
                        "(?<l>" + Lapse.ENGLISH
                                + ") (?:(?<ago>ago)\\b|(?:later|from now|from today)\\b|(?:from|after) (?<t>" + TOMORROW
                                + ")\\b|(?:from|after|on) (?<w>" + ANY + "))",
                        EnglishMoments::away));
    }

    private static List<Rule<Almanac, Moment>> weekdays() {
        return List.of(
                rule("\\bnext (?<w>" + ANY + ")", (m, almanac) -> Moment.on(almanac.weekday(weekday(m), 1))),
                rule(
                        "\\blast (?<w>" + ANY + ")",
                        (m, almanac) -> Moment.on(almanac.today().with(TemporalAdjusters.previous(weekday(m))))),
                rule(
                        "\\b(?:this coming|this|coming|on) (?<w>" + ANY + ")(?! after| week)",
                        (m, almanac) -> Moment.loosely(almanac.weekday(weekday(m)))),
                rule("\\b(?<w><WEEKDAY>)\\b", (m, almanac) -> Moment.loosely(almanac.weekday(weekday(m)))),
                rule(
                        "\\b(?<w>tues?|weds|thu(?:rs?)?|fri)\\b\\.?",
                        (m, almanac) -> Moment.loosely(almanac.weekday(weekday(m)))),
                rule(
                        "<START> ?(?<w>mon|wed|sat|sun)\\b\\.?(?= ?$|,? ?\\d| (?:at|around|morning|afternoon|evening|night|or|and)\\b)",
                        (m, almanac) -> Moment.loosely(almanac.weekday(weekday(m)))),
                rule(
                        "\\b(?<w>" + ANY + ") (?:of )?next week\\b",
                        (m, almanac) -> Moment.on(almanac.weekday(weekday(m), 1))),
                rule(
                        "\\bnext week,? (?:on )?(?<w>" + ANY + ")",
                        (m, almanac) -> Moment.on(almanac.weekday(weekday(m), 1))),
                rule(
                        "\\bthe (?<w>" + ANY + ") after next\\b",
                        (m, almanac) -> Moment.on(almanac.weekday(weekday(m), 2))),
                rule(
                        "\\b(?<w>" + ANY + ") week\\b",
                        (m, almanac) -> Moment.on(almanac.weekday(weekday(m)).plusWeeks(1))),
                rule("\\b(?:this|the|at the|on the) weekend\\b", (m, almanac) -> Moment.loosely(almanac.weekend())),
                rule("\\bnext weekend\\b", (m, almanac) -> Moment.on(almanac.weekday(DayOfWeek.SATURDAY, 1))),
                rule("\\blast weekend\\b", (m, almanac) -> Moment.on(almanac.weekday(DayOfWeek.SATURDAY, -1))));
    }

    private static List<Rule<Almanac, Moment>> months() {
        return List.of(
                rule("\\b(?<m><MONTH>),? (?:the )?" + DATE_DAY + YEAR, EnglishMoments::date),
                rule(
                        "\\b(?!may)(?<m><MONTH>) (?<d>(?:twenty|thirty)(?:[ -]<ONES>)?|<TEENS>|<ONES>)\\b" + YEAR,
                        EnglishMoments::date),
                rule(
                        "<EDGE>(?:the )?" + DATE_DAY + "(?: of|-)?[ -]?(?<m><MONTH>)(?:[,-]? ?(?<y>20\\d\\d)\\b)?",
                        EnglishMoments::date),
                rule(
                        "\\bthe (?<d>\\d{1,2}(?:st|nd|rd|th))\\b(?! (?:floor|time|one|item|option|step|street|avenue|order|day|week|month|person|year|place|edition))",
                        (m, almanac) -> Moment.on(almanac.dayOfMonth(ordinal(m.group("d"))))),
                rule(
                        "\\b(?:the )?(?<d>" + ORDINAL + ") of " + MONTH_REF,
                        (m, almanac) -> Moment.on(month(m, almanac).atDay(ordinal(m.group("d"))))),
                rule(
                        "\\b(?:the )?(?:end|last day) of " + MONTH_REF,
                        (m, almanac) -> Moment.on(month(m, almanac).atEndOfMonth())),
                rule(
                        "\\b(?:the )?(?:beginning|start) of " + MONTH_REF,
                        (m, almanac) -> Moment.on(month(m, almanac).atDay(1))),
                rule(
                        "\\b(?:mid|(?:the )?middle of)[ -]" + MONTH_REF,
                        (m, almanac) -> Moment.on(month(m, almanac).atDay(15))),
                rule(
                        "\\b(?:the )?end of (?:the|this) year\\b",
                        (m, almanac) -> Moment.on(LocalDate.of(almanac.today().getYear(), 12, 31))),
                rule(
                        "\\b(?:the )?(?<n>first|second|third|fourth|last) (?<w>" + ANY + ") (?:of|in) " + MONTH_REF,
                        EnglishMoments::weekdayOfMonth));
    }

    private static DayOfWeek weekday(Matcher m) {
        return DayOfWeek.of(WEEKDAYS.indexOf(m.group("w").substring(0, 2)) + 1);
    }

    private static @Nullable Moment away(Matcher m, Almanac almanac) {
        var start = m.group("w") != null
                ? almanac.weekday(weekday(m))
                : almanac.today().plusDays(m.group("t") == null ? 0 : 1);
        return lapse(m, start, almanac, m.group("ago") == null ? 1 : -1);
    }

    /** A lapse counted from a day; one with hours in it only counts from now. */
    private static @Nullable Moment lapse(Matcher m, LocalDate start, Almanac almanac, int sign) {
        var lapse = Lapse.of(m.group("l"));
        if (lapse == null || lapse.hasTime()) {
            return lapse == null ? null : almanac.after(lapse, sign);
        }
        return Moment.on(
                lapse.from(start.atStartOfDay(almanac.now().getZone()), sign).toLocalDate());
    }

    private static int ordinal(String said) {
        int word = ORDINALS.indexOf(said.replace(' ', '-'));
        return word >= 0 ? word + 1 : Numeral.whole(said.replaceFirst("(?<=\\d)[a-z]+$", ""));
    }

    private static int monthNumber(Matcher m) {
        return MONTHS.indexOf(m.group("m").substring(0, 3)) + 1;
    }

    private static Moment date(Matcher m, Almanac almanac) {
        int day = ordinal(m.group("d"));
        return Moment.on(
                m.group("y") == null
                        ? almanac.monthDay(monthNumber(m), day)
                        : LocalDate.of(Integer.parseInt(m.group("y")), monthNumber(m), day));
    }

    private static YearMonth month(Matcher m, Almanac almanac) {
        if (m.group("rel") != null) {
            return almanac.month(
                    switch (m.group("rel")) {
                        case "next" -> 1;
                        case "last" -> -1;
                        default -> 0;
                    });
        }
        return m.group("y") == null
                ? almanac.namedMonth(monthNumber(m))
                : YearMonth.of(Integer.parseInt(m.group("y")), monthNumber(m));
    }

    private static Moment weekdayOfMonth(Matcher m, Almanac almanac) {
        var first = month(m, almanac).atDay(1);
        return Moment.on(first.with(
                m.group("n").equals("last")
                        ? TemporalAdjusters.lastInMonth(weekday(m))
                        : TemporalAdjusters.dayOfWeekInMonth(ordinal(m.group("n")), weekday(m))));
    }
}
