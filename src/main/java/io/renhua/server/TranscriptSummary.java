package io.renhua.server;

import io.renhua.journal.JournalEntry;
import io.renhua.message.ConversationId;
import io.renhua.message.Person;
import io.renhua.server.TranscriptLine.Side;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A conversation at a glance.
 *
 * @param seq the journal's place of its last happening
 * @param words the last bubble's
 * @param unanswered since when the person waits for a word from us
 */
record TranscriptSummary(
        ConversationId conversation,
        long seq,
        @Nullable Person person,
        @Nullable String persona,
        @Nullable TranscriptLine last,
        @Nullable Instant unanswered) {

    static TranscriptSummary of(Transcripts.Place place, List<JournalEntry> lately) {
        var fold = new TranscriptFold();
        fold.addAll(lately);
        var last = fold.lines().reversed().stream()
                .filter(line -> line.side() != Side.DESK)
                .findFirst();
        return new TranscriptSummary(
                place.conversation(),
                place.seq(),
                fold.person().orElse(null),
                fold.persona().orElse(null),
                last.orElse(null),
                fold.unanswered().orElse(null));
    }
}
