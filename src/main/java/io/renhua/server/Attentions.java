package io.renhua.server;

import io.renhua.conversation.Allowance;
import io.renhua.conversation.Windows;
import io.renhua.handoff.Ownership;
import io.renhua.message.ConversationId;
import io.renhua.server.Attention.NoteForMe;
import io.renhua.server.TranscriptSummary.News;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds what calls for a reader, with one question to the store for all of their lists. */
@Singleton
final class Attentions {
    private final ReadMarks marks;
    private final Windows windows;
    private final DeskNames names;

    Attentions(ReadMarks marks, Windows windows, DeskNames names) {
        this.marks = marks;
        this.windows = windows;
        this.names = names;
    }

    Reader of(StaffMember me, Collection<ConversationId> conversations) {
        return new Reader(me, marks.of(me.login(), conversations));
    }

    /** What a conversation's platform still lets us say. */
    Optional<Allowance> allowance(ConversationId conversation) {
        return windows.of(conversation);
    }

    /** Somebody, and up to where they have read what. */
    final class Reader {
        private final StaffMember me;
        private final Map<ConversationId, Long> read;

        private Reader(StaffMember me, Map<ConversationId, Long> read) {
            this.me = me;
            this.read = read;
        }

        Attention in(TranscriptSummary summary, Ownership owner) {
            long mark = read.getOrDefault(summary.conversation(), 0L);
            var unread = summary.news().stream()
                    .filter(each -> each.seq() > mark && !me.login().equals(each.author()))
                    .toList();
            var note = unread.reversed().stream()
                    .filter(each -> isForMe(each, owner))
                    .findFirst()
                    .map(each -> new NoteForMe(each.seq(), author(each)))
                    .orElse(null);
            boolean mine = isMineToRead(owner);
            return new Attention(
                    mark,
                    mine ? unread.size() : 0,
                    mine && mark + 1 < summary.begins(),
                    closes(summary.conversation(), summary.heard()),
                    note,
                    left(summary.gone(), mark));
        }

        private @Nullable Long left(TranscriptSummary.@Nullable Gone gone, long mark) {
            return gone != null && gone.agent().equals(me.login()) && gone.seq() > mark ? gone.seq() : null;
        }

        /** It names them, or somebody leaves it where they answer. */
        private boolean isForMe(News news, Ownership owner) {
            return news.author() != null
                    && (owner.speaker().filter(me.login()::equals).isPresent()
                            || Addressees.include(news.words(), me.login(), me.name()));
        }

        /** What somebody else answers is for them to read. */
        private boolean isMineToRead(Ownership owner) {
            return switch (owner) {
                case Ownership.Queued queued -> true;
                case Ownership.Hold hold -> true;
                case Ownership.Offered offered -> offered.agent().equals(me.login());
                case Ownership.Human human -> human.agent().equals(me.login());
                case Ownership.Wrap wrap -> wrap.agent().equals(me.login());
                case Ownership.Transfer transfer ->
                    transfer.agent().equals(me.login())
                            || me.login().equals(transfer.to().agent());
                case Ownership.Bot bot -> false;
                case Ownership.Closed closed -> false;
                case Ownership.Outside outside -> false;
            };
        }
    }

    private String author(News note) {
        return note.author() == null ? "" : names.staff(note.author());
    }

    private @Nullable Instant closes(ConversationId conversation, @Nullable Instant heard) {
        return heard == null ? null : windows.closes(conversation, heard).orElse(null);
    }
}
