package io.renhua.search;

import io.renhua.text.Fold;
import io.renhua.text.WrittenNumbers;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What somebody looks for, as the address of the page has it.
 *
 * @param asked each thing by its name, empty where they do not mind
 * @param zone in which days begin and end
 */
public record Search(Map<String, String> asked, ZoneId zone) {
    /** Words that all have to occur in one bubble. */
    public static final String WORDS = "words";

    /** An order number or another, whole, however it was typed. */
    public static final String NUMBER = "number";

    /** An id, or how a name begins. */
    public static final String PERSON = "person";

    public static final String TAG = "tag";

    /** Who had it, by their login. */
    public static final String AGENT = "agent";

    public static final String FEELING = "feeling";

    /** What it was resolved with. */
    public static final String TOPIC = "topic";

    /** {@code any}, {@code low} or {@code high}. */
    public static final String RATING = "rating";

    /** Why a person was asked for. */
    public static final String REASON = "reason";

    public static final String PERSONA = "persona";
    public static final String CHANNEL = "channel";

    /** The first day. */
    public static final String FROM = "from";

    /** The last day, itself included. */
    public static final String UNTIL = "until";

    private static final List<String> NAMES =
            List.of(WORDS, NUMBER, PERSON, TAG, AGENT, FEELING, TOPIC, RATING, REASON, PERSONA, CHANNEL, FROM, UNTIL);
    private static final int LONGEST = 200;

    public Search {
        asked = each(asked);
    }

    /** @param asked what is asked for by a name; empty where they do not mind */
    public static Search of(UnaryOperator<String> asked, ZoneId zone) {
        return new Search(NAMES.stream().collect(Collectors.toMap(Function.identity(), asked)), zone);
    }

    private static Map<String, String> each(Map<String, String> asked) {
        var each = new LinkedHashMap<String, String>();
        NAMES.forEach(name -> each.put(name, cut(asked.getOrDefault(name, ""))));
        return Collections.unmodifiableMap(each);
    }

    private static String cut(String value) {
        var word = value.strip();
        return word.substring(0, Math.min(word.length(), LONGEST));
    }

    /** What is asked for by a name; empty where they do not mind. */
    public String asked(String name) {
        return asked.getOrDefault(name, "");
    }

    /** Whether it goes by what was said, and not only by who, when and how. */
    public boolean goesByWords() {
        return !asked(WORDS).isEmpty() || !asked(NUMBER).isEmpty();
    }

    /** The words, each without width, case and script. */
    public List<String> words() {
        var words = Fold.plain(asked(WORDS)).strip();
        return words.isEmpty() ? List.of() : List.of(words.split("\\s+"));
    }

    /** The number without what stands between its signs; empty where none is asked for. */
    public String number() {
        return WrittenNumbers.asked(asked(NUMBER));
    }

    /** What is not left open, in the order of the page. */
    public Map<String, String> chosen() {
        var chosen = new LinkedHashMap<>(asked);
        chosen.values().removeIf(String::isEmpty);
        return chosen;
    }

    /** The same search but for one thing that they do not mind any more. */
    public Search without(String name) {
        var others = new LinkedHashMap<>(asked);
        others.remove(name);
        return new Search(others, zone);
    }

    /** The same search as an address asks for it. */
    public String asQuery() {
        return chosen().entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    public Optional<Instant> begins() {
        return day(asked(FROM)).map(day -> day.atStartOfDay(zone).toInstant());
    }

    public Optional<Instant> ends() {
        return day(asked(UNTIL)).map(day -> day.plusDays(1).atStartOfDay(zone).toInstant());
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return text.isEmpty()
                    ? Optional.empty()
                    : Optional.of(LocalDate.parse(text)).filter(Search::isSane);
        } catch (DateTimeParseException e) {
            return Optional.empty(); // a half typed date looks for any day
        }
    }

    /** A year that a clock of ours can show; others are as good as none. */
    private static boolean isSane(LocalDate day) {
        return day.getYear() > 1900 && day.getYear() < 3000;
    }
}
