package io.renhua.connector.line;

import com.fasterxml.jackson.databind.JsonNode;
import io.renhua.connector.JsonBody;
import io.renhua.connector.SentAt;
import io.renhua.message.Channel;
import io.renhua.message.Content;
import io.renhua.message.ConversationId;
import io.renhua.message.Entry;
import io.renhua.message.Inbound;
import io.renhua.message.Person;
import io.renhua.message.ReplyHandle;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One event of a webhook call. Any field may be missing or of another type. */
record LineEvent(JsonNode json, Instant arrival) {
    /** LINE takes a reply token for a minute; what is left is for our own call's way. */
    private static final Duration REPLY_WITHIN = Duration.ofSeconds(50);

    Inbound inbound(Channel channel) {
        return new Inbound(
                id(),
                new ConversationId(channel.name(), thread()),
                Person.of(JsonBody.text(json.path("source").path("userId"), thread())),
                content(),
                SentAt.millis(json.path("timestamp"), arrival),
                replyHandle());
    }

    private String id() {
        var id = json.path("webhookEventId").asText();
        return id.isBlank()
                ? String.join(
                        ":",
                        thread(),
                        type(),
                        json.path("timestamp").asText(),
                        json.path("message").path("id").asText())
                : id;
    }

    private String thread() {
        return Stream.of("groupId", "roomId", "userId")
                .map(key -> json.path("source").path(key).asText())
                .filter(id -> !id.isBlank())
                .findFirst()
                .orElse("unknown");
    }

    private String type() {
        return JsonBody.text(json.path("type"), "event");
    }

    private @Nullable ReplyHandle replyHandle() {
        var token = json.path("replyToken").asText();
        return token.isBlank() || standby() ? null : new ReplyHandle(token, arrival.plus(REPLY_WITHIN));
    }

    /** Another module owns the chat: we may listen and must not answer. */
    private boolean standby() {
        return json.path("mode").asText().equals("standby");
    }

    private Content content() {
        if (standby()) {
            return new Content.Unsupported("standby " + type());
        }
        return switch (type()) {
            case "message" -> message(json.path("message"));
            case "postback" -> postback(json.path("postback"));
            case "follow", "join" -> new Content.Entered(new Entry.Followed());
            case "unfollow", "leave" -> new Content.Entered(new Entry.Left());
            default -> new Content.Unsupported(type());
        };
    }

    private Content message(JsonNode message) {
        var mention = new LineMention(message);
        var content = new LineMessage(message).content();
        if (!oneToOne() && !mention.ofUs()) {
            return new Content.Unsupported("overheard " + JsonBody.text(message.path("type"), "message"));
        }
        return content instanceof Content.Text && mention.ofUs() ? called(mention.textWithoutIt()) : content;
    }

    /** Our name and nothing else is a knock at the door. */
    private static Content called(String text) {
        return text.isEmpty() ? new Content.Entered(new Entry.Opened()) : new Content.Text(text);
    }

    private boolean oneToOne() {
        var source = json.path("source");
        return !source.hasNonNull("groupId") && !source.hasNonNull("roomId");
    }

    /** LINE gives back the data alone; a picker adds what was picked. */
    private static Content postback(JsonNode postback) {
        var picked = Stream.of("datetime", "date", "time")
                .map(key -> postback.path("params").path(key).asText())
                .filter(value -> !value.isBlank())
                .findFirst();
        return new Content.Chosen(
                postback.path("data").asText(),
                picked.orElse(postback.path("displayText").asText()));
    }
}
