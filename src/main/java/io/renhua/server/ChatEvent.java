package io.renhua.server;

import io.renhua.message.Content;
import io.renhua.message.Face;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the chat page is told, as JSON; {@code seq} is where it goes on after a break. */
sealed interface ChatEvent {
    long seq();

    /**
     * Something was said.
     *
     * @param id the page's own id for the visitor's words, else the call's; the same whenever it is told again
     * @param from {@code person}, {@code bot} or {@code human}
     * @param name who speaks on our side; null for the visitor
     * @param face of the persona, where it is another than its usual one
     * @param lang the language it is in, where it shows
     */
    record Bubble(
            long seq,
            String id,
            String from,
            @Nullable String name,
            @Nullable Face face,
            @Nullable String lang,
            Instant at,
            Content content)
            implements ChatEvent {}

    /** Who answers now: {@code bot}, {@code queued} or {@code human}. Which human is the desk's business. */
    record Owner(long seq, String owner) implements ChatEvent {}
}
