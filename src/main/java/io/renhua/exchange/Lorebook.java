package io.renhua.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.renhua.bundle.CannotTravel;
import io.renhua.text.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A card's lore: what somebody says, and what is known about it. An entry becomes a line where its keys are words; one that
 * is switched off, always there, or found by a regular expression answers nobody, and is kept as it is.
 */
final class Lorebook {
    private static final int MOST = 2_000;
    static final String OURS = "renhua";

    private static final Set<String> TAKEN = Set.of("keys", "content", "enabled", "use_regex");

    private final CardMacros macros;
    private final String locale;
    private final List<Topic> topics = new ArrayList<>();
    private final ArrayNode left = ForeignJson.MAPPER.createArrayNode();

    Lorebook(JsonNode book, CardMacros macros, String locale) {
        this.macros = macros;
        this.locale = locale;
        var entries = book.path("entries");
        if (entries.size() > MOST) {
            throw new CannotTravel(Wording.of(
                    "It is refused: its lorebook has %s entries, and a persona takes %s lines at most. Write"
                            + " instead: several cards.",
                    entries.size(), MOST));
        }
        entries.forEach(this::take);
    }

    List<Topic> topics() {
        return topics;
    }

    /** Entries that became no line. */
    ArrayNode left() {
        return left;
    }

    private void take(JsonNode entry) {
        var asks = ForeignJson.texts(entry.path("keys")).stream()
                .map(macros::sentence)
                .filter(key -> !key.isBlank())
                .distinct()
                .toList();
        var content = withoutDecorators(ForeignJson.text(entry.path("content")));
        boolean on = entry.path("enabled").asBoolean(true)
                && !entry.path("use_regex").asBoolean();
        if (!entry.isObject() || !on || asks.isEmpty() || content.isBlank()) {
            left.add(entry);
            return;
        }
        var name = ForeignJson.text(entry.path("name"));
        var says = ways(entry, content).stream()
                .map(way -> Said.of(locale, macros.words(way)))
                .distinct()
                .toList();
        topics.add(
                new Topic(name.isBlank() ? asks.getFirst() : name, Map.of(locale, asks), says, kept(entry, content)));
    }

    /** The content, and what we put beside it when a card went out from here: the other ways of saying it. */
    private static List<String> ways(JsonNode entry, String content) {
        var ways = ForeignJson.texts(entry.path("extensions").path(OURS).path("says"));
        return ways.isEmpty() || !ways.getFirst().equals(content) ? List.of(content) : ways;
    }

    /** Lines of a text that begin with {@code @@} tell a model where to put it. */
    private static String withoutDecorators(String content) {
        return content.replaceAll("(?m)^@@.*(?:\\R|$)", "");
    }

    private static Map<String, Object> kept(JsonNode entry, String content) {
        var more = new LinkedHashMap<String, Object>();
        ObjectNode rest = entry.deepCopy();
        rest.remove(TAKEN);
        if (rest.path("extensions") instanceof ObjectNode extensions) {
            extensions.remove(OURS);
        }
        rest.properties().removeIf(field -> ForeignJson.isNothing(field.getValue()));
        if (!content.equals(ForeignJson.text(entry.path("content")))) {
            rest.set("content", entry.path("content"));
        }
        if (!rest.isEmpty()) {
            more.put("x-lorebook", ForeignText.kept(rest.toString()));
        }
        return more;
    }
}
