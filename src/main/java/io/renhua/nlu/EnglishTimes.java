package io.renhua.nlu;

import static io.renhua.nlu.Rule.rule;

import java.time.DateTimeException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** Times of day as English names them. */
final class EnglishTimes {
    private static final String AFTER_TIME = "(?=$|[.,!?;:)]|[^\\x00-\\x7F]| (?:on|in|at|" + EnglishMoments.TOMORROW
            + "|today|tonight|this|next|pl[sz]|please"
            + "|for|if|and|then|or|is|would|works?|ok|okay|with|instead|sharp|exactly|so|but|until|till|to|the|my|we|i)\\b| <WEEKDAY>| "
            + EnglishMoments.SHORT + "\\b)";
    private static final String MERIDIEM = " ?(?<p>[ap])\\.?m\\b\\.?";

    private static final Map<String, PartOfDay> PARTS = Map.of(
            "morning", PartOfDay.MORNING,
            "a", PartOfDay.MORNING,
            "afternoon", PartOfDay.AFTERNOON,
            "p", PartOfDay.AFTERNOON,
            "evening", PartOfDay.EVENING,
            "night", PartOfDay.EVENING);

    private EnglishTimes() {}

    static List<Rule<Almanac, Moment>> rules() {
        return List.of(
                rule("(?<h><HOUR>)" + MERIDIEM, (m, almanac) -> time(m, 0)),
                rule(
                        "(?<![a-z0-9.:$/-])(?<h>1[0-2]|0?[1-9])[:.]?(?<min>[0-5]\\d)" + MERIDIEM,
                        (m, almanac) -> time(m, Integer.parseInt(m.group("min")))),
                rule(
                        "(?<h><HOUR>)[ -](?<min>fifteen|twenty|thirty|forty|fifty)(?:[ -](?<u>five))?" + MERIDIEM,
                        EnglishTimes::spelt),
                rule(
                        "(?<=\\b(?:at|by|around|about|before|after) )(?<h><HOUR>)[ -](?<min>fifteen|twenty|thirty|forty|fifty)(?:[ -](?<u>five))?\\b(?<p>)",
                        EnglishTimes::spelt),
                rule(
                        "(?<=\\b(?:at|by|around|about|before|after|from|until|till|@) ?)(?<h><HOUR>)(?:ish)?"
                                + AFTER_TIME,
                        (m, almanac) -> time(m, 0)),
                rule("(?<h><HOUR>)(?: ?o'?clock|ish)\\b", (m, almanac) -> time(m, 0)),
                rule(
                        "(?<h><HOUR>)(?= (?:tonight|in the (?:morning|afternoon|evening)|at night|this (?:morning|afternoon|evening)|"
                                + EnglishMoments.TOMORROW + " (?:morning|afternoon|evening|night))\\b)",
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

    static PartOfDay part(String word) {
        return PARTS.getOrDefault(word, PartOfDay.UNSAID);
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
