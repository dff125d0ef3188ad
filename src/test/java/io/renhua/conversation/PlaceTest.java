package io.renhua.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.spy;

import io.renhua.journal.Happening.Settled;
import io.renhua.journal.Happening.Settled.State;
import io.renhua.journal.Journal;
import io.renhua.message.Content;
import io.renhua.message.ConversationId;
import io.renhua.message.Outbound;
import io.renhua.message.Speaker;
import io.renhua.store.Database;
import io.renhua.store.Store;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class PlaceTest {
    private static final ConversationId PERSON = new ConversationId("pao-line", "U1");

    private final Clock clock = Clock.systemUTC();
    private final Store store;
    private final Journal journal;
    private final OutboxRows rows;
    private final PatientPlatform platform = new PatientPlatform();
    private final Leases leases;
    private Outbox outbox;

    PlaceTest(Database database) {
        store = database.open();
        journal = new Journal(store);
        leases = new SoleNode(store);
        rows = new OutboxRows(store, journal, leases, clock);
        outbox = outbox(rows);
    }

    private Outbox outbox(OutboxRows of) {
        return new Outbox(of, new Channels(List.of(platform)), leases, new DoubtPolicy(Set.of()), clock);
    }

    @AfterEach
    void close() {
        outbox.close();
        store.close();
    }

    @Test
    void letsTheFirstCallGoAndTheOthersAfterIt() {
        try (var place = outbox.book(PERSON)) {
            say(place, "one", "two");
        }

        await().until(() -> settled().size() == 2);
        assertThat(platform.calls()).extracting(Outbound::id).containsExactly("one", "two");
        assertThat(settled()).containsOnly(State.SENT);
    }

    @Test
    void isNotTakenWhereSomethingWaitsBefore() {
        var hold = new TwoNodes.Hold();
        platform.wire = hold;
        say(Place.NONE, "one");
        hold.awaitArrival();
        platform.wire = null;

        try (var place = outbox.book(PERSON)) {
            say(place, "two");
            assertThat(place.isFree()).isTrue();
        }
        hold.letGo();

        await().until(() -> settled().size() == 2);
        assertThat(platform.calls()).extracting(Outbound::id).containsExactly("one", "two");
    }

    @Test
    void isGivenBackWhenNothingIsSaid() {
        for (int i = 0; i < 2 * Gate.AT_A_TIME; i++) {
            try (var place = outbox.book(PERSON)) {
                assertThat(place.isFree()).isTrue();
            }
        }
    }

    @Test
    void isKeptForOneAtATime() {
        try (var place = outbox.book(PERSON);
                var second = outbox.book(PERSON)) {
            assertThat(place.isFree()).isTrue();
            assertThat(second.isFree()).isFalse();
        }
        try (var again = outbox.book(PERSON)) {
            assertThat(again.isFree()).isTrue();
        }
    }

    /** Between the commit and the departure the row looks like one that a crash left on its way. */
    @Test
    void isNotTakenForSomethingThatAStopLeftOnItsWay() {
        var durable = new ArrayList<OutboxRow>();
        try (var booked = outbox.book(PERSON)) {
            say(new Place(durable::add, () -> {}), "one");
            outbox.wake(PERSON);
            await().until(() -> outbox.busy() == 0);
            assertThat(settled()).isEmpty();

            booked.take(durable.getFirst());
        }

        await().until(() -> settled().size() == 1);
        assertThat(settled()).containsExactly(State.SENT);
        assertThat(platform.taken()).isEqualTo(1);
    }

    @Test
    void isNotTakenForThatEitherWhenItIsTakenJustBeforeTheLaneLooks() {
        var durable = new ArrayList<OutboxRow>();
        var places = new ArrayList<Place>();
        var looked = spy(rows);
        doAnswer(look -> {
                    places.add(outbox.book(PERSON));
                    say(new Place(durable::add, () -> {}), "one");
                    return look.callRealMethod();
                })
                .doCallRealMethod()
                .when(looked)
                .next(PERSON);
        outbox = outbox(looked);

        assertThat(outbox.next(PERSON)).isEmpty();

        assertThat(settled()).isEmpty();
        places.getFirst().take(durable.getFirst());
        await().until(() -> settled().size() == 1);
        assertThat(settled()).containsExactly(State.SENT);
        assertThat(platform.taken()).isEqualTo(1);
    }

    @Test
    void leavesWaitingWhatWasAboutToLeaveAtAStop() throws Exception {
        var hold = new TwoNodes.Hold();
        platform.wire = hold;
        say(Place.NONE, "one");
        hold.awaitArrival();
        var durable = new ArrayList<OutboxRow>();
        try (var booked = outbox.book(PERSON)) {
            store.write(transaction -> transaction.handle().execute("delete from outbox"));
            say(new Place(durable::add, () -> {}), "two");
            booked.take(durable.getFirst());
        }

        var stop = Thread.ofVirtual().start(outbox::close);
        await().until(() -> stop.getState() == Thread.State.TIMED_WAITING);
        hold.letGo();
        stop.join();

        assertThat(platform.taken()).isEqualTo(1);
        assertThat(rows.next(PERSON)).hasValueSatisfying(row -> {
            assertThat(row.sending()).isFalse();
            assertThat(row.attempts()).isZero();
        });
    }

    private void say(Place place, String... ids) {
        store.write(PERSON.toString(), transaction -> {
            for (var id : ids) {
                var words = List.<Content>of(new Content.Text(id));
                rows.add(
                        transaction,
                        new Outbound(id, PERSON, words, new Speaker(Speaker.Kind.BOT, "小墨"), null),
                        0,
                        place);
            }
        });
    }

    private List<State> settled() {
        return journal.after(PERSON, 0, 100).stream()
                .filter(entry -> entry.happening() instanceof Settled)
                .map(entry -> ((Settled) entry.happening()).state())
                .toList();
    }
}
