package io.renhua.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.renhua.journal.Journal;
import io.renhua.message.Content;
import io.renhua.message.ConversationId;
import io.renhua.message.Inbound;
import io.renhua.message.Person;
import io.renhua.store.Store;
import io.renhua.store.StoreAway;
import io.renhua.store.StoreSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InboxTest {
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final ConversationId CONVERSATION = new ConversationId("pao-line", "U1");

    private final Store store = Store.open(StoreSettings.inMemory("inbox"));
    private final Journal journal = new Journal(store);
    private final Inbox inbox = new Inbox(store, journal, Clock.fixed(NOW, ZoneOffset.UTC));

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void keepsMessagesInTheOrderOfTheirArrival() {
        inbox.accept(List.of(message(CONVERSATION, "1"), message(CONVERSATION, "2")));

        assertThat(ids()).containsExactly("1", "2");
        store.write(
                transaction -> inbox.done(transaction, inbox.next(CONVERSATION).getFirst()));
        assertThat(ids()).containsExactly("2");
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
        var breath = inbox.next(CONVERSATION);
        store.write(transaction -> breath.forEach(arrival -> inbox.failed(transaction, arrival)));
        inbox.accept(List.of(message(CONVERSATION, "3")));

        assertThat(ids()).containsExactly("1");
        store.write(
                transaction -> inbox.done(transaction, inbox.next(CONVERSATION).getFirst()));
        assertThat(ids()).containsExactly("2");
    }

    @Test
    void dropsRedeliveriesEvenAfterTheyWereAnswered() {
        inbox.accept(List.of(message(CONVERSATION, "1")));
        var arrival = inbox.next(CONVERSATION).getFirst();
        store.write(transaction -> inbox.done(transaction, arrival));

        inbox.accept(List.of(message(CONVERSATION, "1")));

        assertThat(inbox.next(CONVERSATION)).isEmpty();
        assertThat(journal.after(CONVERSATION, 0, 10)).hasSize(1);
    }

    @Test
    void tellsTheSameIdOnTwoChannelsApart() {
        var other = new ConversationId("pao-telegram", "U1");

        inbox.accept(List.of(message(CONVERSATION, "1"), message(other, "1")));

        assertThat(inbox.waiting()).containsExactlyInAnyOrder(CONVERSATION, other);
    }

    @Test
    void tellsOfArrivalsOnceTheyAreDurable() {
        var heard = new ArrayList<ConversationId>();
        inbox.onArrival(conversation -> heard.addAll(inbox.waiting()));

        inbox.accept(List.of(message(CONVERSATION, "1")));

        assertThat(heard).containsExactly(CONVERSATION);
    }

    @Test
    void doesNotAcceptWhatTheStoreDoesNotTake() {
        store.close();

        assertThatThrownBy(() -> inbox.accept(List.of(message(CONVERSATION, "1"))))
                .isInstanceOf(StoreAway.class);
    }

    @Test
    void forgetsOnlyOldMessagesThatAreDone() {
        inbox.accept(List.of(message(CONVERSATION, "1"), message(CONVERSATION, "2")));
        var first = inbox.next(CONVERSATION).getFirst();
        store.write(transaction -> inbox.done(transaction, first));

        assertThat(inbox.forget(Duration.ofDays(7))).isZero();
        assertThat(inbox.forget(Duration.ofSeconds(-1))).isEqualTo(1);
        assertThat(inbox.next(CONVERSATION)).hasSize(1);
    }

    @Test
    void putsAsideWhatCannotBeReadAndGoesOn() {
        inbox.accept(List.of(message(CONVERSATION, "1"), message(CONVERSATION, "2")));
        store.write(
                transaction -> transaction.handle().execute("update inbox set message = '{' where message_id = '1'"));

        assertThat(inbox.next(CONVERSATION).getFirst().message().id()).isEqualTo("2");
    }

    private List<String> ids() {
        return inbox.next(CONVERSATION).stream()
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
