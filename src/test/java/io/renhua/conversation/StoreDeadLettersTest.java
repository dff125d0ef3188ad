package io.renhua.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.connector.SettableClock;
import io.renhua.conversation.DeadLetter.Kind;
import io.renhua.door.Guest;
import io.renhua.door.SideDoor;
import io.renhua.handoff.Desk;
import io.renhua.handoff.Desk.Change;
import io.renhua.handoff.Ownership.Bot;
import io.renhua.handoff.Request;
import io.renhua.journal.Happening;
import io.renhua.journal.Journal;
import io.renhua.journal.JournalEntry;
import io.renhua.message.Content;
import io.renhua.message.ConversationId;
import io.renhua.message.Inbound;
import io.renhua.message.Outbound;
import io.renhua.message.Person;
import io.renhua.message.Speaker;
import io.renhua.store.Database;
import io.renhua.store.Json;
import io.renhua.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StoreDeadLettersTest {
    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");
    private static final ConversationId MEI = new ConversationId("pao-line", "Umei");
    private static final ConversationId LEE = new ConversationId("pao-slack", "Dlee");

    private final SettableClock clock = new SettableClock(NOON);
    private final List<ConversationId> woken = new ArrayList<>();
    private Store store = Database.H2.open();

    @AfterEach
    void close() {
        store.close();
    }

    @ParameterizedTest
    @EnumSource
    void listsWhatWaitsForAPersonTheOldestFirst(Database database) {
        var letters = letters(database);
        call(MEI, "sent", "that arrived");
        var dead = call(MEI, "dead", "the kettle is on");
        clock.advance(Duration.ofMinutes(1));
        var doubt = call(LEE, "doubt", "your refund is on its way");
        clock.advance(Duration.ofMinutes(1));
        var message = message(MEI, "dead", Json.write(says("where is my parcel")));
        because(message, "NullPointerException");
        clock.advance(Duration.ofMinutes(1));
        var unreadable = message(LEE, "dead", "{broken");
        message(LEE, "waiting", Json.write(says("hello")));

        assertThat(letters.list(10))
                .containsExactly(
                        new DeadLetter(dead, Kind.UNSENT, MEI, NOON, "the kettle is on", "why", 3),
                        new DeadLetter(
                                doubt, Kind.IN_DOUBT, LEE, NOON.plusSeconds(60), "your refund is on its way", "why", 3),
                        new DeadLetter(
                                message,
                                Kind.UNANSWERED,
                                MEI,
                                NOON.plusSeconds(120),
                                "where is my parcel",
                                "NullPointerException",
                                3),
                        new DeadLetter(unreadable, Kind.UNANSWERED, LEE, NOON.plusSeconds(180), null, null, 3));
        assertThat(letters.list(1)).extracting(DeadLetter::id).containsExactly(dead);
    }

    @ParameterizedTest
    @EnumSource
    void triesWordsAgainAsIfTheyWereSaidNowByWhoeverHasTheConversation(Database database) {
        var letters = letters(database);
        var id = call(MEI, "dead", "the kettle is on");
        queue(MEI);
        clock.advance(Duration.ofDays(2));

        assertThat(letters.replay(id, "lin")).isTrue();

        assertThat(row("outbox", id))
                .containsEntry("state", "waiting")
                .containsEntry("attempts", "0")
                .containsEntry("epoch", "1")
                .containsEntry("why", "null");
        assertThat(createdAt(id)).isEqualTo(NOON.plus(Duration.ofDays(2)));
        assertThat(woken).containsExactly(MEI);
        assertThat(happened(MEI).getLast()).isInstanceOfSatisfying(Happening.Settled.class, settled -> {
            assertThat(settled.state()).isEqualTo(Happening.Settled.State.POSTPONED);
            assertThat(settled.why()).isEqualTo("replayed by lin");
        });
        assertThat(letters.replay(id, "mei")).isFalse();
        assertThat(letters.list(10)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void handlesAMessageAgain(Database database) {
        var letters = letters(database);
        var id = message(MEI, "dead", Json.write(says("where is my parcel")));

        assertThat(letters.replay(id, "lin")).isTrue();

        assertThat(row("inbox", id)).containsEntry("state", "waiting").containsEntry("attempts", "0");
        assertThat(woken).containsExactly(MEI);
        assertThat(letters.list(10)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void triesAllOfAChannelAgainButNotWhatIsInDoubt(Database database) {
        var letters = letters(database);
        for (int i = 0; i < 250; i++) {
            call(new ConversationId("pao-line", "U" + i), "dead", "words");
        }
        message(MEI, "dead", Json.write(says("hello")));
        var doubt = call(MEI, "doubt", "perhaps");
        var other = call(LEE, "dead", "elsewhere");

        assertThat(letters.replayAll("pao-line", "lin")).isEqualTo(251);

        assertThat(letters.list(10)).extracting(DeadLetter::id).containsExactlyInAnyOrder(doubt, other);
        assertThat(woken).hasSize(251);
        assertThat(letters.replayAll("pao", "lin")).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void leavesOneAsItIs(Database database) {
        var letters = letters(database);
        var message = message(MEI, "dead", "{broken");
        var call = call(MEI, "doubt", "perhaps");

        assertThat(letters.discard(message, "lin")).isTrue();
        assertThat(letters.discard(call, "lin")).isTrue();

        assertThat(woken).isEmpty();
        assertThat(letters.list(10)).isEmpty();
        assertThat(letters.discard(call, "lin")).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void knowsNothingOfWhatIsNotThere(Database database) {
        var letters = letters(database);
        call(MEI, "sent", "that arrived");

        for (var id : List.of("", "out-", "out-1", "in-1", "out-99", "side-1", "out-1; drop table outbox", "1")) {
            assertThat(letters.replay(id, "lin")).as(id).isFalse();
            assertThat(letters.discard(id, "lin")).as(id).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void answersTheSameThroughTheDoor(Database database, @TempDir Path data) {
        var letters = letters(database);
        var dead = call(MEI, "dead", "the kettle is on");
        var doubt = call(MEI, "doubt", "perhaps");
        call(LEE, "dead", "elsewhere");

        try (var door = new SideDoor(data, DoorDeadLetters.service(letters));
                var asked = new DoorDeadLetters(new Guest(data))) {
            door.start();
            assertThat(asked.list(10)).hasSize(3).isEqualTo(letters.list(10));
            assertThat(asked.replay(dead, "lin")).isTrue();
            assertThat(asked.replay(dead, "lin")).isFalse();
            assertThat(asked.discard(doubt, "lin")).isTrue();
            assertThat(asked.replayAll("pao-slack", "lin")).isEqualTo(1);
        }
        assertThat(woken).containsExactly(MEI, LEE);
    }

    private DeadLetters letters(Database database) {
        store.close();
        store = database.open();
        var journal = new Journal(store);
        var letters = new StoreDeadLetters(store, new Desk(store, journal, clock), journal, new SoleNode(store), clock);
        letters.onReplay(woken::add);
        return letters;
    }

    private static Inbound says(String words) {
        return new Inbound("m", MEI, Person.of("Umei"), new Content.Text(words), NOON, null);
    }

    private String call(ConversationId conversation, String state, String words) {
        var id = UUID.randomUUID().toString();
        var message = new Outbound(
                id, conversation, List.of(new Content.Text(words)), new Speaker(Speaker.Kind.BOT, "小墨"), null);
        return "out-"
                + store.commit(transaction -> transaction
                        .handle()
                        .createUpdate("""
                                insert into outbox (outbound_id, conversation, epoch, message, state, attempts, due_at,
                                  created_at, why)
                                values (:id, :conversation, 0, :message, :state, 3, :now, :now, 'why')""")
                        .bind("id", id)
                        .bind("conversation", conversation.toString())
                        .bind("message", Json.write(message))
                        .bind("state", state)
                        .bind("now", clock.instant())
                        .executeAndReturnGeneratedKeys("id")
                        .mapTo(Long.class)
                        .one());
    }

    private String message(ConversationId conversation, String state, String message) {
        return "in-"
                + store.commit(transaction -> transaction
                        .handle()
                        .createUpdate("""
                                insert into inbox (channel, message_id, conversation, message, received_at, state, attempts)
                                values (:channel, :id, :conversation, :message, :now, :state, 3)""")
                        .bind("channel", conversation.channel())
                        .bind("id", UUID.randomUUID().toString())
                        .bind("conversation", conversation.toString())
                        .bind("message", message)
                        .bind("now", clock.instant())
                        .bind("state", state)
                        .executeAndReturnGeneratedKeys("id")
                        .mapTo(Long.class)
                        .one());
    }

    private void because(String message, String why) {
        store.write(transaction -> transaction.update(
                "update inbox set why = ? where id = ?", why, Long.parseLong(message.substring("in-".length()))));
    }

    private void queue(ConversationId conversation) {
        var desk = new Desk(store, new Journal(store), clock);
        var request = Request.ordinary("care", "explicit", clock.instant());
        desk.pass(conversation, Bot.FIRST, Bot.FIRST.ask(request), Change.because("explicit"));
    }

    private List<Happening> happened(ConversationId conversation) {
        return new Journal(store)
                .after(conversation, 0, 100).stream()
                        .map(JournalEntry::happening)
                        .toList();
    }

    private Map<String, String> row(String table, String id) {
        return store.read(handle -> handle.createQuery("select * from " + table + " where id = :id")
                .bind("id", Long.parseLong(id.substring(id.indexOf('-') + 1)))
                .map((rows, context) -> {
                    var all = new java.util.HashMap<String, String>();
                    for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                        all.put(rows.getMetaData().getColumnLabel(i), String.valueOf(rows.getString(i)));
                    }
                    return all;
                })
                .one());
    }

    private Instant createdAt(String id) {
        return store.read(handle -> handle.createQuery("select created_at from outbox where id = :id")
                .bind("id", Long.parseLong(id.substring("out-".length())))
                .mapTo(Instant.class)
                .one());
    }
}
