package io.renhua.exchange;

import io.renhua.bundle.CannotTravel;
import io.renhua.text.Wording;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** Writes a newcomer down as a persona's folder: what it brought, and standing words for what every persona needs. */
final class NewcomerFolder {
    private static final int LARGEST_SCRIPT = 1_000_000;
    private static final String LINES_FILE = "lines/from-elsewhere.yaml";
    private static final String FACE = "img/face.svg";

    private static final List<String> ORDER = List.of(
            "spec",
            "id",
            "version",
            "locales",
            "identity",
            "links",
            "labels",
            "entry",
            "entities",
            "small_talk",
            "sensitive",
            "handoff",
            "disclosure",
            "privacy");

    private final Newcomer newcomer;
    private final String id;
    private final String heading;

    /** @param heading comment lines for its operator, above everything else */
    NewcomerFolder(Newcomer newcomer, String id, String heading) {
        this.newcomer = newcomer;
        this.id = id;
        this.heading = heading;
    }

    void fill(Path folder) throws IOException {
        var lines = new LinesFile(newcomer.topics(), new LineNames(Set.of()));
        fill(folder, heading + "\n", persona(lines.in(standard())), lines.in(standard()));
        for (var locale : newcomer.locales().subList(1, newcomer.locales().size())) {
            var words = lines.wordsIn(locale);
            fill(folder.resolve("locales").resolve(locale), "", words(locale, words), words);
        }
        for (var file : newcomer.files().entrySet()) {
            write(folder.resolve(file.getKey()), file.getValue());
        }
        if (!hasFace()) {
            write(folder.resolve(FACE), face());
        }
    }

    private static void fill(Path level, String heading, Map<String, Object> persona, Map<String, ?> sections)
            throws IOException {
        write(level.resolve("persona.yaml"), heading + ScriptPaper.written(persona));
        if (sections.get(LinesFile.LINES) instanceof Map<?, ?> lines) {
            write(level.resolve(LINES_FILE), ScriptPaper.written(Map.of(LinesFile.LINES, lines)));
        }
    }

    private Map<String, Object> persona(Map<String, ?> sections) {
        var head = Map.of(
                "spec",
                "renhua/1",
                "id",
                id,
                "version",
                "1",
                "locales",
                new TreeMap<>(Map.of("default", standard(), "offer", newcomer.locales())),
                "identity",
                Map.of("nickname", newcomer.nickname(), "images", Map.of("avatar", FACE)));
        var all = together(StandingWords.whole(standard()), head, newcomer.own(), sections);
        var ordered = new LinkedHashMap<String, Object>();
        ORDER.stream().filter(all::containsKey).forEach(key -> ordered.put(key, all.get(key)));
        return Tree.merged(ordered, all);
    }

    private Map<String, Object> words(String locale, Map<String, ?> sections) {
        return together(StandingWords.words(locale), Map.of("identity", names()), sections);
    }

    /** What is the same in every language until its operator says otherwise. */
    private Map<String, Object> names() {
        var names = new LinkedHashMap<String, Object>(Map.of("nickname", newcomer.nickname()));
        if (Tree.map(newcomer.own().get("identity")).get("brand") instanceof String brand) {
            names.put("brand", brand);
        }
        return names;
    }

    /** What stands in {@code persona.yaml}: all but what has a file of its own, and no standing greeting beside theirs. */
    private Map<String, Object> together(Map<String, Object> standing, Map<?, ?>... own) {
        var all = standing;
        if (greets(all)) {
            all = Tree.without(all, "small_talk", "greeting");
        }
        for (var each : own) {
            all = Tree.merged(all, each);
        }
        return Tree.without(all, LinesFile.LINES);
    }

    /** Whether one of their lines answers to a greeting. */
    private boolean greets(Map<String, Object> standing) {
        var smallTalk = Tree.map(standing.get("small_talk"));
        var greetings = Tree.list(Tree.map(smallTalk.get("greeting")).get("asks"));
        return newcomer.topics().stream()
                .flatMap(topic -> topic.asks().values().stream().flatMap(List::stream))
                .anyMatch(ask -> greetings.contains(ask.toLowerCase(Locale.ROOT)));
    }

    private boolean hasFace() {
        return newcomer.own().get("identity") instanceof Map<?, ?> identity
                && identity.get("images") instanceof Map<?, ?> images
                && images.containsKey("avatar");
    }

    private String standard() {
        return newcomer.locales().getFirst();
    }

    private static byte[] face() throws IOException {
        try (InputStream face = NewcomerFolder.class.getResourceAsStream("face.svg")) {
            return Objects.requireNonNull(face).readAllBytes();
        }
    }

    private static void write(Path file, String script) throws IOException {
        var bytes = script.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > LARGEST_SCRIPT) {
            throw new CannotTravel(Wording.of("It is refused: its words would fill a script of over 1 MB."));
        }
        write(file, bytes);
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.write(file, bytes);
    }
}
