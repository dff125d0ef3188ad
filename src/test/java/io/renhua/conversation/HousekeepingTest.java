package io.renhua.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.connector.SettableClock;
import io.renhua.handoff.DeskDrafts;
import io.renhua.journal.Journal;
import io.renhua.message.Content;
import io.renhua.message.ConversationId;
import io.renhua.message.Inbound;
import io.renhua.message.Person;
import io.renhua.people.Hallmarks;
import io.renhua.publishing.OldVersions;
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
    private final StoreInbox inbox;
    private final Arrivals arrivals;
    private final Housekeeping housekeeping;

    HousekeepingTest(Database database) {
        store = database.open();
        journal = new Journal(store);
        inbox = new StoreInbox(store, journal, new SoleNode(store), clock);
        arrivals = new Arrivals(store, clock);
        housekeeping = new Housekeeping(
                arrivals,
                new DeskDrafts(store, journal, clock),
                new SentPictures(store, clock),
                new ActionFailures(store, clock),
                new OldVersions(store, clock, null),
                Hallmarks.usual(store, clock));
    }

    @AfterEach
    void close() {
        housekeeping.close();
        store.close();
    }

    @Test
    void forgetsTheKeysOfMessagesAfterAWeek() {
        arrives("m1");
        clock.advance(Duration.ofDays(7));
        arrives("m2");

        housekeeping.tidy();
        arrives("m1");
        assertThat(journal.after(PERSON, 0, 100)).hasSize(2);

        clock.advance(Duration.ofSeconds(1));
        housekeeping.tidy();
        arrives("m1");
        arrives("m2");
        assertThat(journal.after(PERSON, 0, 100)).hasSize(3);
    }

    @Test
    void forgetsNoMessageThatWaits() {
        arrives("m1");

        clock.advance(Duration.ofDays(8));
        housekeeping.tidy();

        assertThat(arrivals.next(PERSON)).hasSize(1);
    }

    @Test
    void forgetsMoreThanOneBite() {
        inbox.accept(IntStream.range(0, 2500).mapToObj(i -> message("m" + i)).toList());

        clock.advance(Duration.ofDays(8));
        housekeeping.tidy();
        arrives("m0");
        arrives("m2499");

        assertThat(journal.after(PERSON, 0, 3000)).hasSize(2502);
    }

    @Test
    void survivesAStoreThatIsAway() {
        store.close();

        assertThat(housekeeping.tidy()).as("all of it was done").isFalse();
    }

    private void arrives(String id) {
        inbox.accept(List.of(message(id)));
    }

    private Inbound message(String id) {
        return new Inbound(id, PERSON, Person.of("U1"), new Content.Text("hi"), clock.instant(), null);
    }
}
