package io.renhua.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doNothing;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.spy;

import io.renhua.connector.Delivery;
import io.renhua.handoff.Desk;
import io.renhua.handoff.Desk.Change;
import io.renhua.handoff.Ownership.Bot;
import io.renhua.handoff.Request;
import io.renhua.journal.Happening;
import io.renhua.journal.Happening.Settled.State;
import io.renhua.journal.Journal;
import io.renhua.journal.JournalEntry;
import io.renhua.message.Content;
import io.renhua.message.ConversationId;
import io.renhua.message.Limits;
import io.renhua.message.Person;
import io.renhua.store.Store;
import io.renhua.store.StoreSettings;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutboxTest {
    private static final Voice.Signature LIN = new Voice.Signature("lin", "Lin");
    private static final ConversationId CONVERSATION = new ConversationId("pao-line", "U1");

    private final Clock clock = Clock.systemUTC();
    private final Store store = Store.open(StoreSettings.inMemory("outbox"));
    private final Journal journal = new Journal(store);
    private final Desk desk = new Desk(store, journal, clock);
    private final Leases leases = new SoleNode(store);
    private final OutboxRows rows = new OutboxRows(store, journal, leases, clock);

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void deliversAConversationsWordsInOrder() throws Exception {
        var connector = new FakeConnector(Limits.NONE);
        try (var outbox = outbox(connector, Set.of())) {
            leases.start(outbox::wake);
            say(connector, 0, "one");
            say(connector, 0, "two");
            say(connector, 0, "three");

            assertThat(List.of(connector.nextWords(), connector.nextWords(), connector.nextWords()))
                    .containsExactly("one", "two", "three");
            await().until(() -> states().equals(List.of(State.SENT, State.SENT, State.SENT)));
        }
    }

    @Test
    void triesAgainWhatTheConnectorPostponesAndKeepsTheOrder() throws Exception {
        var connector = new FakeConnector(Limits.NONE).answers(new Delivery.Postponed(Duration.ZERO, "busy"));
        try (var outbox = outbox(connector, Set.of())) {
            leases.start(outbox::wake);
            say(connector, 0, "one");
            say(connector, 0, "two");

            assertThat(List.of(connector.nextWords(), connector.nextWords(), connector.nextWords()))
                    .containsExactly("one", "one", "two");
            await().until(() -> states().equals(List.of(State.POSTPONED, State.SENT, State.SENT)));
        }
    }

    @Test
    void doesNotTryAgainWhatIsRefusedAndGoesOn() throws Exception {
        var connector = new FakeConnector(Limits.NONE).answers(new Delivery.Refused("blocked"));
        try (var outbox = outbox(connector, Set.of())) {
            leases.start(outbox::wake);
            say(connector, 0, "one");
            say(connector, 0, "two");

            assertThat(List.of(connector.nextWords(), connector.nextWords())).containsExactly("one", "two");
            await().until(() -> states().equals(List.of(State.REFUSED, State.SENT)));
        }
    }

    @Test
    void saysAgainWhatIsInDoubtAndMarksIt() throws Exception {
        var connector = new FakeConnector(Limits.NONE).answers(new Delivery.InDoubt("lost"));
        try (var outbox = outbox(connector, Set.of())) {
            leases.start(outbox::wake);
            say(connector, 0, "one");

            var first = connector.nextCall();
            var second = connector.nextCall();

            assertThat(second.id()).isEqualTo(first.id());
            await().until(() -> states().equals(List.of(State.IN_DOUBT, State.SENT)));
        }
    }

    @Test
    void holdsWhatIsInDoubtWhereTheChannelIsSetSo() throws Exception {
        var connector = new FakeConnector(Limits.NONE).answers(new Delivery.InDoubt("lost"));
        try (var outbox = outbox(connector, Set.of("pao-line"))) {
            leases.start(outbox::wake);
            say(connector, 0, "one");
            say(connector, 0, "two");

            assertThat(List.of(connector.nextWords(), connector.nextWords())).containsExactly("one", "two");
            await().until(() -> states().equals(List.of(State.IN_DOUBT, State.SENT)));
        }
    }

    @Test
    void withholdsWordsOfAnEarlierOwner() {
        var connector = new FakeConnector(Limits.NONE);
        desk.pass(CONVERSATION, Bot.FIRST, Bot.FIRST.takeOver("lin", clock.instant()), Change.by("lin", "claimed"));
        try (var outbox = outbox(connector, Set.of())) {
            leases.start(outbox::wake);
            say(connector, 0, "too late");

            await().until(() -> states().equals(List.of(State.WITHHELD)));
            assertThat(connector.unseenCalls()).isZero();
        }
    }

    @Test
    void ownsUpToWhatThePlatformTookWhileSomebodyTookOver() {
        var lin = Bot.FIRST.takeOver("lin", clock.instant());
        var connector = new FakeConnector(Limits.NONE)
                .meanwhile(() -> desk.pass(CONVERSATION, Bot.FIRST, lin, Change.by("lin", "claimed")));
        try (var outbox = outbox(connector, Set.of())) {
            say(connector, 0, "on its way");
            say(connector, 0, "not yet");
            leases.start(outbox::wake);

            await().until(() -> states().equals(List.of(State.SENT, State.WITHHELD)));
            assertThat(connector.unseenCalls()).isOne();
            assertThat(desk.ownerOf(CONVERSATION).epoch()).isEqualTo(lin.epoch());
        }
    }

    @Test
    void letsWordsGoOutWhoseSpeakerPassedTheConversationOn() throws Exception {
        var connector = new FakeConnector(Limits.NONE);
        var outbox = outbox(connector, Set.of());
        say(connector, 0, "finding someone");
        store.write(CONVERSATION.toString(), transaction -> {
            desk.pass(
                    transaction,
                    CONVERSATION,
                    Bot.FIRST,
                    Bot.FIRST.ask(Request.ordinary("care", "explicit", clock.instant())),
                    Change.because("explicit"));
            rows.carry(transaction, CONVERSATION, 0, 1);
        });

        try (outbox) {
            leases.start(outbox::wake);

            assertThat(connector.nextWords()).isEqualTo("finding someone");
        }
    }

    @Test
    void marksWhatAStopLeftOnItsWay() throws Exception {
        var connector = new FakeConnector(Limits.NONE);
        var outbox = outbox(connector, Set.of());
        outbox.close(); // nothing is sent now
        say(connector, 0, "one");
        store.write(transaction -> transaction.handle().execute("update outbox set state = 'sending', attempts = 1"));

        try (var again = outbox(connector, Set.of())) {
            leases.start(again::wake);

            assertThat(connector.nextWords()).isEqualTo("one");
            await().until(() -> states().equals(List.of(State.IN_DOUBT, State.SENT)));
        }
    }

    @Test
    void refusesOnceThePlatformsQuotaIsUsedUp() throws Exception {
        var connector = new FakeConnector(
                new Limits(1000, 1, 0, 20, Duration.ofHours(48), 2, Duration.ZERO, Double.POSITIVE_INFINITY));
        heardFromThem();
        try (var outbox = outbox(connector, Set.of())) {
            leases.start(outbox::wake);
            say(connector, 0, "one");
            say(connector, 0, "two");
            say(connector, 0, "three");

            assertThat(List.of(connector.nextWords(), connector.nextWords())).containsExactly("one", "two");
            await().until(() -> states().equals(List.of(State.SENT, State.SENT, State.REFUSED)));
        }
    }

    @Test
    void refusesOutsideThePlatformsWindow() {
        var connector = new FakeConnector(
                new Limits(1000, 1, 0, 20, Duration.ofHours(48), 5, Duration.ZERO, Double.POSITIVE_INFINITY));
        try (var outbox = outbox(connector, Set.of())) {
            leases.start(outbox::wake);
            say(connector, 0, "nobody ever wrote to us");

            await().until(() -> states().equals(List.of(State.REFUSED)));
            assertThat(connector.unseenCalls()).isZero();
        }
    }

    @Test
    void remembersAnOutcomeThatTheStoreDidNotTake() throws Exception {
        var connector = new FakeConnector(Limits.NONE);
        var channels = new Channels(List.of(connector));
        var shaky = spy(rows);
        doThrow(new IllegalStateException("planted"))
                .doCallRealMethod()
                .when(shaky)
                .settle(any(), any(), any(), any());
        try (var outbox = new Outbox(shaky, channels, leases, new DoubtPolicy(Set.of()), clock)) {
            leases.start(outbox::wake);
            var voice =
                    new Voice(journal, shaky, channels, new Pictures(java.net.URI.create("http://localhost")), clock);
            store.write(CONVERSATION.toString(), transaction -> {
                voice.agent(transaction, CONVERSATION, "one", LIN, List.of(new Content.Text("one")), 0);
                voice.agent(transaction, CONVERSATION, "two", LIN, List.of(new Content.Text("two")), 0);
            });

            assertThat(List.of(connector.nextWords(), connector.nextWords())).containsExactly("one", "two");
            await().until(() -> states().equals(List.of(State.SENT, State.SENT)));
            assertThat(connector.unseenCalls()).isZero();
        }
    }

    @Test
    void forgetsAnOutcomeOnceAnotherNodeMayHaveCalledSince() {
        var connector = new FakeConnector(Limits.NONE).answers(new Delivery.Refused("blocked"));
        var channels = new Channels(List.of(connector));
        var lost = spy(leases);
        doNothing()
                .doThrow(new LeaseLost(), new LeaseLost())
                .doCallRealMethod()
                .when(lost)
                .check(any(), any());
        try (var outbox = new Outbox(rows, channels, lost, new DoubtPolicy(Set.of()), clock);
                var elsewhere = outbox(connector, Set.of())) {
            rows.onCall(conversation -> {}); // each piece is asked for here
            say(connector, 0, "one");

            assertThatThrownBy(() -> outbox.next(CONVERSATION)).isInstanceOf(LeaseLost.class);
            elsewhere.next(CONVERSATION);
            store.write(
                    CONVERSATION.toString(),
                    transaction ->
                            rows.sending(transaction, rows.next(CONVERSATION).orElseThrow()));
            outbox.next(CONVERSATION);
        }

        assertThat(states()).containsExactly(State.IN_DOUBT, State.IN_DOUBT);
    }

    private Outbox outbox(FakeConnector connector, Set<String> holding) {
        return new Outbox(rows, new Channels(List.of(connector)), leases, new DoubtPolicy(holding), clock);
    }

    private void say(FakeConnector connector, long epoch, String words) {
        var voice = new Voice(
                journal,
                rows,
                new Channels(List.of(connector)),
                new Pictures(java.net.URI.create("http://localhost:8080")),
                clock);
        store.write(
                CONVERSATION.toString(),
                transaction ->
                        voice.agent(transaction, CONVERSATION, words, LIN, List.of(new Content.Text(words)), epoch));
    }

    private void heardFromThem() {
        store.write(
                CONVERSATION.toString(),
                transaction -> journal.append(
                        transaction,
                        new Happening.Received(
                                CONVERSATION,
                                clock.instant(),
                                "m",
                                Person.of("U1"),
                                new Content.Text("hi"),
                                clock.instant())));
    }

    private List<State> states() {
        return journal.after(CONVERSATION, 0, 100).stream()
                .map(JournalEntry::happening)
                .filter(Happening.Settled.class::isInstance)
                .map(happening -> ((Happening.Settled) happening).state())
                .toList();
    }
}
