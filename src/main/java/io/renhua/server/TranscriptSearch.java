package io.renhua.server;

import io.micronaut.http.HttpParameters;
import io.renhua.text.Han;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * What somebody looks for in the transcripts; empty where they do not mind.
 *
 * @param words each of which has to occur, in traditional or simplified characters
 * @param person an id, or how a name begins
 * @param from the first day
 * @param until the last day, itself included
 */
record TranscriptSearch(
        String words, String persona, String channel, String person, String from, String until, ZoneId zone) {
    private static final int LONGEST = 200;

    static TranscriptSearch in(HttpParameters asked, ZoneId zone) {
        return new TranscriptSearch(
                word(asked, "words"),
                word(asked, "persona"),
                word(asked, "channel"),
                word(asked, "person"),
                word(asked, "from"),
                word(asked, "until"),
                zone);
    }

    private static String word(HttpParameters asked, String name) {
        var value = asked.getFirst(name).orElse("").strip();
        return value.substring(0, Math.min(value.length(), LONGEST));
    }

    /** The same search as an address asks for it. */
    String asQuery() {
        return asMap().entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    Map<String, String> asMap() {
        return Map.of(
                "words", words,
                "persona", persona,
                "channel", channel,
                "person", person,
                "from", from,
                "until", until);
    }

    /** The conversations that fit with their last fitting place, the latest first. */
    Query conversations(Handle handle, String limit) {
        var values = new HashMap<String, Object>();
        var where = where(values);
        return handle.createQuery("select conversation, max(seq) as seq, count(*) as hits from journal where " + where
                        + " group by conversation order by 2 desc " + limit)
                .bindMap(values);
    }

    Optional<Instant> begins() {
        return day(from)
                .filter(TranscriptSearch::sane)
                .map(day -> day.atStartOfDay(zone).toInstant());
    }

    Optional<Instant> ends() {
        return day(until)
                .filter(TranscriptSearch::sane)
                .map(day -> day.plusDays(1).atStartOfDay(zone).toInstant());
    }

    /** A year that a clock of ours can show; others are as good as none. */
    private static boolean sane(LocalDate day) {
        return day.getYear() > 1900 && day.getYear() < 3000;
    }

    private String where(Map<String, Object> values) {
        var where = new StringBuilder("kind in ('Received', 'Said')");
        begins().ifPresent(instant -> {
            where.append(" and at >= :begins");
            values.put("begins", instant);
        });
        ends().ifPresent(instant -> {
            where.append(" and at < :ends");
            values.put("ends", instant);
        });
        eachWord().forEach(word -> {
            int number = values.size();
            where.append(" and (body ilike :word%d or body ilike :other%d)".formatted(number, number));
            values.put("word" + number, containing(word));
            values.put("other" + number, containing(otherScript(word)));
        });
        if (!channel.isBlank()) {
            where.append(" and channel = :channel");
            values.put("channel", channel);
        }
        if (!persona.isBlank()) {
            where.append(" and conversation in (select conversation from journal where persona = :persona)");
            values.put("persona", persona);
        }
        if (!person.isBlank()) {
            where.append("""
                     and conversation in (select conversation from journal
                    where kind = 'Received' and (person = :person or happening ilike :named))""");
            values.put("person", person.strip());
            values.put("named", containing("\"name\":\"" + person.strip()));
        }
        return where.toString();
    }

    private List<String> eachWord() {
        return words.isBlank() ? List.of() : List.of(words.strip().split("\\s+"));
    }

    private static String otherScript(String word) {
        var simplified = Han.simplified(word);
        return simplified.equals(word) ? Han.traditional(word) : simplified;
    }

    private static String containing(String words) {
        return "%" + words.replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty(); // a half typed date looks for any day
        }
    }
}
