package io.renhua.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.renhua.text.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What of a card has no home in a script, kept so that nothing is lost and it can go out again as it came. */
final class CardRest {
    /** What tells a model how to behave. */
    static final List<String> INSTRUCTIONS = List.of(
            "description", "personality", "scenario", "system_prompt", "post_history_instructions", "mes_example");

    private static final Set<String> TAKEN =
            Set.of("nickname", "first_mes", "alternate_greetings", "character_book", "assets");

    private final Map<String, Object> tree = new LinkedHashMap<>();
    private final ObjectNode nested = ForeignJson.MAPPER.createObjectNode();
    private final List<Wording> remarks = new ArrayList<>();

    CardRest(JsonNode data, ArrayNode leftEntries, CardPictures pictures) {
        data.properties().stream()
                .filter(field -> !TAKEN.contains(field.getKey()) && !ForeignJson.isNothing(field.getValue()))
                .forEach(field -> keep(field.getKey(), field.getValue()));
        keepBook(data.path("character_book"), leftEntries);
        if (!pictures.left().isEmpty()) {
            nested.set("assets", pictures.left());
        }
        if (!pictures.others().isEmpty()) {
            tree.put("pictures", pictures.others());
        }
        if (!nested.isEmpty()) {
            tree.put("json", ForeignText.kept(nested.toString()));
        }
        remark(leftEntries.size());
    }

    Map<String, Object> tree() {
        return tree;
    }

    List<Wording> remarks() {
        return remarks;
    }

    /** Texts, and lists and maps of texts, stay readable; what is nested deeper stays JSON. */
    private void keep(String name, JsonNode value) {
        boolean plain = name.matches("[a-z_]{1,40}") && !name.equals("json") && !name.equals("pictures");
        if (plain && value.isTextual()) {
            tree.put(name, ForeignText.kept(value.asText()));
        } else if (plain && value.isArray() && allTexts(value)) {
            tree.put(
                    name,
                    ForeignJson.texts(value).stream().map(ForeignText::kept).toList());
        } else if (plain && value.isObject() && allTexts(value)) {
            var texts = new LinkedHashMap<String, Object>();
            value.properties()
                    .forEach(each -> texts.put(
                            ForeignText.kept(each.getKey()),
                            ForeignText.kept(each.getValue().asText())));
            tree.put(name, texts);
        } else {
            nested.set(name, value);
        }
    }

    private void keepBook(JsonNode book, ArrayNode leftEntries) {
        if (!book.isObject()) {
            return;
        }
        ObjectNode rest = book.deepCopy();
        rest.remove("entries");
        rest.properties().removeIf(field -> ForeignJson.isNothing(field.getValue()));
        if (!leftEntries.isEmpty()) {
            rest.set("entries", leftEntries);
        }
        if (!rest.isEmpty()) {
            nested.set("character_book", rest);
        }
    }

    private void remark(int leftEntries) {
        var instructions = INSTRUCTIONS.stream().filter(tree::containsKey).toList();
        if (!instructions.isEmpty()) {
            remarks.add(Wording.of(
                    "Kept under %s and never acted on, for a script is no prompt: %s.",
                    CardReader.KEPT, String.join(", ", instructions)));
        }
        var others = tree.keySet().stream()
                .filter(key -> !INSTRUCTIONS.contains(key) && !key.equals("json"))
                .toList();
        if (!others.isEmpty()) {
            remarks.add(Wording.of("Kept under %s: %s.", CardReader.KEPT, String.join(", ", others)));
        }
        if (leftEntries > 0) {
            remarks.add(Wording.of(
                    "Kept under %s only: %s entries of the lorebook that are off, always on, without keys,"
                            + " or found by a regular expression.",
                    CardReader.KEPT, leftEntries));
        }
    }

    private static boolean allTexts(JsonNode container) {
        for (var each : container) {
            if (!each.isTextual() || each.asText().isBlank()) {
                return false;
            }
        }
        return true;
    }
}
