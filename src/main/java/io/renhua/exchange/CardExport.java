package io.renhua.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.renhua.persona.Line;
import io.renhua.persona.Persona;
import io.renhua.persona.PlainYaml;
import io.renhua.persona.Variant;
import io.renhua.text.Wording;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A persona as a character card of the third form, with all that the second knows, which {@link CardReader} reads again. */
final class CardExport {
    private static final Map<String, String> CHARACTER = Map.of("nickname", "{{char}}");
    private static final List<String> PICTURES = List.of(".png", ".jpg", ".jpeg", ".webp", ".gif");
    private static final long LARGEST_PICTURE = 2L << 20;

    private final Leaving leaving;
    private final Persona persona;
    private final Path folder;
    private final String locale;
    private final OwnText words;
    private final ObjectNode data = ForeignJson.MAPPER.createObjectNode();

    /** @param folder the persona's own, with its pictures */
    CardExport(Leaving leaving, Path folder, String locale) {
        this.leaving = leaving;
        this.persona = leaving.persona();
        this.folder = folder;
        this.locale = locale;
        this.words = new OwnText(persona, locale);
    }

    String written() {
        var nickname = persona.identity().nickname().in(locale);
        data.put("name", nickname).put("nickname", nickname);
        data.put("description", persona.identity().is().in(locale));
        List.of("personality", "scenario", "mes_example", "system_prompt", "post_history_instructions", "creator_notes")
                .forEach(field -> data.put(field, ""));
        data.put("creator", persona.identity().brand().in(locale)).put("character_version", persona.version());
        data.putArray("tags");
        data.putArray("group_only_greetings");
        data.putObject("extensions");
        data.put("first_mes", said(persona.welcome().follow()));
        var greetings = data.putArray("alternate_greetings");
        Optional.ofNullable(persona.lines().get("small_talk.greeting"))
                .ifPresent(line ->
                        leaving.variants(line, variant -> false).forEach(variant -> greetings.add(said(variant))));
        book();
        assets();
        putBackWhatWasKept();
        words.unfilled().forEach(gap -> leaving.stays(Wording.of("the placeholder {%s}", gap), locale));
        return card();
    }

    private String card() {
        var card = ForeignJson.MAPPER
                .createObjectNode()
                .put("spec", "chara_card_v3")
                .put("spec_version", "3.0")
                .<ObjectNode>set("data", data);
        return card.toPrettyString() + "\n";
    }

    private String said(Variant variant) {
        return words.said(variant.text().in(locale), CHARACTER);
    }

    private void book() {
        var entries =
                data.putObject("character_book").put("name", data.path("name").asText());
        entries.putObject("extensions");
        var list = entries.putArray("entries");
        leaving.lines().forEach(line -> entry(line, list));
    }

    private void entry(Line line, ArrayNode list) {
        leaving.noteAll(line);
        var asks = line.asks().getOrDefault(locale, List.of());
        if (asks.isEmpty()) {
            leaving.stays(Wording.of("lines that nobody asks for"), line.id());
            return;
        }
        var entry = list.addObject();
        var keys = entry.putArray("keys");
        asks.forEach(ask -> keys.add(words.asked(ask, words::sample)));
        var says = leaving.variants(line, variant -> false).stream()
                .map(this::said)
                .toList();
        entry.put("content", says.getFirst()).put("name", line.id()).put("enabled", true);
        entry.put("insertion_order", list.size()).put("use_regex", false).put("constant", false);
        var extensions = entry.putObject("extensions");
        if (says.size() > 1) {
            var ways = extensions.putObject(Lorebook.OURS).putArray("says");
            says.forEach(ways::add);
        }
    }

    private void assets() {
        var assets = data.putArray("assets");
        asset(assets, "icon", "main", persona.identity().avatar());
        persona.identity().moods().forEach((mood, path) -> asset(assets, "emotion", mood, path));
    }

    /** A drawing goes out as the picture beside it. */
    private void asset(ArrayNode assets, String type, String name, String path) {
        var asset = ForeignJson.MAPPER.createObjectNode().put("type", type).put("name", name);
        if (path.startsWith("https://")) {
            assets.add(asset.put("uri", path).put("ext", "unknown"));
            return;
        }
        var stem = path.replaceFirst("\\.[^./]*$", "");
        var picture = PICTURES.stream()
                .map(ending -> folder.resolve(stem + ending))
                .filter(Files::isRegularFile)
                .findFirst();
        picture.map(CardExport::bytes)
                .filter(bytes -> bytes.length <= LARGEST_PICTURE)
                .ifPresentOrElse(
                        bytes -> {
                            var file = picture.map(Path::toString).orElse("");
                            var ext = file.substring(file.lastIndexOf('.') + 1);
                            var uri = "data:image/" + ext + ";base64,"
                                    + Base64.getEncoder().encodeToString(bytes);
                            assets.add(asset.put("uri", uri).put("ext", ext));
                        },
                        () -> leaving.stays(Wording.of("pictures that are drawings, or over 2 MiB"), path));
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + file, e);
        }
    }

    /** What came in with a card once goes out with it again. */
    private void putBackWhatWasKept() {
        var kept = Tree.map(
                PlainYaml.read(folder.resolve("persona.yaml")).content().get(CardReader.KEPT));
        kept.forEach((name, value) -> {
            if (!List.of("json", "pictures", "name").contains(name.toString())) {
                data.set(name.toString(), ForeignJson.MAPPER.valueToTree(value));
            }
        });
        if (kept.get("json") instanceof String json) {
            nested(json).properties().forEach(field -> putBack(field.getKey(), field.getValue()));
        }
    }

    private void putBack(String name, JsonNode value) {
        if (name.equals("character_book") && value instanceof ObjectNode book) {
            var left = book.remove("entries");
            ((ObjectNode) data.path(name)).setAll(book);
            if (left != null && data.path(name).path("entries") instanceof ArrayNode entries) {
                left.forEach(entries::add);
            }
        } else if (name.equals("assets") && data.path(name) instanceof ArrayNode assets) {
            value.forEach(assets::add);
        } else {
            data.set(name, value);
        }
    }

    private static JsonNode nested(String json) {
        try {
            return ForeignJson.MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            return ForeignJson.MAPPER.createObjectNode(); // somebody wrote over it, and the rest still goes out
        }
    }
}
