package io.renhua.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.renhua.journal.Journal;
import io.renhua.message.Content;
import io.renhua.message.ConversationId;
import io.renhua.message.Inbound;
import io.renhua.message.Person;
import io.renhua.store.Database;
import io.renhua.store.Store;
import io.renhua.store.StoreAway;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class InboxTest {
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final ConversationId CONVERSATION = new ConversationId("pao-line", "U1");

    private final Store store;
    private final Journal journal;
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final StoreInbox inbox;
    private final Arrivals arrivals;

    InboxTest(Database database) {
        store = database.open();
        journal = new Journal(store);
        inbox = new StoreInbox(store, journal, new SoleNode(store), clock);
        arrivals = new Arrivals(store, clock);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void keepsMessagesInTheOrderOfTheirArrival() {
        inbox.accept(List.of(message(CONVERSATION, "1"), message(CONVERSATION, "2")));

        assertThat(ids()).containsExactly("1", "2");
        store.write(
                CONVERSATION.toString(),
                transaction ->
                        arrivals.done(transaction, arrivals.next(CONVERSATION).getFirst()));
        assertThat(ids()).containsExactly("2");
    }

    @Test
    void losesNoMessageForTheNulsInIt() {
        var odd = new ConversationId("pao-line", "U\0\uD800");
        var message = new Inbound("m\0", odd, new Person("U\0", "M\0", "\0"), new Content.Text("\0hi"), NOW, null);

        inbox.accept(List.of(message));
        inbox.accept(List.of(message));

        assertThat(arrivals.next(odd)).extracting(Arrival::message).containsExactly(message);
        assertThat(ConversationId.parse(odd.toString())).isEqualTo(odd);
        assertThat(conversations()).containsExactly(odd);
        assertThat(journal.after(odd, 0, 10)).hasSize(1);
    }

    @Test
    void takesApartWhatWasNotSentInOneBreath() {
        inbox.accept(List.of(message("1", NOW), message("2", NOW.plusSeconds(30)), message("3", NOW.plusSeconds(61))));

        assertThat(ids()).containsExactly("1", "2");
    }

    @Test
    void takesNoMoreAtOnceThanPeopleSayInABreath() {
        inbox.accept(IntStream.range(0, 12)
                .mapToObj(i -> message(CONVERSATION, String.valueOf(i)))
                .toList());

        assertThat(ids()).hasSize(10).startsWith("0", "1");
    }

    @Test
    void letsMessagesThatFailedTogetherComeAlone() {
        inbox.accept(List.of(message(CONVERSATION, "1"), message(CONVERSATION, "2")));
        var breath = arrivals.next(CONVERSATION);
        store.write(
                CONVERSATION.toString(),
                transaction -> breath.forEach(arrival -> arrivals.failed(transaction, arrival)));
        inbox.accept(List.of(message(CONVERSATION, "3")));

        assertThat(ids()).containsExactly("1");
        store.write(
                CONVERSATION.toString(),
                transaction ->
                        arrivals.done(transaction, arrivals.next(CONVERSATION).getFirst()));
        assertThat(ids()).containsExactly("2");
    }

    @Test
    void dropsRedeliveriesEvenAfterTheyWereAnswered() {
        inbox.accept(List.of(message(CONVERSATION, "1")));
        var arrival = arrivals.next(CONVERSATION).getFirst();
        store.write(CONVERSATION.toString(), transaction -> arrivals.done(transaction, arrival));

        inbox.accept(List.of(message(CONVERSATION, "1")));

        assertThat(arrivals.next(CONVERSATION)).isEmpty();
        assertThat(journal.after(CONVERSATION, 0, 10)).hasSize(1);
    }

    @Test
    void tellsTheSameIdOnTwoChannelsApart() {
        var other = new ConversationId("pao-telegram", "U1");

        inbox.accept(List.of(message(CONVERSATION, "1"), message(other, "1")));

        assertThat(waiting()).containsExactlyInAnyOrder(CONVERSATION, other);
    }

    @Test
    void tellsOfArrivalsOnceTheyAreDurable() {
        var heard = new ArrayList<ConversationId>();
        inbox.onArrival(conversation -> heard.addAll(waiting()));

        inbox.accept(List.of(message(CONVERSATION, "1")));

        assertThat(heard).containsExactly(CONVERSATION);
    }

    @Test
    void doesNotAcceptWhatTheStoreDoesNotTake() {
        assertThat(inbox.takes()).isTrue();

        store.close();

        assertThat(inbox.takes()).isFalse();
        assertThatThrownBy(() -> inbox.accept(List.of(message(CONVERSATION, "1"))))
                .isInstanceOf(StoreAway.class);
    }

    private List<ConversationId> waiting() {
        var waiting = new ArrayList<ConversationId>();
        new SoleNode(store).start(waiting::add);
        return waiting;
    }

    private List<ConversationId> conversations() {
        return store.read(handle -> handle.createQuery("select conversation from inbox")
                .mapTo(String.class)
                .map(ConversationId::parse)
                .list());
    }

    private List<String> ids() {
        return arrivals.next(CONVERSATION).stream()
                .map(arrival -> arrival.message().id())
                .toList();
    }

    private static Inbound message(String id, Instant sentAt) {
        return new Inbound(id, CONVERSATION, Person.of("U1"), new Content.Text("hi " + id), sentAt, null);
    }

    private static Inbound message(ConversationId conversation, String id) {
        return new Inbound(id, conversation, Person.of("U1"), new Content.Text("hi " + id), NOW, null);
    }
}
