package io.renhua.persona;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A YAML file as the lines its author wrote, into which sentences are put without touching the others. */
final class YamlLines {
    private static final Pattern LINE = Pattern.compile("[^\\r\\n]*(?:\\r\\n|\\r|\\n|$)");
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}][^:#\\[\\]{},\"'\\\\]*");

    private final String content;
    private final List<String> lines;
    private final String end;

    YamlLines(String content) {
        this.content = content;
        this.lines = LINE.matcher(content).results().map(match -> match.group()).toList();
        this.end = content.contains("\r\n") ? "\r\n" : "\n";
    }

    /** The content with sentences behind the last of a list. */
    String append(SequenceNode list, List<String> sentences) {
        if (list.getFlowStyle() == FlowStyle.FLOW) {
            return within(list, sentences);
        }
        var last = list.getValue().getLast();
        var dash = " ".repeat(start(list).getColumn()) + "- ";
        return behind(lastLine(last, start(list).getColumn()), dashed(dash, sentences));
    }

    /** The content with a list of sentences as the first thing that a map has. */
    String begin(Node map, String key, List<String> sentences) {
        var indent = " ".repeat(start(map).getColumn());
        var before = offset(start(map).getLine(), 0);
        var text = indent + key + ":" + end + dashed(indent + "  - ", sentences);
        return content.substring(0, before) + text + end + content.substring(before);
    }

    /**
     * The content with other YAML in a text's place; a remark beside the text stays.
     *
     * @param indent of the key or the dash before the text
     * @param yaml its further lines indented from there
     */
    String replace(ScalarNode scalar, int indent, String yaml) {
        var from = start(scalar);
        int begin = offset(from.getLine(), from.getColumn());
        boolean block = isBlock(scalar);
        int until = block
                ? begin
                        + content.substring(begin, offset(lastLine(scalar, indent) + 1, 0))
                                .stripTrailing()
                                .length()
                : offset(end(scalar).getLine(), end(scalar).getColumn());
        var remark = block ? remark(content.substring(begin, until)) : "";
        var head = yaml.lines().findFirst().orElse("");
        var rest = indented(yaml.substring(head.length()), " ".repeat(indent));
        boolean stuck = begin == until && begin > 0 && !Character.isWhitespace(content.charAt(begin - 1));
        return content.substring(0, begin) + (stuck ? " " : "") + head + remark + rest + content.substring(until);
    }

    /** The content with something more in a map or a list, behind what is in it. */
    String add(CollectionNode<?> parent, List<String> more) {
        if (parent.getFlowStyle() == FlowStyle.FLOW) {
            int at = offset(end(parent).getLine(), end(parent).getColumn()) - 1;
            var before = content.substring(0, at).stripTrailing();
            return before + (parent.getValue().isEmpty() ? "" : ", ") + String.join(", ", more) + content.substring(at);
        }
        var spaces = " ".repeat(start(parent).getColumn());
        return behind(lastLine(parent), spaces + indented(String.join("\n", more), spaces));
    }

    /** The content with something more at its end. */
    String addBelow(String text) {
        return content.isBlank() || content.endsWith("\n") ? content + text : content + end + text;
    }

    /** The last line that something in a map or list stands on. */
    private int lastLine(CollectionNode<?> parent) {
        int column = start(parent).getColumn();
        var last = parent.getValue().getLast() instanceof NodeTuple tuple
                ? tuple.getValueNode()
                : (Node) parent.getValue().getLast();
        return last instanceof CollectionNode<?> collection
                        && collection.getFlowStyle() != FlowStyle.FLOW
                        && !collection.getValue().isEmpty()
                ? lastLine(collection)
                : lastLine(last, column);
    }

    /** Every line but the first as far to the right, with the ends of lines that this file has. */
    private String indented(String yaml, String spaces) {
        return yaml.replaceAll("\n(?=[^\n])", "\n" + spaces).replace("\n", end);
    }

    /** A remark behind the sign that begins a block of text. */
    private static String remark(String block) {
        var head = block.lines().findFirst().orElse("");
        int hash = head.indexOf(" #");
        return hash < 0 ? "" : head.substring(hash);
    }

    private static boolean isBlock(ScalarNode scalar) {
        return scalar.getScalarStyle() == ScalarStyle.LITERAL || scalar.getScalarStyle() == ScalarStyle.FOLDED;
    }

    private String within(SequenceNode list, List<String> sentences) {
        boolean empty = list.getValue().isEmpty();
        var mark = empty ? start(list) : list.getValue().getLast().getEndMark().orElseThrow();
        int at = offset(mark.getLine(), mark.getColumn()) + (empty ? 1 : 0);
        var words = sentences.stream().map(YamlLines::written).collect(Collectors.joining(", "));
        return content.substring(0, at) + (empty ? "" : ", ") + words + content.substring(at);
    }

    private String dashed(String dash, List<String> sentences) {
        return sentences.stream().map(each -> dash + written(each)).collect(Collectors.joining(end));
    }

    /** A file need not end its last line. */
    private String behind(int line, String text) {
        int at = offset(line + 1, 0);
        boolean open = at == content.length() && !content.endsWith("\n");
        return content.substring(0, at) + (open ? end + text : text + end) + content.substring(at);
    }

    /** The last line of an entry. A block of text is known to end only where something else begins. */
    private int lastLine(Node entry, int dash) {
        int first = start(entry).getLine();
        int last = entry.getEndMark().orElseThrow().getLine();
        boolean block = entry instanceof ScalarNode scalar && isBlock(scalar);
        while (block && last > first && indent(last) <= dash) {
            last--;
        }
        return last;
    }

    /** How far a line is indented; nothing for an empty one. */
    private int indent(int line) {
        if (line >= lines.size() || lines.get(line).isBlank()) {
            return -1;
        }
        return lines.get(line).length() - lines.get(line).stripLeading().length();
    }

    /** @param column in code points, as YAML's reader counts */
    private int offset(int line, int column) {
        int before = lines.stream().limit(line).mapToInt(String::length).sum();
        return content.offsetByCodePoints(before, column);
    }

    private static Mark start(Node node) {
        return node.getStartMark().orElseThrow();
    }

    private static Mark end(Node node) {
        return node.getEndMark().orElseThrow();
    }

    /** A text on one line, plain where nothing in it is a sign of YAML. */
    static String written(String sentence) {
        return PLAIN.matcher(sentence).matches() && sentence.equals(sentence.strip()) && !sentence.contains("\n")
                ? sentence
                : '"' + sentence.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
