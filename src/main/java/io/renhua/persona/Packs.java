package io.renhua.persona;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** The word packs that come with Renhua. */
public final class Packs {
    private static final List<String> FILES =
            List.of("claims.yaml", "crisis.yaml", "hype.yaml", "retention.yaml", "sensitive.yaml");
    private static final Map<String, Pack> STANDING = read();

    private Packs() {}

    /** All of them, by id. */
    public static Map<String, Pack> standing() {
        return STANDING;
    }

    /** The same, each replaced by a persona's own of that name, and its others. */
    static Map<String, Pack> with(Map<String, Pack> own) {
        var packs = new LinkedHashMap<>(STANDING);
        packs.putAll(own);
        return Collections.unmodifiableMap(packs);
    }

    private static Map<String, Pack> read() {
        var packs = new LinkedHashMap<String, Pack>();
        FILES.forEach(file -> packs.putAll(read(file)));
        return Collections.unmodifiableMap(packs);
    }

    private static Map<String, Pack> read(String file) {
        var problems = new Problems();
        var entries = new YamlSource(file, text(file), problems)
                .read()
                .orElseThrow(() -> new IllegalStateException("reading our own " + file + ": " + problems.inOrder()));
        var none = new Locales("", List.of());
        var translations = new Translations(none, Map.of(), new Gaps("", Set.of()), problems);
        var files = new ScriptFiles(Path.of("packs"), problems);
        var script = new Script(files, problems, translations, Names.in(entries), new TreeMap<>());
        var packs = PackReader.read(ScriptNode.root(script, entries, Map.of()).key("packs"));
        if (problems.anyError()) {
            throw new IllegalStateException("reading our own " + file + ": " + problems.inOrder());
        }
        return packs;
    }

    private static String text(String file) {
        try (var in = Objects.requireNonNull(Packs.class.getResourceAsStream("packs/" + file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("reading our own " + file, e);
        }
    }
}
