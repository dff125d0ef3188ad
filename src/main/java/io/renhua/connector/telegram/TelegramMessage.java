package io.renhua.connector.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import io.renhua.message.Content;
import io.renhua.message.Content.Media.Kind;
import io.renhua.message.Entry;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What somebody sent: the {@code message} of an update. */
record TelegramMessage(JsonNode json, TelegramWords words) {
    private static final Pattern COMMAND = Pattern.compile("/([a-z0-9_]{1,32})");
    private static final Pattern START = Pattern.compile("/start(?:\\s+([0-9A-Za-z_-]{1,64}))?");

    /** An animation comes with a document and a venue with a location, for older readers. */
    private static final List<String> KINDS = List.of(
            "text",
            "photo",
            "voice",
            "audio",
            "video",
            "video_note",
            "animation",
            "document",
            "sticker",
            "venue",
            "location",
            "contact");

    private static final Set<String> ENVELOPE = Set.of(
            "message_id", "message_thread_id", "is_topic_message", "from", "sender_chat", "chat", "date", "via_bot");

    Content content() {
        var content = read();
        return words.meantForUs() || content instanceof Content.Unsupported
                ? content
                : new Content.Unsupported("overheard " + kind());
    }

    private Content read() {
        return switch (kind()) {
            case "text" -> text();
            case "photo" ->
                media(Kind.IMAGE, json.path("photo").path(json.path("photo").size() - 1));
            case "voice", "audio" -> media(Kind.VOICE, json.path(kind()));
            case "video", "video_note", "animation" -> media(Kind.VIDEO, json.path(kind()));
            case "document" -> media(Kind.FILE, json.path("document"));
            case "sticker" -> words(json.path("sticker").path("emoji").asText());
            case "venue", "location" -> place();
            case "contact" -> contact(json.path("contact"));
            default -> new Content.Unsupported(kind());
        };
    }

    private String kind() {
        return KINDS.stream().filter(json::hasNonNull).findFirst().orElseGet(this::unknownKind);
    }

    private String unknownKind() {
        return json.properties().stream()
                .map(Map.Entry::getKey)
                .filter(name -> !ENVELOPE.contains(name))
                .findFirst()
                .orElse("message");
    }

    /** Our name and nothing else is a knock at the door. */
    private Content text() {
        var text = words.text();
        var start = START.matcher(text.isEmpty() ? "/start" : text);
        if (!start.matches()) {
            return said(text);
        }
        var scene = start.group(1);
        return new Content.Entered(scene == null ? new Entry.Opened() : new Entry.Scanned(scene));
    }

    /** A command names what it leads to; one that leads nowhere is words like any others. */
    private static Content said(String text) {
        var command = COMMAND.matcher(text);
        return command.matches()
                ? new Content.Chosen(TelegramMenu.key(command.group(1)), text)
                : new Content.Text(text);
    }

    private Content words(String body) {
        return body.isBlank() ? new Content.Unsupported(kind()) : new Content.Text(body);
    }

    private Content media(Kind kind, JsonNode file) {
        var caption = words.text();
        var description = caption.isEmpty() ? file.path("file_name").asText() : caption;
        return new Content.Media(kind, "telegram:" + file.path("file_id").asText(), description);
    }

    private Content place() {
        var location = json.path("location");
        return new Content.Place(
                location.path("latitude").asDouble(),
                location.path("longitude").asDouble(),
                json.path("venue").path("title").asText());
    }

    /** Somebody's own number counts as said; the number of a third person is not theirs to give us. */
    private Content contact(JsonNode contact) {
        var owner = contact.path("user_id").asText();
        return owner.equals(json.path("from").path("id").asText())
                ? words(contact.path("phone_number").asText())
                : new Content.Unsupported("contact");
    }
}
