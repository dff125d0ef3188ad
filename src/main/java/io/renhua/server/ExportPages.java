package io.renhua.server;

import io.renhua.message.ConversationId;
import io.renhua.search.Search;
import io.renhua.server.TranscriptLine.Side;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The bubbles of the conversations found, read a stretch at a time while somebody takes them. */
final class ExportPages implements Iterator<List<ExportRow>> {
    private static final int STRETCH = 2_000;
    /** What became of a bubble is known long before so many others have followed. */
    private static final int STILL_CHANGING = 500;

    private final Transcripts transcripts;
    private final Function<ConversationId, UnaryOperator<String>> veils;
    private final Instant begins;
    private final Instant ends;
    private final Iterator<ConversationId> conversations;
    private Iterator<List<ExportRow>> stretches = Collections.emptyIterator();

    /**
     * @param veils what may be read of a conversation's words
     * @param found by the search
     */
    ExportPages(
            Transcripts transcripts,
            Function<ConversationId, UnaryOperator<String>> veils,
            Search search,
            Collection<ConversationId> found) {
        this.transcripts = transcripts;
        this.veils = veils;
        this.begins = search.begins().orElse(Instant.MIN);
        this.ends = search.ends().orElse(Instant.MAX);
        this.conversations = found.iterator();
    }

    @Override
    public boolean hasNext() {
        return stretches.hasNext() || conversations.hasNext();
    }

    @Override
    public List<ExportRow> next() {
        if (!stretches.hasNext()) {
            stretches = new Conversation(conversations.next());
        }
        return stretches.next();
    }

    private List<ExportRow> rows(ConversationId conversation, UnaryOperator<String> veil, List<TranscriptLine> lines) {
        return lines.stream()
                .filter(line -> line.side() != Side.DESK)
                .filter(line -> !line.at().isBefore(begins) && line.at().isBefore(ends))
                .map(line -> ExportRow.of(conversation, line, veil))
                .toList();
    }

    private final class Conversation implements Iterator<List<ExportRow>> {
        private final ConversationId conversation;
        private final UnaryOperator<String> veil;
        private final TranscriptFold fold = new TranscriptFold();
        private long seq;
        private boolean more = true;

        Conversation(ConversationId conversation) {
            this.conversation = conversation;
            this.veil = veils.apply(conversation);
        }

        @Override
        public boolean hasNext() {
            return more;
        }

        @Override
        public List<ExportRow> next() {
            if (!more) {
                throw new NoSuchElementException();
            }
            var entries = transcripts.stretch(conversation, seq, STRETCH);
            fold.addAll(entries);
            more = entries.size() == STRETCH;
            seq = entries.isEmpty() ? seq : entries.getLast().seq();
            return rows(conversation, veil, fold.drain(more ? STILL_CHANGING : 0));
        }
    }
}
