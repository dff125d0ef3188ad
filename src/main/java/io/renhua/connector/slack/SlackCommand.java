package io.renhua.connector.slack;

import io.renhua.message.Channel;
import io.renhua.message.Content;
import io.renhua.message.ConversationId;
import io.renhua.message.Entry;
import io.renhua.message.Inbound;
import io.renhua.message.Person;
import java.time.Instant;

/** A slash command. Nobody else sees it, so the answer goes to the person and never into the channel. */
record SlackCommand(SlackForm form, Instant arrival) {

    Inbound inbound(Channel channel) {
        var name = form.text("user_name", "");
        return new Inbound(
                form.text("trigger_id", form.fingerprint()),
                new ConversationId(channel.name(), thread()),
                new Person(user(), name.isEmpty() ? null : name, null),
                content(),
                arrival,
                null);
    }

    private String user() {
        return form.text("user_id", "unknown");
    }

    private String thread() {
        var place = form.text("channel_id", "");
        return place.startsWith("D") ? place : user();
    }

    private Content content() {
        var text = SlackText.decoded(form.text("text", ""));
        return text.isEmpty() ? new Content.Entered(new Entry.Opened()) : new Content.Text(text);
    }
}
