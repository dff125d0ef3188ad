package io.renhua.nlu;

import static io.renhua.nlu.Rule.not;
import static io.renhua.nlu.Rule.rule;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Days and times as English names them. */
final class EnglishMoments {
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final List<String> WEEKDAYS = List.of("mo", "tu", "we", "th", "fr", "sa", "su");
    private static final List<String> ORDINALS =
            List.of(("first second third fourth fifth sixth seventh eighth ninth tenth eleventh"
                            + " twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first"
                            + " twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth"
                            + " twenty-ninth thirtieth thirty-first")
                    .split(" "));

    private static final String TOMORROW = "(?:tomm?orr?ow|2moro|tmrw?|tmw|tomo)";
    private static final String SHORT = "(?:mon|tues?|weds?|thu(?:rs?)?|fri|sat|sun)";
    private static final String ANY = "(?:<WEEKDAY>|" + SHORT + ")\\b\\.?";
    private static final String ORDINAL = "(?:\\d{1,2}(?:st|nd|rd|th)|"
            + String.join("|", ORDINALS.reversed()).replace("-", "[ -]") + ")";
    private static final String DATE_DAY = "(?<d>" + ORDINAL + "|\\d{1,2})(?![\\d:]|[.,]\\d| ?[ap]\\.?m\\b)";
    private static final String YEAR = "(?:,? (?<y>20\\d\\d|19\\d\\d)\\b)?";
    private static final String MONTH_REF = "(?:(?<rel>the|this|next|last) month|(?<m><MONTH>)" + YEAR + ")";
    private static final String PART = "(?<part>morning|afternoon|evening|night)";
    private static final String AFTER_TIME =
            "(?=$|[.,!?;:)]|[^\\x00-\\x7F]| (?:on|in|at|" + TOMORROW + "|today|tonight|this|next|pl[sz]|please"
                    + "|for|if|and|then|or|is|would|works?|ok|okay|with|instead|sharp|exactly|so|but|until|till|to|the|my|we|i)\\b| <WEEKDAY>| "
                    + SHORT + "\\b)";
    private static final String MERIDIEM = " ?(?<p>[ap])\\.?m\\b\\.?";

    private static final Map<String, PartOfDay> PARTS = Map.of(
            "morning", PartOfDay.MORNING,
            "a", PartOfDay.MORNING,
            "afternoon", PartOfDay.AFTERNOON,
            "p", PartOfDay.AFTERNOON,
            "evening", PartOfDay.EVENING,
            "night", PartOfDay.EVENING);

    private EnglishMoments() {}

    static List<Rule<Almanac, Moment>> rules() {
        return Stream.of(guards(), days(), weekdays(), months(), times())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Rule<Almanac, Moment>> guards() {
        return List.of(
                not("\\bgood (?:morning|afternoon|evening|night)\\b"),
                not("\\b(?:every|each)(?: other)? (?:" + ANY
                        + "|morning|afternoon|evening|night|day|week|month|weekend)"),
                not("\\b<WEEKDAY>(?:s|'s)\\b"),
                not("\\bweekends\\b"),
                not("\\b24/7\\b"));
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
                        (m, almanac) -> almanac.day(0).during(part(m.group("part")))),
                rule(
                        "\\b(?:in the |at |early |late )?" + PART + "\\b",
                        (m, almanac) -> Moment.in(part(m.group("part")))),
                rule(
                        "\\bin (?:about |around )?(?<l>" + Lapse.ENGLISH + ")(?:'?s? time\\b)?",
                        (m, almanac) -> lapse(m, almanac.day(0), almanac, 1)),
                rule(
                        "(?<l>" + Lapse.ENGLISH + ") (?:later|from now)\\b",
                        (m, almanac) -> lapse(m, almanac.day(0), almanac, 1)),
                rule("(?<l>" + Lapse.ENGLISH + ") ago\\b", (m, almanac) -> lapse(m, almanac.day(0), almanac, -1)),
                rule("(?<l>" + Lapse.ENGLISH + ") from today\\b", (m, almanac) -> lapse(m, almanac.day(0), almanac, 1)),
                rule(
                        "(?<l>" + Lapse.ENGLISH + ") (?:from|after) " + TOMORROW + "\\b",
                        (m, almanac) -> lapse(m, almanac.day(1), almanac, 1)),
                rule(
                        "(?<l>" + Lapse.ENGLISH + ") (?:from|after|on) (?<w>" + ANY + ")",
                        (m, almanac) -> lapse(m, Moment.on(almanac.weekday(weekday(m))), almanac, 1)));
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
                        "<EDGE>(?:the )?" + DATE_DAY
                                + "(?: of|-)?[ -]?(?<m><MONTH>)(?:[,-]? ?(?<y>20\\d\\d)\\b)?",
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

