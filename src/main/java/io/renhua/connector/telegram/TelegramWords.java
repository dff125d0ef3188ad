package io.renhua.connector.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;

/** The text or caption of a message, and whether it is meant for us: in a group we answer only then. */
record TelegramWords(JsonNode message, TelegramAccount account) {

    boolean meantForUs() {
        return inPrivate() || answersUs() || !calls().isEmpty();
    }

    /** The words without our name. A command keeps its own: {@code /start@our_bot} becomes {@code /start}. */
    String text() {
        var text = new StringBuilder(raw());
        for (var call : calls()) {
            int at = raw().indexOf('@', start(call));
            text.delete(at < 0 || at > end(call) ? start(call) : at, end(call));
        }
        return text.toString().strip();
    }

    private boolean inPrivate() {
        return message.path("chat").path("type").asText("private").equals("private");
    }

    private boolean answersUs() {
        return message.path("reply_to_message").path("from").path("id").asText().equals(account.botId());
    }

    /** From the last to the first, so that cutting one does not move the others. */
    private List<JsonNode> calls() {
        return StreamSupport.stream(entities().spliterator(), false)
                .filter(this::callsUs)
                .sorted(Comparator.comparingInt(this::start).reversed())
                .toList();
    }

    private boolean callsUs(JsonNode entity) {
        var words = raw().substring(start(entity), end(entity));
        return switch (entity.path("type").asText()) {
            case "mention" -> account.isCalled(words);
            case "bot_command" -> words.contains("@") && account.isCalled(words.substring(words.indexOf('@')));
            case "text_mention" -> entity.path("user").path("id").asText().equals(account.botId());
            default -> false;
        };
    }

    private String raw() {
        return message.path(message.has("text") ? "text" : "caption").asText();
    }

    private JsonNode entities() {
        return message.path(message.has("text") ? "entities" : "caption_entities");
    }

    private int start(JsonNode entity) {
        return Math.clamp(entity.path("offset").asInt(), 0, raw().length());
    }

    private int end(JsonNode entity) {
        return Math.clamp((long) start(entity) + entity.path("length").asInt(), start(entity), raw().length());
    }
}
