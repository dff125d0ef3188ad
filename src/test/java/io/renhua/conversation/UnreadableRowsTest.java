package io.renhua.conversation;

import static io.renhua.conversation.Room.PERSON;
import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.renhua.connector.SettableClock;
import io.renhua.conversation.DeadLetter.Kind;
import io.renhua.dialogue.LivePersona;
import io.renhua.handoff.Desk;
import io.renhua.handoff.Ownership.Queued;
import io.renhua.journal.Happening;
import io.renhua.journal.Happening.Noted;
import io.renhua.journal.Happening.Settled;
import io.renhua.journal.Happening.Settled.State;
import io.renhua.journal.Happening.Understood;
import io.renhua.journal.Journal;
import io.renhua.journal.JournalEntry;
import io.renhua.message.Content;
import io.renhua.message.Outbound;
import io.renhua.message.Speaker;
import io.renhua.store.Database;
import io.renhua.store.Store;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows that another version wrote, or that are damaged: each is out of the way after one piece of work. */
@ParameterizedClass
@EnumSource(Database.class)
class UnreadableRowsTest {
    private static final String WHY = "cannot be read: another version wrote it, or it is damaged";

    private final SettableClock clock = new SettableClock(Room.NOON);
    private final PatientPlatform platform = new PatientPlatform();
    private final Store store;
    private final Journal journal;
    private final Graph graph;

    UnreadableRowsTest(Database database) {
        store = database.open();
        journal = new Journal(store);
        var mo = new LivePersona(Room.persona(), Room::meaning, (words, now) -> List.of());
        graph = new Graph(
                store,
                journal,
                new SoleNode(store),
                new Channels(List.of(platform)),
                new Personas(Map.of("mo", mo), Map.of("pao-line", "mo")),
                Patience.NONE,
                clock,
                _ -> new Gates(() -> 1, System::nanoTime, conversation -> {}, (delay, work) -> {}));
        graph.rows.onCall(conversation -> {}); // each piece is asked for here
    }

    @AfterEach
    void close() {
        graph.outbox.close();
        store.close();
    }

    @Test
    void anUnreadableMessageLetsTheNextOneBeAnsweredAndAPersonIsAskedFor() {
        graph.inbox.accept(List.of(Room.says("1", "推薦一本書"), Room.says("2", "推薦一本書")));
        execute("update inbox set message = '{' where message_id = '1'");

        graph.turns.next(PERSON);
        graph.turns.next(PERSON);

        assertThat(happened(Understood.class)).extracting(Understood::messageId).containsExactly("2");
        assertThat(happened(Noted.class)).extracting(Noted::kind, Noted::why).containsExactly(tuple("unanswered", WHY));
        assertThat(new Desk(store, journal, clock).ownerOf(PERSON)).isInstanceOf(Queued.class);
        assertThat(letters()).containsExactly(tuple(Kind.UNANSWERED, WHY));
    }

    @Test
    void whoeverSentItHearsThatAPersonComesAndWhatIsOnItsWayStillComes() {
        say("one");
        graph.inbox.accept(List.of(Room.says("1", "推薦一本書")));
        execute("update inbox set message = '{'");

        graph.turns.next(PERSON);
        graph.outbox.next(PERSON);
        graph.outbox.next(PERSON);

        var calls = platform.calls().toList();
        assertThat(calls).hasSize(2).first().extracting(Outbound::id).isEqualTo("one");
        assertThat(calls.getLast().bubbles())
                .first(as(type(Content.Text.class)))
                .extracting(Content.Text::body, as(STRING))
                .contains("約3分鐘"); // the persona's own words for it
    }

    @Test
    void eachOfTwoIsPutAsideForItsOwnReason() {
        graph.inbox.accept(List.of(Room.says("0", "推薦一本書")));
        graph.turns.next(PERSON);
        graph.inbox.accept(List.of(Room.says("1", "推薦一本書"), Room.says("2", "推薦一本書")));
        execute("update inbox set message = '{' where message_id = '1'");
        graph.turns.next(PERSON);
        execute("update dialogue_state set state = '{'");
        graph.turns.next(PERSON);
        for (int tries = 1; tries < 3; tries++) {
            clock.advance(Duration.ofMinutes(1));
            graph.turns.next(PERSON);
        }

        assertThat(letters())
                .containsExactly(tuple(Kind.UNANSWERED, WHY), tuple(Kind.UNANSWERED, "IllegalArgumentException"));
    }

    @Test
    void aPersonIsAskedForThoughThatCannotBeSaid() {
        graph.inbox.accept(List.of(Room.says("1", "推薦一本書"), Room.says("2", "推薦一本書")));
        graph.turns.next(PERSON);
        execute("update dialogue_state set state = '{'");
        execute("update inbox set message = '{'");
        graph.inbox.accept(List.of(Room.says("3", "推薦一本書")));
        execute("update inbox set message = '{'");
        var said = happened(Happening.Said.class).size();

        graph.turns.next(PERSON);

        assertThat(new Desk(store, journal, clock).ownerOf(PERSON)).isInstanceOf(Queued.class);
        assertThat(happened(Happening.Said.class)).hasSize(said);
    }

    @Test
    void anUnreadableMessageBehindOthersIsNoPartOfTheirBreath() {
        graph.inbox.accept(List.of(Room.says("1", "推薦一本書"), Room.says("2", "推薦一本書"), Room.says("3", "推薦一本書")));
        execute("update inbox set message = 'null' where message_id = '2'");

        graph.turns.next(PERSON);
        graph.turns.next(PERSON);
        graph.turns.next(PERSON);

        assertThat(happened(Understood.class)).extracting(Understood::messageId).containsExactly("1", "3");
        assertThat(letters()).containsExactly(tuple(Kind.UNANSWERED, WHY));
    }