    private static List<Rule<Almanac, Moment>> times() {
        return List.of(
                rule("(?<h><HOUR>)" + MERIDIEM, (m, almanac) -> time(m, 0)),
                rule(
                        "(?<![a-z0-9.:$/-])(?<h>1[0-2]|0?[1-9])[:.]?(?<min>[0-5]\\d)" + MERIDIEM,
                        (m, almanac) -> time(m, Integer.parseInt(m.group("min")))),
                rule(
                        "(?<h><HOUR>)[ -](?<min>fifteen|twenty|thirty|forty|fifty)(?:[ -](?<u>five))?" + MERIDIEM,
                        EnglishMoments::spelt),
                rule(
                        "(?<=\\b(?:at|by|around|about|before|after) )(?<h><HOUR>)[ -](?<min>fifteen|twenty|thirty|forty|fifty)(?:[ -](?<u>five))?\\b(?<p>)",
                        EnglishMoments::spelt),
                rule(
                        "(?<=\\b(?:at|by|around|about|before|after|from|until|till|@) ?)(?<h><HOUR>)(?:ish)?"
                                + AFTER_TIME,
                        (m, almanac) -> time(m, 0)),
                rule("(?<h><HOUR>)(?: ?o'?clock|ish)\\b", (m, almanac) -> time(m, 0)),
                rule(
                        "(?<h><HOUR>)(?= (?:tonight|in the (?:morning|afternoon|evening)|at night|this (?:morning|afternoon|evening)|"
                                + TOMORROW + " (?:morning|afternoon|evening|night))\\b)",
                        (m, almanac) -> time(m, 0)),
                rule("\\bhalf (?:past )?(?<h><HOUR>)", (m, almanac) -> time(m, 30)),
                rule("\\b(?:a )?quarter past (?<h><HOUR>)", (m, almanac) -> time(m, 15)),
                rule("\\b(?:a )?quarter (?:to|of|till) (?<h><HOUR>)", (m, almanac) -> time(m, -15)),
                rule(
                        "(?<min>\\b(?:five|ten|twenty|twenty[ -]five)|<EDGE>\\d{1,2})(?: minutes?)? past (?<h><HOUR>)",
                        (m, almanac) -> time(m, Numeral.whole(m.group("min")))),
                rule(
                        "(?<min>\\b(?:five|ten|twenty|twenty[ -]five)|<EDGE>\\d{1,2}) minutes? (?:to|before) (?<h><HOUR>)",
                        (m, almanac) -> time(m, -Numeral.whole(m.group("min")))),
                rule(
                        "(?<=\\b(?:at|around|about|by) )(?<min>five|ten|twenty|twenty[ -]five|\\d{1,2}) to (?<h><HOUR>)",
                        (m, almanac) -> time(m, -Numeral.whole(m.group("min")))),
                rule("\\b(?:12 |twelve )?(?:noon|midday)\\b", (m, almanac) -> Moment.at(12, 0, PartOfDay.CLOCK)),
                rule("\\b(?:12 |twelve )?midnight\\b", (m, almanac) -> Moment.at(24, 0, PartOfDay.CLOCK)));
    }

    private static PartOfDay part(String word) {
        return PARTS.getOrDefault(word, PartOfDay.UNSAID);
    }

    private static DayOfWeek weekday(Matcher m) {
        return DayOfWeek.of(WEEKDAYS.indexOf(m.group("w").substring(0, 2)) + 1);
    }

    /** A lapse counted from a day; one with hours in it only counts from now. */
    private static @Nullable Moment lapse(Matcher m, Moment start, Almanac almanac, int sign) {
        var lapse = Lapse.of(m.group("l"));
        if (lapse == null || start.day() == null) {
            return null;
        }
        return lapse.hasTime()
                ? almanac.after(lapse, sign)
                : Moment.on(lapse.from(start.day().atStartOfDay(almanac.now().getZone()), sign)
                        .toLocalDate());
    }

    private static int ordinal(String said) {
        int word = ORDINALS.indexOf(said.replace(' ', '-'));
        return word >= 0 ? word + 1 : Integer.parseInt(said.replaceAll("\\D", ""));
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

    /** @param minutes past the hour, or before it */
    private static @Nullable Moment time(Matcher m, int minutes) {
        boolean said = m.pattern().namedGroups().containsKey("p") && m.group("p") != null;
        var part = said ? part(m.group("p")) : PartOfDay.UNSAID;
        int hour = Numeral.whole(m.group("h"));
        if (minutes >= 60 || minutes <= -60) {
            throw new DateTimeException("no such minute");
        }
        return minutes >= 0 ? Moment.at(hour, minutes, part) : Moment.at(hour == 1 ? 12 : hour - 1, 60 + minutes, part);
    }

    private static @Nullable Moment spelt(Matcher m, Almanac almanac) {
        return time(m, Numeral.whole(m.group("min")) + (m.group("u") == null ? 0 : 5));
    }
}
