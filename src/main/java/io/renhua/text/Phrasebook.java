package io.renhua.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What our sentences are in another language. Each file under {@code phrases} holds the English sentence on one line, and
 * under it, indented, the other; a line that begins with # is a heading.
 */
public final class Phrasebook {
    public static final String ENGLISH = "en";
    private static final List<String> TOPICS =
            List.of("reader", "lint", "commands", "exchange", "configuration", "store", "deliveries");
    private static final Map<String, Phrasebook> BOOKS = Map.of("zh-Hant", read("zh-Hant"), "zh-Hans", read("zh-Hans"));
    private static final Map<String, Phrasebook> HELP = Map.of("zh-Hant", help("zh-Hant"), "zh-Hans", help("zh-Hans"));
    private static final Phrasebook NONE = new Phrasebook(Map.of());

    private final Map<String, String> phrases;

    private Phrasebook(Map<String, String> phrases) {
        this.phrases = phrases;
    }

    /** @param language one of those that we write in; any other finds none of its sentences here */
    public static Phrasebook of(String language) {
        return BOOKS.getOrDefault(language, NONE);
    }

    /** The same for what commands say of themselves. */
    public static Phrasebook ofHelp(String language) {
        return HELP.getOrDefault(language, NONE);
    }

    /** The sentence in this language; itself where this language has none. */
    public String in(String english) {
        return phrases.getOrDefault(english, english);
    }

    /** Every sentence there is, by its English. */
    public Map<String, String> phrases() {
        return phrases;
    }

    private static Phrasebook read(String language) {
        var phrases = new LinkedHashMap<String, String>();
        TOPICS.forEach(topic -> read("phrases/" + language + "/" + topic + ".txt", phrases));
        return new Phrasebook(Map.copyOf(phrases));
    }

    private static Phrasebook help(String language) {
        var phrases = new LinkedHashMap<String, String>();
        read("phrases/" + language + "/help.txt", phrases);
        return new Phrasebook(Map.copyOf(phrases));
    }

    private static void read(String file, Map<String, String> into) {
        var english = "";
        for (var line : lines(file)) {
            if (line.startsWith(" ")) {
                if (into.put(english, line.strip()) != null) {
                    throw new IllegalStateException("said twice, in " + file + " for the second time: " + english);
                }
            } else if (!line.isBlank() && !line.startsWith("#")) {
                english = line;
            }
        }
    }

    private static List<String> lines(String file) {
        try (var in = Phrasebook.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("there is no " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + file, e);
        }
    }
}
