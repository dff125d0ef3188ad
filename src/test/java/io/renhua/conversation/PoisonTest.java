package io.renhua.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.renhua.connector.SettableClock;
import io.renhua.conversation.DeadLetter.Kind;
import io.renhua.handoff.Desk;
import io.renhua.journal.Happening.Noted;
import io.renhua.journal.Happening.Settled;
import io.renhua.journal.Happening.Settled.State;
import io.renhua.journal.Happening.Understood;
import io.renhua.message.Content;
import io.renhua.message.ConversationId;
import io.renhua.message.Inbound;
import io.renhua.message.Outbound;
import io.renhua.message.Person;
import io.renhua.message.Speaker;
import io.renhua.nlu.Ranking;
import io.renhua.store.Database;
import io.renhua.store.Store;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Of many people four have something in the store that nobody can handle; it waits there when the node starts. */
@ParameterizedClass
@EnumSource(Database.class)
class PoisonTest {
    private static final int PEOPLE = 300;
    private static final String POISON = "毒";
    private static final ConversationId THROWS = person(7);
    private static final ConversationId UNREADABLE_MESSAGE = person(70);
    private static final ConversationId UNREADABLE_WORDS = person(170);
    private static final ConversationId UNREADABLE_ALARM = person(270);

    private final SettableClock clock = new SettableClock(Room.NOON);
    private final AtomicInteger tries = new AtomicInteger();
    private final Store store;

    PoisonTest(Database database) {
        store = database.open();
    }

    @Test
    void isTriedAsOftenAsItMayBeAndEverybodyElseIsAnswered() {
        plant();

        try (var node = new WorkingNode(store, clock, this::meaning)) {
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> node.isIdle() && node.count("timer where kind = 'FormExpires'") == 0);

            assertThat(node.happened(Understood.class).map(Understood::messageId))
                    .containsExactlyInAnyOrderElementsOf(good().map(Inbound::id).toList());
            assertThat(spokenTo(node)).hasSize(PEOPLE); // those two hear that a person comes
            assertThat(new Desk(store, node.journal, clock).queue(9))
                    .extracting(Desk.Held::conversation)
                    .containsExactlyInAnyOrder(THROWS, UNREADABLE_MESSAGE);
            assertThat(node.happened(Settled.class).filter(settled -> settled.state() != State.SENT))
                    .extracting(Settled::outboundId, Settled::state)
                    .containsExactly(tuple("poison", State.REFUSED));
            assertThat(tries).hasValue(3);
            assertThat(letters(node))
                    .containsExactlyInAnyOrder(
                            tuple(THROWS, Kind.UNANSWERED, "IllegalStateException", 3),
                            tuple(UNREADABLE_MESSAGE, Kind.UNANSWERED, DeadLetter.UNREADABLE, 1),
                            tuple(UNREADABLE_WORDS, Kind.UNSENT, DeadLetter.UNREADABLE, 0));
            assertThat(node.happened(Noted.class))
                    .extracting(Noted::conversation, Noted::kind)
                    .containsExactlyInAnyOrder(
                            tuple(THROWS, "unanswered"),
                            tuple(UNREADABLE_MESSAGE, "unanswered"),
                            tuple(UNREADABLE_ALARM, "alarm"));
        }
    }

    /** Before each poisoned conversation's good message lies what is wrong. */
    private void plant() {
        var room = new Room(store, clock);
        room.inbox.accept(List.of(says(THROWS, POISON), says(UNREADABLE_MESSAGE, POISON)));
        execute("update inbox set message = '{' where conversation = '" + UNREADABLE_MESSAGE + "'");
        var words = List.<Content>of(new Content.Text(POISON));
        var call = new Outbound("poison", UNREADABLE_WORDS, words, new Speaker(Speaker.Kind.BOT, "小墨"), null);
        store.write(UNREADABLE_WORDS.toString(), transaction -> room.rows.add(transaction, call, 0, Place.NONE));
        execute("update outbox set message = '{'");
        var alarm = new Alarm.FormExpires("order_lookup");
        store.write(
                UNREADABLE_ALARM.toString(),
                transaction -> room.timers.set(transaction, UNREADABLE_ALARM, alarm, Room.NOON));
        execute("update timer set alarm = '{'");
        room.inbox.accept(good().toList());
    }

    private static Stream<Inbound> good() {
        return IntStream.range(0, PEOPLE).mapToObj(number -> says(person(number), "推薦一本書"));
    }

    private Ranking meaning(String words) {
        if (words.equals(POISON)) {
            tries.incrementAndGet();
            throw new IllegalStateException("planted");
        }
        return Room.meaning(words);
    }

    private static List<ConversationId> spokenTo(WorkingNode node) {
        return node.platform.calls().map(Outbound::conversation).distinct().toList();
    }

    private List<Tuple> letters(WorkingNode node) {
        var letters = new StoreDeadLetters(
                store, new Desk(store, node.journal, clock), node.journal, new SoleNode(store), clock);
        return letters.list(10).stream()
                .map(letter -> tuple(letter.conversation(), letter.kind(), letter.why(), letter.attempts()))
                .toList();
    }

    private void execute(String sql) {
        store.write(transaction -> transaction.handle().execute(sql));
    }

    private static ConversationId person(int number) {
        return new ConversationId("pao-line", "U" + number);
    }

    private static Inbound says(ConversationId conversation, String words) {
        return new Inbound(
                conversation + words,
                conversation,
                Person.of(conversation.thread()),
                new Content.Text(words),
                Room.NOON,
                null);
    }
}