    @Test
    void aMessageIsUnreadableWhenAPartOfItStandsUnderAnotherName() {
        graph.inbox.accept(List.of(Room.says("1", "推薦一本書"), Room.says("2", "推薦一本書")));
        execute("update inbox set message = replace(message, '\"sentAt\"', '\"saidAt\"') where message_id = '1'");

        graph.turns.next(PERSON);
        graph.turns.next(PERSON);

        assertThat(happened(Understood.class)).extracting(Understood::messageId).containsExactly("2");
        assertThat(letters()).containsExactly(tuple(Kind.UNANSWERED, WHY));
    }

    @Test
    void unreadableWordsLetTheNextOnesGo() {
        say("one", "two");
        execute("update outbox set message = '{' where outbound_id = 'one'");

        graph.outbox.next(PERSON);
        graph.outbox.next(PERSON);

        assertThat(platform.calls()).extracting(Outbound::id).containsExactly("two");
        assertThat(happened(Settled.class))
                .extracting(Settled::outboundId, Settled::state, Settled::why)
                .containsExactly(tuple("one", State.REFUSED, WHY), tuple("two", State.SENT, null));
        assertThat(letters()).containsExactly(tuple(Kind.UNSENT, WHY));
    }

    @Test
    void unreadableWordsThatAStopLeftOnTheirWayStayInDoubt() {
        say("one", "two");
        execute("update outbox set message = '{', state = 'sending', attempts = 1 where outbound_id = 'one'");

        graph.outbox.next(PERSON);
        graph.outbox.next(PERSON);

        assertThat(platform.calls()).extracting(Outbound::id).containsExactly("two");
        assertThat(happened(Settled.class))
                .extracting(Settled::outboundId, Settled::state)
                .containsExactly(tuple("one", State.IN_DOUBT), tuple("two", State.SENT));
        assertThat(letters()).containsExactly(tuple(Kind.IN_DOUBT, "stopped while it was being sent; " + WHY));
    }

    @Test
    void whoeverReplaysWhatIsUnreadableIsToldSoAndNobodyIsHeldUp() {
        say("one");
        execute("update outbox set message = '{'");
        graph.outbox.next(PERSON);
        var letter = graph.deadLetters.list(10).getFirst();
        assertThat(letter.words()).isNull();

        graph.deadLetters.replay(letter.id(), "lin");
        say("two");
        graph.outbox.next(PERSON);
        graph.outbox.next(PERSON);

        assertThat(platform.calls()).extracting(Outbound::id).containsExactly("two");
        assertThat(letters()).containsExactly(tuple(Kind.UNSENT, WHY));
        assertThat(happened(Settled.class)).extracting(Settled::why).containsExactly(WHY, "replayed by lin", WHY, null);
        assertThat(graph.deadLetters.discard(letter.id(), "lin")).isTrue();
        assertThat(letters()).isEmpty();
    }

    @Test
    void wordsThatCanBeReadAgainGoOutWhenTheyAreReplayed() {
        say("one");
        execute("update outbox set message = 'x' || message");
        graph.outbox.next(PERSON);
        execute("update outbox set message = substring(message from 2)");

        graph.deadLetters.replay(graph.deadLetters.list(10).getFirst().id(), "lin");
        graph.outbox.next(PERSON);

        assertThat(platform.calls()).extracting(Outbound::id).containsExactly("one");
    }

    @Test
    void anUnreadableAlarmIsTakenOutAndTheOthersRing() {
        graph.inbox.accept(List.of(Room.says("1", "真人")));
        graph.turns.next(PERSON); // they wait, and were promised for how long
        execute("insert into timer (conversation, kind, alarm, due_at) "
                + "select conversation, 'Reminder', '{', due_at from timer");
        graph.inbox.accept(List.of(Room.says("2", "推薦一本書")));
        clock.advance(Duration.ofHours(1));
        graph.timers.look(conversation -> {});

        graph.turns.next(PERSON);

        assertThat(happened(Noted.class))
                .extracting(Noted::kind, Noted::why)
                .containsExactlyInAnyOrder(
                        tuple("alarm", "Reminder " + WHY), tuple("promise", "waits longer than was promised"));
        assertThat(happened(Understood.class)).extracting(Understood::messageId).containsExactly("1", "2");
        assertThat(timers()).isZero();
    }

    private void say(String... ids) {
        store.write(PERSON.toString(), transaction -> {
            for (var id : ids) {
                var words = List.<Content>of(new Content.Text(id));
                var call = new Outbound(id, PERSON, words, new Speaker(Speaker.Kind.BOT, "小墨"), null);
                graph.rows.add(transaction, call, 0, Place.NONE);
            }
        });
    }

    private void execute(String sql) {
        store.write(transaction -> transaction.handle().execute(sql));
    }

    private int timers() {
        return store.read(handle -> handle.createQuery("select count(*) from timer")
                .mapTo(Integer.class)
                .one());
    }

    private List<Tuple> letters() {
        return graph.deadLetters.list(10).stream()
                .map(letter -> tuple(letter.kind(), letter.why()))
                .toList();
    }

    private <T extends Happening> List<T> happened(Class<T> kind) {
        return journal.after(PERSON, 0, 1000).stream()
                .map(JournalEntry::happening)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }
}
