package io.renhua.handoff;

import io.renhua.journal.Happening;
import io.renhua.journal.Journal;
import io.renhua.message.ConversationId;
import io.renhua.store.Store;
import io.renhua.store.Transaction;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.stream.Collectors;

/** What of a checklist was asked or done in a conversation, until it is resolved and over. */
public final class Ticks {
    /** The kind of note that a point is done. */
    public static final String TICKED = "ticked";

    /** The kind of note that it is not done after all. */
    public static final String UNTICKED = "unticked";

    private static final String OF = "select point, by_whom, at from tick where conversation = ?";
    private static final String ADD = """
            insert into tick (conversation, point, by_whom, at) values (?, ?, ?, ?) on conflict do nothing""";
    private static final String REMOVE = "delete from tick where conversation = ? and point = ?";
    private static final String CLEAR = "delete from tick where conversation = ?";

    private final Store store;
    private final Journal journal;
    private final Clock clock;

    public Ticks(Store store, Journal journal, Clock clock) {
        this.store = store;
        this.journal = journal;
        this.clock = clock;
    }

    /** @param by the login of whoever did it */
    public record Tick(String by, Instant at) {}

    /** By the point's name. */
    public Map<String, Tick> of(ConversationId conversation) {
        return store
                .list(
                        OF,
                        row -> Map.entry(
                                row.getString(1),
                                new Tick(
                                        row.getString(2),
                                        row.getObject(3, OffsetDateTime.class).toInstant())),
                        conversation.toString())
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * Says, by an agent, that a point is done, or is not.
     *
     * @param words of the point, for the record
     */
    public void set(ConversationId conversation, String point, String words, boolean done, String agent) {
        store.write(conversation.toString(), transaction -> {
            var id = conversation.toString();
            var now = clock.instant();
            int changed = done ? transaction.update(ADD, id, point, agent, now) : transaction.update(REMOVE, id, point);
            if (changed == 1) {
                var kind = done ? TICKED : UNTICKED;
                journal.append(transaction, new Happening.Noted(conversation, now, kind, words, agent));
            }
        });
    }

    /** The conversation changes hands: what is over begins anew the next time. */
    static void passed(Transaction transaction, ConversationId conversation, Ownership to) {
        if (to instanceof Ownership.Closed) {
            transaction.update(CLEAR, conversation.toString());
        }
    }
}
