package io.renhua.server;

import io.renhua.conversation.Farewells;
import io.renhua.conversation.LongWaits;
import io.renhua.journal.JournalEntry;
import io.renhua.message.Content;
import io.renhua.message.ConversationId;
import io.renhua.message.Person;
import io.renhua.server.TranscriptLine.Side;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A conversation at a glance.
 *
 * @param seq the journal's place of its last happening
 * @param words the last bubble's
 * @param unanswered since when the person waits for a word from us
 * @param news what somebody may not have read yet, of what was looked at
 * @param begins the place of the first happening that was looked at; 0 when that was all
 * @param heard when the person was heard of last, of what was looked at
 * @param broken when a promise of how long they would wait was broken last, of what was looked at
 * @param gone that they left, where that was the last change of hands and somebody had them
 */
record TranscriptSummary(
        ConversationId conversation,
        long seq,
        @Nullable Person person,
        @Nullable String persona,
        @Nullable TranscriptLine last,
        @Nullable Instant unanswered,
        List<News> news,
        long begins,
        @Nullable Instant heard,
        @Nullable Instant broken,
        @Nullable Gone gone) {

    /**
     * They left while somebody had them.
     *
     * @param agent the login of whoever had them
     */
    record Gone(long seq, String agent) {}

    /**
     * A bubble of theirs, or a note.
     *
     * @param author the login of whoever left the note; null for the person
     * @param words of the note
     */
    record News(long seq, @Nullable String author, String words) {}

    /** @param whole whether there is nothing before */
    static TranscriptSummary of(Transcripts.Place place, List<JournalEntry> lately, boolean whole) {
        var fold = new TranscriptFold();
        fold.addAll(lately);
        var lines = fold.lines();
        var last = lines.reversed().stream()
                .filter(line -> line.side() != Side.DESK)
                .findFirst();
        return new TranscriptSummary(
                place.conversation(),
                place.seq(),
                fold.person().orElse(null),
                fold.persona().orElse(null),
                last.orElse(null),
                fold.unanswered().orElse(null),
                lines.stream().flatMap(line -> news(line).stream()).toList(),
                whole ? 0 : lately.getFirst().seq(),
                latest(lines, line -> line.side() == Side.PERSON),
                latest(
                        lines,
                        line -> LongWaits.PROMISE.equals(line.name())
                                && line.form().equals("noted")),
                gone(lines).orElse(null));
    }

    private static Optional<Gone> gone(List<TranscriptLine> lines) {
        return lines.reversed().stream()
                .filter(line -> line.form().equals("passed"))
                .findFirst()
                .filter(line -> line.name() != null && line.text().equals(Farewells.LEFT))
                .map(line -> new Gone(line.seq(), Objects.requireNonNull(line.name())));
    }

    private static Optional<News> news(TranscriptLine line) {
        if (line.form().equals("note")) {
            return Optional.of(new News(line.seq(), line.actor(), line.text()));
        }
        return line.side() == Side.PERSON && !(line.content() instanceof Content.Entered)
                ? Optional.of(new News(line.seq(), null, ""))
                : Optional.empty();
    }

    private static @Nullable Instant latest(List<TranscriptLine> lines, Predicate<TranscriptLine> which) {
        return lines.reversed().stream()
                .filter(which)
                .map(TranscriptLine::at)
                .findFirst()
                .orElse(null);
    }
}
