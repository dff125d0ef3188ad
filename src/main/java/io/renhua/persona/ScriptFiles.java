package io.renhua.persona;

import io.renhua.persona.YamlNode.Entries;
import io.renhua.persona.YamlNode.Entry;
import io.renhua.persona.YamlNode.Items;
import io.renhua.text.Wording;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A persona's folder: its files merged into one script, and the same for each locale beside it. */
final class ScriptFiles {
    private static final List<String> PARTS = List.of("lines", "tests", "campaigns", "packs");

    private final Path folder;
    private final Problems problems;
    private final List<Pardon> pardons = new ArrayList<>();

    ScriptFiles(Path folder, Problems problems) {
        this.folder = folder.toAbsolutePath().normalize();
        this.problems = problems;
    }

    String id() {
        return String.valueOf(folder.getFileName());
    }

    /** The default locale's files as one. */
    Entries script() {
        var top = folder.resolve("persona.yaml");
        if (!Files.isRegularFile(top)) {
            problems.error(place(top), "S1", "there is no persona.yaml in this folder", "a file of that name");
            problems.incomplete();
        }
        return merged(folder);
    }

    /** The words of each locale that has a folder, by tag. */
    Map<String, Entries> locales() {
        var locales = new LinkedHashMap<String, Entries>();
        for (var each : listed(folder.resolve("locales"))) {
            if (Files.isDirectory(each)) {
                locales.put(String.valueOf(each.getFileName()), merged(each));
            }
        }
        return locales;
    }

    /** What is meant so, of every file read. */
    List<Pardon> pardons() {
        return List.copyOf(pardons);
    }

    /** The files that hold a locale's words, as authors know them. */
    Set<String> translations() {
        return listed(folder.resolve("locales")).stream()
                .flatMap(locale -> scripts(locale).stream())
                .map(this::file)
                .collect(Collectors.toSet());
    }

    /** A table's or calendar's text; empty when it is not there or cannot be read, which is noted at the place that names it. */
    Optional<String> table(String path, Place namedAt) {
        if (!holds(path)) {
            problems.error(
                    namedAt, "S2", Wording.of("there is no file %s in this persona's folder", path), "a path below it");
            return Optional.empty();
        }
        return Utf8.read(folder.resolve(path), file(folder.resolve(path)), problems);
    }

    /** Chats written down line by line, by file. */
    Map<String, String> chats() {
        var chats = new LinkedHashMap<String, String>();
        listed(folder.resolve("tests")).stream()
                .filter(ScriptFiles::isChat)
                .forEach(path -> Utf8.read(path, file(path), problems).ifPresent(text -> chats.put(file(path), text)));
        return chats;
    }

    private static boolean isChat(Path path) {
        return path.toString().endsWith(".chat");
    }

    /** Every file that is no script, hidden ones and notes in Markdown left out. */
    List<Path> others() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        var read = new HashSet<>(scripts(folder));
        listed(folder.resolve("locales")).forEach(locale -> read.addAll(scripts(locale)));
        listed(folder.resolve("tests")).stream().filter(ScriptFiles::isChat).forEach(read::add);
        try (var paths = Files.walk(folder)) {
            return paths.filter(path -> Files.isRegularFile(path) && !read.contains(path))
                    .filter(path -> !below(path).matches("(.*/)?\\..*|.*\\.md"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("listing " + folder, e);
        }
    }

    /** A file's path as scripts name it. */
    String below(Path path) {
        return folder.relativize(path).toString().replace('\\', '/');
    }

    /** Whether a path names a file below this folder, and none outside. */
    boolean holds(String path) {
        if (path.isBlank() || path.indexOf('\0') >= 0) {
            return false;
        }
        try {
            var file = folder.resolve(path).normalize();
            return file.startsWith(folder) && Files.isRegularFile(file);
        } catch (InvalidPathException e) {
            return false; // what no file can be called, none is
        }
    }

    /** How authors know a file: from the personas folder on. */
    String file(Path path) {
        var relative = below(path);
        return relative.isEmpty() ? id() : id() + "/" + relative;
    }

    Place place(Path path) {
        return new Place(file(path), 1, 1);
    }

    private Entries merged(Path level) {
        var merged = new LinkedHashMap<String, Entry>();
        for (var path : scripts(level)) {
            Utf8.read(path, file(path), problems)
                    .ifPresentOrElse(
                            text -> {
                                pardons.addAll(Pardon.in(file(path), text));
                                new YamlSource(file(path), text, problems)
                                        .read()
                                        .ifPresent(entries -> merge(merged, entries, 0));
                            },
                            problems::incomplete);
        }
        return new Entries(merged, place(level.resolve("persona.yaml")));
    }

    /** The files that hold one locale's words, in the order they are read in. */
    static List<Path> scripts(Path level) {
        List<Path> scripts = new ArrayList<>();
        if (Files.isRegularFile(level.resolve("persona.yaml"))) {
            scripts.add(level.resolve("persona.yaml"));
        }
        for (var part : PARTS) {
            listed(level.resolve(part)).stream()
                    .filter(path -> path.toString().endsWith(".yaml"))
                    .forEach(scripts::add);
        }
        return scripts;
    }

    /** Sections may spread over files; what stands in a section may not. */
    private void merge(Map<String, Entry> into, Entries more, int depth) {
        more.entries().forEach((name, entry) -> {
            var first = into.putIfAbsent(name, entry);
            if (first != null) {
                both(into, name, first, entry, depth);
            }
        });
    }

    private void both(Map<String, Entry> into, String name, Entry first, Entry second, int depth) {
        if (depth == 0 && first.value() instanceof Entries one && second.value() instanceof Entries other) {
            var together = new LinkedHashMap<>(one.entries());
            merge(together, other, 1);
            into.put(name, new Entry(first.key(), new Entries(together, one.place())));
        } else if (depth == 0 && first.value() instanceof Items one && second.value() instanceof Items other) {
            var together =
                    Stream.concat(one.nodes().stream(), other.nodes().stream()).toList();
            into.put(name, new Entry(first.key(), new Items(together, one.place())));
        } else if (depth == 0 && !first.value().getClass().equals(second.value().getClass())) {
            var why = Wording.of("%s is shaped unlike %s in %s", name, name, first.key());
            problems.error(second.key(), "S1", why, "the shape that it has there");
        } else {
            var why = Wording.of("%s stands in %s and in %s", name, first.key(), second.key());
            problems.error(second.key(), "S1", why, "it in one of them only");
        }
    }

    private static List<Path> listed(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (var paths = Files.list(directory)) {
            return paths.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("listing " + directory, e);
        }
    }
}
