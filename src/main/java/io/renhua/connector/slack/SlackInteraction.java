package io.renhua.connector.slack;

import com.fasterxml.jackson.databind.JsonNode;
import io.renhua.connector.JsonBody;
import io.renhua.message.Channel;
import io.renhua.message.Content;
import io.renhua.message.ConversationId;
import io.renhua.message.Inbound;
import io.renhua.message.Person;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A press on something that we, or the operator's own forms, had shown. */
record SlackInteraction(JsonNode json, Instant arrival) {
    /** The button of a card: Slack tells of the press, the browser does the rest. */
    static final String LINK = "link";

    Inbound inbound(Channel channel) {
        return new Inbound(
                id(),
                new ConversationId(channel.name(), thread().toString()),
                new Person(user(), name(), null),
                content(),
                arrival,
                null);
    }

    private String id() {
        return JsonBody.text(json.path("trigger_id"), SlackEvent.fingerprint(json));
    }

    private String user() {
        return JsonBody.text(json.path("user").path("id"), "unknown");
    }

    private @Nullable String name() {
        var name = json.path("user").path("name").asText();
        return name.isBlank() ? null : name;
    }

    /** A press outside any channel belongs to the talk between the person and us. */
    private SlackThread thread() {
        var channel = JsonBody.text(json.path("channel").path("id"), user());
        return new SlackThread(channel, json.path("container").path("thread_ts").asText());
    }

    private Content content() {
        var type = JsonBody.text(json.path("type"), "interaction");
        var action = json.path("actions").path(0);
        return type.equals("block_actions") && action.isObject() ? pressed(action) : new Content.Unsupported(type);
    }

    private static Content pressed(JsonNode action) {
        var name = action.path("action_id").asText();
        var option = action.path("selected_option");
        var said = option.isObject() ? option : action;
        return name.equals(LINK)
                ? new Content.Unsupported(LINK)
                : new Content.Chosen(
                        JsonBody.text(said.path("value"), name),
                        said.path("text").path("text").asText());
    }
}
