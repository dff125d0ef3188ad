package io.renhua.persona;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Writes one language's words into a script: where they stand already, else into the file of that language beside the
 * default one. Remarks, {@code x-} keys and every other text stay as they were.
 */
public final class TranslationPen {
    private final Path folder;
    private final Locales locales;
    private final String locale;
    private final Map<Path, String> before = new LinkedHashMap<>();
    private final Map<Path, String> after = new LinkedHashMap<>();

    /** @param folder such as {@code personas/pao} */
    public TranslationPen(Path folder, Locales locales, String locale) {
        this.folder = folder;
        this.locales = locales;
        this.locale = locale;
    }

    /**
     * Writes the words of a phrase, or the sentences of the list that it is in.
     *
     * @return false where the script has no place for them
     */
    public boolean write(Phrase phrase, List<String> words) {
        var sentences = phrase.path().matches(".*\\.(?:asks|not|cancel)\\[\\d+]");
        var path = sentences ? phrase.path().replaceFirst("\\[\\d+]$", "") : phrase.path();
        var home = folder.resolve(
                phrase.place().file().substring(phrase.place().file().indexOf('/') + 1));
        var own = ScriptPen.composed(content(home));
        if (own.isEmpty()) {
            return false;
        }
        var inline = inline(path, own.get());
        if (inline.isPresent()) {
            return put(home, inline.get(), words);
        }
        return PathStep.along(path, own.get())
                .filter(steps -> put(file(home, steps), steps, words))
                .isPresent();
    }

    /** The files as they would be. */
    public List<ScriptEdit> edits() {
        List<ScriptEdit> edits = new ArrayList<>();
        after.forEach((file, content) -> {
            if (!content.equals(before.get(file))) {
                edits.add(new ScriptEdit(file, before.getOrDefault(file, ""), content));
            }
        });
        return edits;
    }

    /** The way to a label that has all its languages in one map. */
    private Optional<List<PathStep>> inline(String path, Node script) {
        for (var at = path; !at.isEmpty(); at = at.substring(0, Math.max(0, at.lastIndexOf('.')))) {
            var steps = PathStep.along(at, script);
            var there = steps.flatMap(way -> follow(way, script));
            if (there.isPresent() && PathStep.children(there.get()).containsKey(locales.standard())) {
                return steps.map(way -> Stream.concat(way.stream(), Stream.of(new PathStep.Key(locale)))
                        .toList());
            }
        }
        return Optional.empty();
    }

    private static Optional<Node> follow(List<PathStep> steps, Node from) {
        var node = from;
        for (var step : steps) {
            var next = switch (step) {
                case PathStep.Key(var name) -> PathStep.children(node).get(name);
                case PathStep.Index(var at, var ignored) ->
                    node instanceof SequenceNode list && at < list.getValue().size()
                            ? list.getValue().get(at)
                            : null;
                case PathStep.Words ignored -> null;
            };
            if (next == null) {
                return Optional.empty();
            }
            node = next;
        }
        return Optional.of(node);
    }

    /** The file of this language that speaks of it, or the one that answers to the default's. */
    private Path file(Path home, List<PathStep> steps) {
        var level = folder.resolve("locales").resolve(locale);
        var named = steps.subList(0, Math.min(2, steps.size()));
        return Stream.concat(ScriptFiles.scripts(level).stream(), List.copyOf(after.keySet()).stream())
                .filter(file -> file.startsWith(level))
                .filter(file -> ScriptPen.composed(content(file))
                        .flatMap(script -> follow(named, script))
                        .isPresent())
                .findFirst()
                .orElse(level.resolve(folder.relativize(home)));
    }

    private boolean put(Path file, List<PathStep> steps, List<String> words) {
        var content = content(file);
        var script = ScriptPen.composed(content);
        var changed = script.isEmpty()
                ? Optional.of(new YamlLines(content).addBelow(PathStep.block(steps, words) + "\n"))
                : put(new YamlLines(content), script.get(), null, steps, words);
        changed.ifPresent(text -> after.put(file, text));
        return changed.isPresent();
    }

