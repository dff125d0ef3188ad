package io.renhua.connector.slack;

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
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** One call of the Events API. Any field may be missing or of another type. */
record SlackEvent(JsonNode call, SlackAccount account, Instant arrival) {

    /** More than one for a message with several files. */
    List<Inbound> inbound() {
        var type = call.path("type").asText();
        if (!type.equals("event_callback")) {
            return type.isBlank() ? List.of() : List.of(inbound(eventId(), place(), new Content.Unsupported(type)));
        }
        return switch (event().path("type").asText()) {
            case "message", "app_mention" -> message();
            case "assistant_thread_started" -> List.of(opened(event().path("assistant_thread")));
            case "member_joined_channel" ->
                List.of(inbound(
                        eventId(),
                        place(),
                        ofOurs() ? new Content.Entered(new Entry.Followed()) : new Content.Unsupported(kind())));
            case "member_left_channel" ->
                List.of(inbound(
                        eventId(),
                        place(),
                        ofOurs() ? new Content.Entered(new Entry.Left()) : new Content.Unsupported(kind())));
            default -> ofOurs() ? List.of() : List.of(inbound(eventId(), place(), new Content.Unsupported(kind())));
        };
    }

    private JsonNode event() {
        return call.path("event");
    }

    private String kind() {
        return JsonBody.text(event().path("type"), "event");
    }

    private String user() {
        return JsonBody.text(event().path("user"), "unknown");
    }

    private boolean ofOurs() {
        return us().contains(user());
    }

    /** The user ids that are ourselves: as configured, and as Slack says with each event. */
    private Set<String> us() {
        var said = StreamSupport.stream(call.path("authorizations").spliterator(), false)
                .filter(authorization -> authorization.path("is_bot").asBoolean())
                .map(authorization -> authorization.path("user_id").asText());
        return Stream.concat(said, Stream.of(account.botUserId()))
                .filter(id -> !id.isBlank())
                .collect(Collectors.toSet());
    }

    /**
     * A mention comes twice, as {@code app_mention} and as {@code message}, with different event ids: what is meant for
     * us goes by its place and time.
     */
    private List<Inbound> message() {
        var message = new SlackMessage(event(), us(), call.path("api_app_id").asText());
        if (message.isNobodys()) {
            return List.of();
        }
        if (message.isAnswered() && account.colleagues().contains(user())) {
            return said(message, new Echo.Said(true));
        }
        if (!message.isForUs()) {
            return List.of(inbound(eventId(), message.thread(), new Content.Unsupported("overheard message")));
        }
        return said(message, null);
    }

    private List<Inbound> said(SlackMessage message, @Nullable Echo echo) {
        var contents = message.contents();
        var id = message.id().orElse(eventId());
        return IntStream.range(0, contents.size())
                .mapToObj(at -> inbound(at == 0 ? id : id + ":" + at, message.thread(), user(), contents.get(at), echo))
                .toList();
    }

    private Inbound opened(JsonNode pane) {
        var user = JsonBody.text(pane.path("user_id"), "unknown");
        var channel = JsonBody.text(pane.path("channel_id"), user);
        var thread = new SlackThread(channel, pane.path("thread_ts").asText());
        return inbound(eventId(), thread, user, new Content.Entered(new Entry.Opened()), null);
    }

    private String eventId() {
        return JsonBody.text(call.path("event_id"), fingerprint(call));
    }

    /** For what has no id: the same call again has the same. */
    static String fingerprint(JsonNode json) {
        return UUID.nameUUIDFromBytes(JsonBody.write(json)).toString();
    }

    private SlackThread place() {
        var item = JsonBody.text(event().path("item").path("channel"), user());
        return new SlackThread(JsonBody.text(event().path("channel"), item), "");
    }

    private Inbound inbound(String id, SlackThread thread, Content content) {
        return inbound(id, thread, user(), content, null);
    }

    private Inbound inbound(String id, SlackThread thread, String user, Content content, @Nullable Echo echo) {
        var conversation = new ConversationId(account.channel().name(), thread.toString());
        return new Inbound(id, conversation, Person.of(user), content, sentAt(), null, echo);
    }

    private Instant sentAt() {
        return SentAt.seconds(event().path("ts"), SentAt.seconds(call.path("event_time"), arrival));
    }
}
