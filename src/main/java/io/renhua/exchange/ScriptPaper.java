package io.renhua.exchange;

import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Present;
import org.snakeyaml.engine.v2.api.lowlevel.Serialize;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Writes maps, lists and texts as a script: block style, a plain text wherever there is nothing else to say. */
final class ScriptPaper {
    private static final DumpSettings FORM = DumpSettings.builder()
            .setDefaultFlowStyle(FlowStyle.BLOCK)
            .setIndent(2)
            .setIndicatorIndent(2)
            .setIndentWithIndicator(true)
            .setWidth(100)
            .setMaxSimpleKeyLength(1000)
            .build();

    private ScriptPaper() {}

    static String written(Map<String, ?> script) {
        var plain = new Present(FORM)
                .emitToString(new Serialize(FORM).serializeOne(node(script)).iterator());
        return plain.replaceAll("(?m)^(?=[a-z])", "\n").strip() + "\n"; // a blank line between its parts
    }

    private static Node node(Object value) {
        return switch (value) {
            case Map<?, ?> map -> new MappingNode(Tag.MAP, tuples(map), FlowStyle.BLOCK);
            case List<?> list ->
                new SequenceNode(Tag.SEQ, list.stream().map(ScriptPaper::node).toList(), FlowStyle.BLOCK);
            default -> scalar(value.toString());
        };
    }

    private static List<NodeTuple> tuples(Map<?, ?> map) {
        return map.entrySet().stream()
                .map(entry -> new NodeTuple(scalar(entry.getKey().toString()), node(entry.getValue())))
                .toList();
    }

    private static ScalarNode scalar(String text) {
        var style = text.contains("\n") ? ScalarStyle.LITERAL : ScalarStyle.PLAIN;
        var tag = text.matches("0|[1-9][0-9]{0,5}") ? Tag.INT : Tag.STR; // a number needs no quotes
        return new ScalarNode(tag, text, style);
    }
}
