package io.renhua.connector;

import io.renhua.message.Inbound;
import java.util.List;
import java.util.function.Supplier;

/** What a webhook request turned out to be, once the sender was proven or not. */
public sealed interface Webhook {

    /**
     * Words and events from people; none, for a call that needs nothing but its acknowledgement.
     *
     * @param answer asked for after the messages are durable
     * @param waits whether asking for the answer blocks, as long as the platform waits for a passive reply
     */
    record Messages(List<Inbound> messages, Supplier<WebhookAnswer> answer, boolean waits) implements Webhook {
        public Messages {
            messages = List.copyOf(messages);
        }

        public static Messages of(List<Inbound> messages) {
            return of(messages, () -> WebhookAnswer.OK);
        }

        /** With an answer that is there at once. */
        public static Messages of(List<Inbound> messages, Supplier<WebhookAnswer> answer) {
            return new Messages(messages, answer, false);
        }
    }

    /** The platform asks whether we are who we say; no message may come out of this. */
    record Challenge(WebhookAnswer answer) implements Webhook {}

    /** Not proven to come from the platform. */
    record Forged(String why) implements Webhook {}

    /** From the platform, but not readable. */
    record Malformed(String why) implements Webhook {}
}
