package io.renhua.server;

import io.renhua.message.ConversationId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing done with several conversations, as a page tells it.
 *
 * @param act what is done, as its own route is called
 * @param how what the single act takes besides its conversation
 * @param tag that is given or taken
 * @param macro that is done
 */
record BulkAct(
        @Nullable String act,
        @Nullable List<String> conversations,
        @Nullable DeskAct how,
        @Nullable String tag,
        @Nullable MacroAct macro) {
    private static final int MOST = 100;

    String name() {
        return act == null ? "" : act;
    }

    String tagName() {
        return tag == null ? "" : tag.strip();
    }

    /** @throws IllegalArgumentException when there are none, or too many */
    List<ConversationId> with() {
        if (conversations == null || conversations.isEmpty() || conversations.size() > MOST) {
            throw new IllegalArgumentException("1 to " + MOST + " conversations are needed");
        }
        return conversations.stream().distinct().map(ConversationId::parse).toList();
    }

    /** @throws IllegalArgumentException when none is named */
    MacroAct macroNeeded() {
        if (macro == null) {
            throw new IllegalArgumentException("the macro is not named");
        }
        return macro;
    }

    /** The single act. */
    DeskAct in(ConversationId conversation) {
        return how == null ? DeskAct.plain(conversation) : how.in(conversation);
    }
}
