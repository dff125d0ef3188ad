package io.renhua.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.connector.SettableClock;
import io.renhua.journal.Journal;
import io.renhua.message.Content;
import io.renhua.message.ConversationId;
import io.renhua.message.Inbound;
import io.renhua.message.Outbound;
import io.renhua.message.Person;
import io.renhua.message.Speaker;
import io.renhua.store.Database;
import io.renhua.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class HousekeepingTest {
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final ConversationId PERSON = new ConversationId("mo-line", "U1");

    private final SettableClock clock = new SettableClock(NOW);
    private final Store store;
    private final Journal journal;
    private final Leases leases;
    private final StoreInbox inbox;
    private final OutboxRows outbox;
    private final Housekeeping housekeeping;

    HousekeepingTest(Database database) {
        store = database.open();
        journal = new Journal(store);
        leases = new SoleNode(store);
        inbox = new StoreInbox(store, journal, leases, clock);
        outbox = new OutboxRows(store, journal, leases, clock);
        housekeeping = new Housekeeping(new Arrivals(store, clock), outbox);
    }

    @AfterEach
    void close() {
        housekeeping.close();
        store.close();
    }

    @Test
    void forgetsAfterAWeekWhatIsOver() {
        received("done", "dead", "waiting");
        said("sent", "refused", "withheld", "dead", "doubt", "sending", "waiting");

        clock.advance(Duration.ofDays(7));
        housekeeping.tidy();
        assertThat(states("inbox")).hasSize(3);
        assertThat(states("outbox")).hasSize(7);

        clock.advance(Duration.ofSeconds(1));
        housekeeping.tidy();
        assertThat(states("inbox")).containsExactlyInAnyOrder("dead", "waiting");
        assertThat(states("outbox")).containsExactlyInAnyOrder("dead", "doubt", "sending", "waiting");
        assertThat(journal.after(PERSON, 0, 100)).hasSize(3);
    }

    @Test
    void forgetsMoreThanOneBite() {
        received(IntStream.range(0, 2500).mapToObj(i -> "done").toArray(String[]::new));

        clock.advance(Duration.ofDays(8));
        housekeeping.tidy();

        assertThat(states("inbox")).isEmpty();
    }

    @Test
    void survivesAStoreThatIsAway() {
        store.close();

        housekeeping.tidy();
    }

    private void received(String... states) {
        for (int i = 0; i < states.length; i++) {
            inbox.accept(List.of(
                    new Inbound("m" + i, PERSON, Person.of("U1"), new Content.Text("hi"), clock.instant(), null)));
            state("inbox", "message_id", "m" + i, states[i]);
        }
    }

    private void said(String... states) {
        for (var state : states) {
            var speaker = new Speaker(Speaker.Kind.BOT, "小墨");
            var message = new Outbound("o-" + state, PERSON, List.of(new Content.Text("hi")), speaker, null);
            store.write(transaction -> outbox.add(transaction, message, 0));
            state("outbox", "outbound_id", "o-" + state, state);
        }
    }

    private void state(String table, String key, String id, String state) {
        store.write(transaction ->
                transaction.handle().execute("update " + table + " set state = ? where " + key + " = ?", state, id));
    }

    private List<String> states(String table) {
        return store.read(handle -> handle.createQuery("select state from " + table)
                .mapTo(String.class)
                .list());
    }
}
