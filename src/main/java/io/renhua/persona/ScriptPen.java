package io.renhua.persona;

import io.renhua.text.Han;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Adds example sentences to what people ask, behind the last one of that line in that locale's file. Every other byte of
 * the script stays as it was.
 */
public final class ScriptPen {
    private static final String ASKS = "asks";

    private final Path folder;
    private final Locales locales;

    /** @param folder such as {@code personas/pao} */
    public ScriptPen(Path folder, Locales locales) {
        this.folder = folder;
        this.locales = locales;
    }

    /**
     * The file with the sentences in it; empty where the script has no place for them.
     *
     * @param line as a persona calls it: {@code shipping}, {@code small_talk.greeting}, {@code handoff.explicit}
     */
    public Optional<ScriptEdit> add(String line, String locale, List<String> sentences) {
        var onOneLine = sentences.stream()
                .map(each -> each.replaceAll("[\\s\\p{Cc}]+", " ").strip())
                .toList();
        return edit(line, locale, onOneLine)
                .or(() -> otherScript(locale).flatMap(other -> edit(line, other, converted(onOneLine, other))));
    }

    /** A locale without files of its own speaks the other script's words, converted; those are where to write. */
    private Optional<String> otherScript(String locale) {
        return locales.offered().stream()
                .filter(other -> locale.startsWith("zh") && other.startsWith("zh") && !other.equals(locale))
                .findFirst();
    }

    private static List<String> converted(List<String> sentences, String locale) {
        return sentences.stream()
                .map(each -> locale.contains("Hans") ? Han.simplified(each) : Han.traditional(each))
                .toList();
    }

    private Optional<ScriptEdit> edit(String line, String locale, List<String> sentences) {
        var path = path(line);
        var spots = new ArrayList<Spot>();
        for (var file : ScriptFiles.scripts(folder)) {
            spot(file, path, locale, locale.equals(locales.standard())).ifPresent(spots::add);
        }
        for (var file : ScriptFiles.scripts(folder.resolve("locales").resolve(locale))) {
            spot(file, path, locale, true).ifPresent(spots::add);
        }
        return spots.stream()
                .filter(spot -> spot.list != null)
                .findFirst()
                .or(() -> spots.stream().findFirst())
                .map(spot -> new ScriptEdit(spot.file, spot.content, spot.with(sentences)));
    }

    private static List<String> path(String line) {
        int dot = line.indexOf('.');
        return dot < 0 ? List.of("lines", line) : List.of(line.substring(0, dot), line.substring(dot + 1));
    }

    /** Where a file has the line; and its list of sentences, if this is the locale it is in. */
    private static Optional<Spot> spot(Path file, List<String> path, String locale, boolean plain) {
        var content = read(file);
        var line = composed(content)
                .flatMap(top -> value(top, path.getFirst()))
                .flatMap(section -> value(section, path.getLast()));
        var asks = line.flatMap(node -> value(node, ASKS));
        var list = asks.flatMap(node -> value(node, locale))
                .or(() -> plain ? asks : Optional.empty())
                .filter(SequenceNode.class::isInstance)
                .map(SequenceNode.class::cast);
        return list.map(node -> new Spot(file, content, node, null))
                .or(() -> line.filter(node -> plain && asks.isEmpty() && !isFlow(node))
                        .map(node -> new Spot(file, content, null, node)));
    }

    private static boolean isFlow(Node node) {
        return !(node instanceof MappingNode map)
                || map.getValue().isEmpty()
                || map.getFlowStyle() == org.snakeyaml.engine.v2.common.FlowStyle.FLOW;
    }

    private static Optional<Node> value(Node node, String key) {
        return node instanceof MappingNode map
                ? map.getValue().stream()
                        .filter(tuple -> tuple.getKeyNode() instanceof ScalarNode name
                                && name.getValue().equals(key))
                        .map(NodeTuple::getValueNode)
                        .findFirst()
                : Optional.empty();
    }

    /** A script's text as nodes that know their lines; empty where it is no YAML. */
    static Optional<Node> composed(String content) {
        try {
            return new Compose(LoadSettings.builder().build()).composeString(content);
        } catch (YamlEngineException e) {
            return Optional.empty(); // the reader says what is wrong with it
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + file, e);
        }
    }

    /** A place in a file where sentences can go: a list, or the line that has none yet. */
    private record Spot(
            Path file,
            String content,
            @Nullable SequenceNode list,
            @Nullable Node line) {

        String with(List<String> sentences) {
            var text = new YamlLines(content);
            if (list != null) {
                return text.append(list, sentences);
            }
            return line == null ? content : text.begin(line, ASKS, sentences);
        }
    }
}
