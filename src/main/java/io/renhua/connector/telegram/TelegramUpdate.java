package io.renhua.connector.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import io.renhua.connector.JsonBody;
import io.renhua.connector.SentAt;
import io.renhua.message.Content;
import io.renhua.message.ConversationId;
import io.renhua.message.Echo;
import io.renhua.message.Entry;
import io.renhua.message.Inbound;
import io.renhua.message.Person;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/** One update: an id and one event, named by its kind. Any field may be missing or of another type. */
record TelegramUpdate(JsonNode json, TelegramAccount account, Instant arrival) {
    private static final Set<String> GONE = Set.of("left", "kicked");

    /** Nothing, for what no person did. */
    Optional<Inbound> inbound() {
        return json.properties().stream()
                .filter(field -> field.getValue().isObject())
                .map(Map.Entry::getKey)
                .findFirst()
                .flatMap(this::ofKind);
    }

    private Optional<Inbound> ofKind(String kind) {
        var event = json.path(kind);
        return isNobodys(kind, event) ? Optional.empty() : content(kind, event).map(content -> inbound(event, content));
    }

    /** From a program, ourselves among them, or about what was said before in somebody's business account. */
    private static boolean isNobodys(String kind, JsonNode event) {
        return event.path("from").path("is_bot").asBoolean()
                || event.hasNonNull("sender_business_bot")
                || kind.equals("business_connection")
                || (!kind.equals("business_message") && isOwners(event));
    }

    /** Whether whoever owns the business account wrote it: in these chats, which are private, nobody else is there. */
    private static boolean isOwners(JsonNode event) {
        return event.hasNonNull("business_connection_id")
                && !event.path("from")
                        .path("id")
                        .asText()
                        .equals(event.path("chat").path("id").asText());
    }

    private Optional<Content> content(String kind, JsonNode event) {
        return switch (kind) {
            case "message", "business_message" -> Optional.of(message(event));
            case "callback_query" -> Optional.of(chosen(event));
            case "my_chat_member" -> moved(event).map(Content.Entered::new);
            default -> Optional.of(new Content.Unsupported(kind));
        };
    }

    private Content message(JsonNode message) {
        return new TelegramMessage(message, new TelegramWords(message, account)).content();
    }

    /** The words on the button that was pressed stand in the message that carried it. */
    private static Content chosen(JsonNode press) {
        var data = press.path("data").asText();
        var rows = press.path("message").path("reply_markup").path("inline_keyboard");
        return StreamSupport.stream(rows.spliterator(), false)
                .flatMap(row -> StreamSupport.stream(row.spliterator(), false))
                .filter(button -> button.path("callback_data").asText().equals(data))
                .map(button -> new Content.Chosen(data, button.path("text").asText()))
                .findFirst()
                .orElse(new Content.Chosen(data, ""));
    }

    /**
     * Of private chats only blocking and its end is told. Whoever comes to one presses Start, which is a message of its own
     * and is greeted.
     */
    private static Optional<Entry> moved(JsonNode change) {
        boolean was =
                !GONE.contains(change.path("old_chat_member").path("status").asText("left"));
        boolean is =
                !GONE.contains(change.path("new_chat_member").path("status").asText());
        if (!is) {
            return Optional.of(new Entry.Left());
        }
        boolean inPrivate = change.path("chat").path("type").asText().equals("private");
        if (was) {
            return Optional.empty();
        }
        return Optional.of(inPrivate ? new Entry.Returned() : new Entry.Followed());
    }

    private Inbound inbound(JsonNode event, Content content) {
        var place = event.hasNonNull("chat") ? event : event.path("message");
        var from = event.path("from");
        var thread = TelegramThread.of(place, from).toString();
        return new Inbound(
                id(event, thread),
                new ConversationId(account.channel().name(), thread),
                person(from, thread),
                content,
                SentAt.seconds(event.path("date"), arrival),
                null,
                isOwners(event) ? new Echo.Said(false) : null);
    }

    private String id(JsonNode event, String thread) {
        return JsonBody.text(
                json.path("update_id"), thread + ":" + event.path("message_id").asText());
    }

    private static Person person(JsonNode from, String thread) {
        var name =
                (from.path("first_name").asText() + " " + from.path("last_name").asText()).strip();
        var locale = from.path("language_code").asText();
        return new Person(
                JsonBody.text(from.path("id"), thread), name.isEmpty() ? null : name, locale.isBlank() ? null : locale);
    }
}
