package io.renhua.persona;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** One step from a script's top to one of its texts. */
sealed interface PathStep {

    record Key(String name) implements PathStep {}

    /** @param of how long the list is in the default files, and so in all others */
    record Index(int at, int of) implements PathStep {}

    /** The text itself, which may as well stand under this key. */
    record Words(String key) implements PathStep {}

    /** The way of a path as in {@link Places} through the default files; empty where they have no such path. */
    static Optional<List<PathStep>> along(String path, Node node) {
        if (path.isEmpty()) {
            return Optional.of(List.of());
        }
        if (node instanceof ScalarNode) {
            return Optional.of(
                    path.matches("\\[0]") ? List.of() : List.of(new Words(path.replaceFirst("^\\[0]\\.?", ""))));
        }
        if (path.startsWith("[")) {
            int at = Integer.parseInt(path.substring(1, path.indexOf(']')));
            var rest = path.substring(path.indexOf(']') + 1).replaceFirst("^\\.", "");
            if (!(node instanceof SequenceNode list)) {
                return along(rest, node);
            }
            var all = list.getValue();
            return along(rest, all.get(at)).map(steps -> behind(new Index(at, all.size()), steps));
        }
        return children(node).entrySet().stream()
                .filter(child -> path.matches("\\Q" + child.getKey() + "\\E(?:[.\\[].*)?"))
                .max(Map.Entry.comparingByKey())
                .flatMap(child -> along(
                                path.substring(child.getKey().length()).replaceFirst("^\\.", ""), child.getValue())
                        .map(steps -> behind(new Key(child.getKey()), steps)));
    }

    /** A map's values by their keys; none for anything else. */
    static Map<String, Node> children(Node node) {
        return node instanceof MappingNode map
                ? map.getValue().stream()
                        .filter(tuple -> tuple.getKeyNode() instanceof ScalarNode)
                        .collect(Collectors.toMap(
                                tuple -> ((ScalarNode) tuple.getKeyNode()).getValue(),
                                NodeTuple::getValueNode,
                                (one, twice) -> one))
                : Map.of();
    }

    /** What these steps lead to, as YAML of several lines; the lists on the way as long as they must be. */
    static String block(List<PathStep> steps, List<String> words) {
        if (steps.isEmpty()) {
            return text(words);
        }
        var rest = steps.subList(1, steps.size());
        return switch (steps.getFirst()) {
            case Words ignored -> text(words);
            case Key(var name) -> {
                boolean ends = rest.isEmpty() || rest.getFirst() instanceof Words;
                var below = block(rest, words);
                boolean sentences = ends && words.size() > 1;
                yield YamlLines.written(name) + ":"
                        + (ends && !sentences
                                ? " " + below.replace("\n", "\n  ")
                                : ("\n" + below).replace("\n", "\n  "));
            }
            case Index(var at, var of) ->
                IntStream.range(0, of)
                        .mapToObj(i -> i == at ? item(rest, words) : "- \"\"")
                        .collect(Collectors.joining("\n"));
        };
    }

    /** The same on one line. */
    static String flow(List<PathStep> steps, List<String> words) {
        if (steps.isEmpty() || steps.getFirst() instanceof Words) {
            return words.size() == 1
                    ? YamlLines.written(words.getFirst())
                    : words.stream().map(YamlLines::written).collect(Collectors.joining(", ", "[", "]"));
        }
        var below = flow(steps.subList(1, steps.size()), words);
        return switch (steps.getFirst()) {
            case Words ignored -> below;
            case Key(var name) -> "{" + YamlLines.written(name) + ": " + below + "}";
            case Index(var at, var of) ->
                IntStream.range(0, of)
                        .mapToObj(i -> i == at ? below : "\"\"")
                        .collect(Collectors.joining(", ", "[", "]"));
        };
    }

    /** An entry of a list. */
    static String item(List<PathStep> rest, List<String> words) {
        return "- " + block(rest, words).replace("\n", "\n  ");
    }

    /** One text, or a list of sentences. */
    private static String text(List<String> words) {
        if (words.size() > 1) {
            return words.stream().map(each -> "- " + YamlLines.written(each)).collect(Collectors.joining("\n"));
        }
        var text = words.getFirst();
        boolean plainLines = text.lines().noneMatch(line -> line.isBlank() || line.startsWith(" "));
        return text.contains("\n") && plainLines ? "|\n" + text : YamlLines.written(text);
    }

    private static List<PathStep> behind(PathStep first, List<PathStep> steps) {
        return Stream.concat(Stream.of(first), steps.stream()).toList();
    }
}
