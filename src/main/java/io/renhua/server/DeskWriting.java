package io.renhua.server;

import io.renhua.handoff.DeskDrafts;
import io.renhua.handoff.Draft;
import io.renhua.handoff.Draft.Overtaken;
import io.renhua.message.ConversationId;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What somebody finds where they write in a conversation. */
@Singleton
final class DeskWriting {
    private final DeskDrafts drafts;

    DeskWriting(DeskDrafts drafts) {
        this.drafts = drafts;
    }

    /**
     * @param draft to go on with
     * @param former a draft that somebody else's public words have overtaken
     */
    record Writing(@Nullable Begun draft, @Nullable Former former) {}

    /** @param at tells this state of the draft from others */
    record Begun(String text, boolean note, String at) {
        static @Nullable Begun of(@Nullable Draft draft) {
            return draft == null
                    ? null
                    : new Begun(draft.words(), draft.note(), draft.at().toString());
        }
    }

    /**
     * @param by whose words came before it could be sent
     * @param at when they came
     */
    record Former(String text, String by, Instant at) {
        static @Nullable Former of(@Nullable Overtaken overtaken) {
            return overtaken == null ? null : new Former(overtaken.draft().words(), overtaken.by(), overtaken.at());
        }
    }

    Writing of(ConversationId conversation, String login) {
        var found = drafts.of(conversation, login);
        return new Writing(Begun.of(found.draft()), Former.of(found.former()));
    }
}
