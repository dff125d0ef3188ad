package io.renhua.exchange;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/** What AIML says to a pattern: the ways of saying it in words, and what in it no script can hold. */
final class AimlTemplate {
    /** These change how words look, or stand around them. */
    private static final Set<String> LOOKS = Set.of(
            "a",
            "b",
            "i",
            "u",
            "em",
            "strong",
            "p",
            "span",
            "uppercase",
            "lowercase",
            "formal",
            "sentence",
            "set",
            "gossip");

    private static final Set<String> BREAKS = Set.of("br", "split");

    /** Kept for later, and not said. */
    private static final Set<String> SILENT = Set.of("think", "learn", "learnf", "oob");

    private final Element template;
    private final Set<String> strange = new LinkedHashSet<>();
    private final Ways ways;

    AimlTemplate(Element template) {
        this.template = template;
        this.ways = parts(template);
    }

    /** The pattern whose answer is given, where it does nothing else. */
    Optional<String> leadsTo() {
        var parts = new ArrayList<Node>();
        AimlFile.nodes(template)
                .filter(node -> !node.getTextContent().isBlank())
                .filter(node -> !SILENT.contains(AimlFile.name(node)))
                .forEach(parts::add);
        boolean leads = parts.size() == 1
                && AimlFile.name(parts.getFirst()).equals("srai")
                && AimlFile.nodes(parts.getFirst()).allMatch(Text.class::isInstance);
        return leads ? Optional.of(parts.getFirst().getTextContent()) : Optional.empty();
    }

    /** What it says; empty where that is not known before it is asked. */
    List<String> says() {
        return strange.isEmpty()
                ? ways.all().stream()
                        .map(AimlTemplate::neat)
                        .filter(way -> !way.isEmpty())
                        .toList()
                : List.of();
    }

    /** The names of elements that only a running AIML bot has a value for. */
    Set<String> strange() {
        return strange;
    }

    private Ways parts(Node parent) {
        return AimlFile.nodes(parent).map(this::part).reduce(Ways.NOTHING, Ways::then);
    }

    private Ways part(Node node) {
        var name = AimlFile.name(node);
        if (node instanceof Text text) {
            return Ways.of(text.getData().replace(Rulebook.NICKNAME, "").replaceAll("\\s+", " "));
        }
        if (!(node instanceof Element element) || SILENT.contains(name)) {
            return Ways.NOTHING;
        }
        if (name.equals("random")) {
            return AimlFile.children(node, "li").stream().map(this::parts).reduce(Ways.NONE, Ways::or);
        }
        if (name.equals("bot") && element.getAttribute("name").equals("name")) {
            return Ways.of(Rulebook.NICKNAME);
        }
        if (BREAKS.contains(name)) {
            return Ways.of("\n");
        }
        if (!LOOKS.contains(name)) {
            strange.add(name);
        }
        return parts(node);
    }

    private static String neat(String way) {
        return way.replaceAll(" +", " ").replaceAll(" ?\n ?", "\n").strip();
    }
}
