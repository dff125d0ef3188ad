package io.renhua.exchange;

import io.renhua.bundle.CannotTravel;
import io.renhua.text.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Topics as the sections of a script that hold lines, in the default locale and, words only, in another. */
final class LinesFile {
    /** What a person can still look over; a persona of so many lines is learnt in seconds. */
    private static final int MOST = 2_000;

    static final String LINES = "lines";

    private final Map<String, Topic> topics = new LinkedHashMap<>();

    LinesFile(List<Topic> topics, LineNames names) {
        if (topics.size() > MOST) {
            throw new CannotTravel(Wording.of(
                    "It is refused: it holds %s answers, and a persona %s at most. Write instead: several"
                            + " personas.",
                    topics.size(), MOST));
        }
        topics.forEach(topic -> this.topics.put(names.next(topic.name()), topic));
    }

    /** The sections that hold them in the default locale's files. */
    Map<String, Map<String, Object>> in(String locale) {
        return sections(locale, (topic, line) -> {
            line.putAll(topic.more());
            line.put(
                    "says",
                    topic.says().stream().map(said -> said(said, locale)).toList());
        });
    }

    /** The same in another locale's files, words only: they answer to the default's position by position. */
    Map<String, Map<String, Object>> wordsIn(String locale) {
        return sections(
                locale,
                (topic, line) -> line.put(
                        "says",
                        topic.says().stream().map(said -> text(said, locale)).toList()));
    }

    private Map<String, Map<String, Object>> sections(String locale, BiConsumer<Topic, Map<String, Object>> rest) {
        var sections = new LinkedHashMap<String, Map<String, Object>>();
        topics.forEach((name, topic) -> {
            var section = name.contains(".") ? name.substring(0, name.indexOf('.')) : LINES;
            var line = line(topic, locale);
            rest.accept(topic, line);
            sections.computeIfAbsent(section, ignored -> new LinkedHashMap<>())
                    .put(name.substring(name.indexOf('.') + 1), line);
        });
        return sections;
    }

    private static Map<String, Object> line(Topic topic, String locale) {
        var line = new LinkedHashMap<String, Object>();
        var asks = topic.asks().getOrDefault(locale, List.of());
        if (!asks.isEmpty()) {
            line.put("asks", new ArrayList<>(asks));
        }
        return line;
    }

    private static Object said(Said said, String locale) {
        if (said.more().isEmpty()) {
            return text(said, locale);
        }
        var variant = new LinkedHashMap<>(said.more());
        variant.put("text", text(said, locale));
        return variant;
    }

    private static String text(Said said, String locale) {
        return said.text().getOrDefault(locale, "");
    }
}
