package io.renhua.connector.line;

import com.fasterxml.jackson.databind.JsonNode;
import io.renhua.connector.JsonBody;
import io.renhua.message.Content;
import io.renhua.message.Content.Media.Kind;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What somebody sent: the {@code message} of an event. */
record LineMessage(JsonNode json) {

    Content content() {
        return switch (type()) {
            case "text" -> new Content.Text(json.path("text").asText());
            case "image" -> media(Kind.IMAGE);
            case "video" -> media(Kind.VIDEO);
            case "audio" -> media(Kind.VOICE);
            case "file" -> media(Kind.FILE);
            case "location" -> place();
            case "sticker" -> sticker();
            default -> new Content.Unsupported(type());
        };
    }

    private String type() {
        return JsonBody.text(json.path("type"), "message");
    }

    private Content media(Kind kind) {
        var elsewhere = json.path("contentProvider").path("originalContentUrl").asText();
        var location = elsewhere.isBlank() ? "line:" + json.path("id").asText() : elsewhere;
        return new Content.Media(kind, location, json.path("fileName").asText());
    }

    private Content place() {
        var label = Stream.of("title", "address")
                .map(key -> json.path(key).asText())
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(", "));
        return new Content.Place(
                json.path("latitude").asDouble(), json.path("longitude").asDouble(), label);
    }

    /** A sticker says what its author wrote on it, or what LINE knows it to mean. */
    private Content sticker() {
        var keywords = StreamSupport.stream(json.path("keywords").spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.joining(" "));
        var words = JsonBody.text(json.path("text"), keywords);
        return words.isBlank() ? new Content.Unsupported("sticker") : new Content.Text(words);
    }
}