    private static Optional<String> put(
            YamlLines text, Node node, @Nullable CollectionNode<?> parent, List<PathStep> steps, List<String> words) {
        if (node instanceof ScalarNode scalar) {
            return parent == null ? Optional.empty() : inPlace(text, scalar, parent, steps, words);
        }
        if (steps.isEmpty()) {
            return Optional.empty();
        }
        var rest = steps.subList(1, steps.size());
        return switch (steps.getFirst()) {
            case PathStep.Key(var name) -> under(name, text, node, rest, words);
            case PathStep.Words(var name) -> under(name, text, node, rest, words);
            case PathStep.Index index -> at(index, text, node, rest, words);
        };
    }

    private static Optional<String> under(
            String name, YamlLines text, Node node, List<PathStep> rest, List<String> words) {
        if (!(node instanceof MappingNode map)) {
            return Optional.empty();
        }
        var child = PathStep.children(map).get(name);
        return child == null
                ? Optional.of(text.add(map, List.of(entry(map, name, rest, words))))
                : put(text, child, map, rest, words);
    }

    private static Optional<String> at(
            PathStep.Index index, YamlLines text, Node node, List<PathStep> rest, List<String> words) {
        if (!(node instanceof SequenceNode list)) {
            return Optional.empty();
        }
        int size = list.getValue().size();
        if (index.at() < size) {
            return put(text, list.getValue().get(index.at()), list, rest, words);
        }
        List<String> more = new ArrayList<>();
        for (int i = size; i < index.of(); i++) {
            var free = isFlow(list) ? "\"\"" : "- \"\"";
            more.add(i == index.at() ? item(list, rest, words) : free);
        }
        return Optional.of(text.add(list, more));
    }

    /** Instead of a text, or of the nothing that keeps a place free. */
    private static Optional<String> inPlace(
            YamlLines text, ScalarNode scalar, CollectionNode<?> parent, List<PathStep> steps, List<String> words) {
        int indent = parent.getStartMark().orElseThrow().getColumn();
        if (steps.isEmpty() || isText(steps)) {
            var yaml = isFlow(parent)
                    ? PathStep.flow(List.of(), words)
                    : PathStep.block(List.of(), words).replace("\n", "\n  ");
            return Optional.of(text.replace(scalar, indent, yaml));
        }
        if (!(steps.getFirst() instanceof PathStep.Key)) {
            return Optional.empty();
        }
        var more = PathStep.flow(steps, words);
        var yaml = scalar.getValue().isBlank()
                ? more
                : "{text: " + YamlLines.written(scalar.getValue().strip()) + ", " + more.substring(1);
        return Optional.of(text.replace(scalar, indent, yaml));
    }

    /** A text may stand alone for the map that holds it. */
    private static boolean isText(List<PathStep> steps) {
        return steps.getFirst() instanceof PathStep.Words
                || steps.equals(List.of(new PathStep.Key("text")))
                || steps.equals(List.of(new PathStep.Key("say")));
    }

    private static String entry(MappingNode map, String name, List<PathStep> rest, List<String> words) {
        var steps = Stream.concat(Stream.of(new PathStep.Key(name)), rest.stream())
                .<PathStep>map(step -> step)
                .toList();
        var flow = PathStep.flow(steps, words);
        return isFlow(map) ? flow.substring(1, flow.length() - 1) : PathStep.block(steps, words);
    }

    private static String item(SequenceNode list, List<PathStep> rest, List<String> words) {
        return isFlow(list) ? PathStep.flow(rest, words) : PathStep.item(rest, words);
    }

    private static boolean isFlow(CollectionNode<?> node) {
        return node.getFlowStyle() == FlowStyle.FLOW;
    }

    private String content(Path file) {
        return after.computeIfAbsent(file, ignored -> {
            var content = read(file);
            before.put(file, content);
            return content;
        });
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + file, e);
        }
    }
}
