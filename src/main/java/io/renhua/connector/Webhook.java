package io.renhua.connector;

import io.renhua.message.Inbound;
import java.util.List;
import java.util.function.Supplier;

/** What a webhook request turned out to be, once the sender was proven or not. */
public sealed interface Webhook {

    /**
     * Words and events from people; none, for a call that needs nothing but its acknowledgement.
     *
     * @param answer asked for after the messages are durable; may block as long as the platform waits for a passive
     *     reply
     */
    record Messages(List<Inbound> messages, Supplier<WebhookAnswer> answer) implements Webhook {
        public Messages {
            messages = List.copyOf(messages);
        }

        public static Messages of(List<Inbound> messages) {
            return new Messages(messages, () -> WebhookAnswer.OK);
        }
    }

    /** The platform asks whether we are who we say; no message may come out of this. */
    record Challenge(WebhookAnswer answer) implements Webhook {}

    /** Not proven to come from the platform. */
    record Forged(String why) implements Webhook {}

    /** From the platform, but not readable. */
    record Malformed(String why) implements Webhook {}
}
