package io.renhua.server;

import io.renhua.conversation.Channels;
import io.renhua.conversation.ReplyRules;
import io.renhua.handoff.DeskDrafts;
import io.renhua.handoff.Draft;
import io.renhua.handoff.Draft.Overtaken;
import io.renhua.message.ConversationId;
import io.renhua.message.Limits;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What somebody finds where they write in a conversation. */
@Singleton
final class DeskWriting {
    private final DeskDrafts drafts;
    private final ReplyRules rules;
    private final Channels channels;

    DeskWriting(DeskDrafts drafts, ReplyRules rules, Channels channels) {
        this.drafts = drafts;
        this.rules = rules;
        this.channels = channels;
    }

    /**
     * @param draft to go on with
     * @param former a draft that somebody else's public words have overtaken
     * @param meter null where the channel is closed: nothing goes out there
     */
    record Writing(
            @Nullable Begun draft,
            @Nullable Former former,
            @Nullable Meter meter) {}

    /**
     * How much may be written.
     *
     * @param longest text of one bubble that the channel takes, in UTF-16 units
     * @param screens of a phone that a reply of the persona fills at most
     * @param line characters on one line of a phone
     * @param screen lines on one screen
     */
    record Meter(int longest, int screens, int line, int screen) {}

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
        var meter = channels.limits(conversation.channel())
                .map(limits -> meter(conversation, limits))
                .orElse(null);
        return new Writing(Begun.of(found.draft()), Former.of(found.former()), meter);
    }

    private Meter meter(ConversationId conversation, Limits limits) {
        var lengths = rules.in(conversation).live().persona().tone().lengths();
        var screen = limits.screen();
        return new Meter(limits.textLength(), lengths.screens(), screen.characters(), screen.lines());
    }
}
