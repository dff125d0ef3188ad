package io.renhua.retention;

import io.renhua.conversation.LegalHolds;
import io.renhua.journal.Happening;
import io.renhua.journal.Happening.Received;
import io.renhua.journal.RelayPlace;
import io.renhua.message.Content;
import io.renhua.message.Content.Media;
import io.renhua.message.ConversationId;
import io.renhua.message.Inbound;
import io.renhua.retention.Leaving.Came;
import io.renhua.store.Json;
import io.renhua.store.Store;
import io.renhua.store.Transaction;
import io.renhua.text.Fold;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Lets pictures and sounds go that came in, where the words around them are kept for longer: where they lie is forgotten, that one
 * came is not, nor what was said in it.
 */
final class MediaLeaving {
    private static final String BARE = "update journal set happening = ?, body = ? where seq = ? and conversation = ?";
    private static final String FOUND = "update searched_bubble set words = ? where seq = ?";
    private static final String NUMBERS = "delete from searched_number where seq = ?";
    private static final String LETTERS = "select id, message from inbox where conversation = ? and message_id = ?";
    private static final String LETTER = "update inbox set message = ? where id = ?";
    private static final String REACHED = "select before_at from media_left where channel = ?";

    private final Store store;
    private final RelayPlace turn;

    MediaLeaving(Store store, RelayPlace turn) {
        this.store = store;
        this.turn = turn;
    }

    /** What is left to look at of a stretch of time. */
    Span rest(String channel, Span over) {
        var reached = store
                .list(REACHED, row -> row.getObject(1, OffsetDateTime.class).toInstant(), channel)
                .stream()
                .findFirst()
                .orElse(Instant.EPOCH);
        boolean isFirst = over.from().equals(Instant.EPOCH);
        return new Span(isFirst ? reached : over.from(), over.to());
    }

    /**
     * What became of some.
     *
     * @param left how many left
     * @param held when the first came that must not leave yet; null where there are none
     * @param isOurs false when the turn is another node's
     */
    record MediaLeft(long left, @Nullable Instant held, boolean isOurs) {}

    /** Lets some go. */
    MediaLeft all(List<Due.Row> rows, Instant now) {
        long left = 0;
        Instant held = null;
        for (var row : rows) {
            var came = Leaving.withRest(
                    () -> store.commit(row.conversation(), transaction -> came(transaction, row, now)));
            switch (came) {
                case LEFT -> left++;
                case HELD -> held = held == null ? row.at() : held;
                case CUT_OFF, STAYS, GOES_ON -> {
                    return new MediaLeft(left, held, false);
                }
            }
        }
        return new MediaLeft(left, held, true);
    }

    /** How many would go. */
    MediaLeft foreseen(List<Due.Row> rows, Instant now) {
        var go = rows.stream()
                .filter(row -> LegalHolds.of(store, ConversationId.parse(row.conversation()), now)
                        .isEmpty())
                .count();
        return new MediaLeft(go, null, true);
    }

    private Came came(Transaction transaction, Due.Row row, Instant now) {
        if (!turn.moved(transaction, 0)) {
            return Came.CUT_OFF;
        }
        if (LegalHolds.of(transaction, ConversationId.parse(row.conversation()), now)
                .isPresent()) {
            return Came.HELD;
        }
        bare(transaction, row);
        return Came.LEFT;
    }

    /** Remembers that nothing is left before a moment. */
    void reached(String channel, Instant moment) {
        store.write(channel, transaction -> {
            transaction.update("delete from media_left where channel = ?", channel);
            transaction.update("insert into media_left (channel, before_at) values (?, ?)", channel, moment);
        });
    }

    private static void bare(Transaction transaction, Due.Row row) {
        Json.readable(String.valueOf(row.media()), Happening.class)
                .filter(happening -> happening instanceof Received received && received.content() instanceof Media)
                .map(Received.class::cast)
                .ifPresent(received -> bare(transaction, row, received));
    }

    private static void bare(Transaction transaction, Due.Row row, Received received) {
        var content = bare(received.content());
        var left = new Received(
                received.conversation(),
                received.at(),
                received.messageId(),
                received.person(),
                content,
                received.sentAt());
        transaction.update(BARE, Json.write(left), content.asText(), row.seq(), row.conversation());
        transaction.update(FOUND, Fold.plain(content.asText()), row.seq());
        if (content instanceof Content.Unsupported) {
            transaction.update(NUMBERS, row.seq());
        }
        transaction
                .list(LETTERS, Letter::of, row.conversation(), received.messageId())
                .forEach(letter -> letter.bare(transaction));
    }

    /** What a caption or a recognised voice says are words. */
    private static Content bare(Content content) {
        return switch (content) {
            case Media(var kind, var location, var description)
            when description.isBlank() -> new Content.Unsupported(kind.name().toLowerCase(Locale.ROOT));
            case Media media -> new Content.Text(media.description());
            default -> content;
        };
    }

    /** The same message, where it was put aside. */
    private record Letter(long id, String message) {
        static Letter of(ResultSet row) throws SQLException {
            return new Letter(row.getLong(1), row.getString(2));
        }

        void bare(Transaction transaction) {
            Json.readable(message, Inbound.class)
                    .ifPresent(said -> transaction.update(
                            LETTER,
                            Json.write(new Inbound(
                                    said.id(),
                                    said.conversation(),
                                    said.person(),
                                    MediaLeaving.bare(said.content()),
                                    said.sentAt(),
                                    said.reply(),
                                    said.echo())),
                            id));
        }
    }
}
