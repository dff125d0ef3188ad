package io.renhua.server;

import io.renhua.message.ConversationId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A macro that somebody wants done, as their page tells it.
 *
 * @param messageId the page's own id of what is said: sent twice, it is said once
 * @param seen up to where the page showed the conversation
 * @param as by conversation, which foresight the page has shown
 */
record MacroAct(
        @Nullable String id,
        @Nullable String messageId,
        @Nullable Long seen,
        @Nullable Map<String, String> as) {
    String name() {
        return id == null ? "" : id;
    }

    /** Whether this is what the page has shown for a conversation. */
    boolean showed(ConversationId conversation, String print) {
        return as != null && print.equals(as.get(conversation.toString()));
    }
}
