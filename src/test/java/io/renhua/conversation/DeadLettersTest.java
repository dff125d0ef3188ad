package io.renhua.conversation;

import static io.renhua.conversation.Room.NOON;
import static io.renhua.conversation.Room.PERSON;
import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.conversation.DeadLetter.Kind;
import io.renhua.journal.Happening.Noted;
import io.renhua.message.Content;
import io.renhua.message.ConversationId;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeadLettersTest {
    private final Room room = new Room();
    private final StoreDeadLetters letters =
            new StoreDeadLetters(room.store, room.desk, room.journal, room.leases, room.clock);

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void listsWhatWasPutAsideTheOldestFirst() {
        aMessageWasPutAside();
        room.clock.advance(Duration.ofMinutes(1));
        wordsWerePutAside("dead");
        room.clock.advance(Duration.ofMinutes(1));
        wordsWerePutAside("doubt");

        assertThat(letters.list(10))
                .extracting(DeadLetter::kind)
                .containsExactly(Kind.UNANSWERED, Kind.UNSENT, Kind.IN_DOUBT);
        assertThat(letters.list(10).getFirst().since()).isEqualTo(NOON);
        assertThat(letters.list(2)).hasSize(2);
    }

    @Test
    void letsAMessageBeAnsweredAfterAll() {
        aMessageWasPutAside();
        var woken = new ArrayList<ConversationId>();
        letters.onReplay(woken::add);

        assertThat(letters.replay(letters.list(1).getFirst().id(), "mei")).isTrue();

        assertThat(room.arrivals.next(PERSON)).hasSize(1);
        assertThat(woken).containsExactly(PERSON);
        assertThat(room.happened(Noted.class)).extracting(Noted::kind).containsExactly("replayed");
    }

    @Test
    void letsWordsGoOutAsTheConversationIsNow() {
        wordsWerePutAside("dead");
        room.live.claim(PERSON, "lin", "Lin");
        room.clock.advance(Duration.ofDays(2));

        assertThat(letters.replayAll("pao-line", "mei")).isEqualTo(1);

        var row = room.rows.next(PERSON).orElseThrow();
        assertThat(row.epoch()).isEqualTo(room.desk.ownerOf(PERSON).epoch());
        assertThat(row.attempts()).isZero();
        assertThat(row.createdAt()).isEqualTo(room.clock.instant());
    }

    @Test
    void doesNothingAtASecondClickOrForAnIdThatIsNone() {
        wordsWerePutAside("dead");
        var id = letters.list(1).getFirst().id();

        assertThat(letters.replay(id, "mei")).isTrue();
        assertThat(letters.replay(id, "mei")).isFalse();
        assertThat(letters.replay("out-999", "mei")).isFalse();
        assertThat(letters.replay("'; drop table inbox", "mei")).isFalse();
        assertThat(letters.replayAll("another", "mei")).isZero();
    }

    private void aMessageWasPutAside() {
        var arrival = room.arrives("1", "推薦一本書").getFirst();
        room.store.write(PERSON.toString(), transaction -> room.arrivals.dead(transaction, arrival));
    }

    private void wordsWerePutAside(String state) {
        var words = "words " + state;
        room.store.write(
                PERSON.toString(),
                transaction -> room.voice.agent(transaction, PERSON, words, "Lin", new Content.Text(words), 0));
        room.store.write(transaction -> transaction
                .handle()
                .execute("update outbox set state = ?, why = 'gave up' where state = 'waiting'", state));
    }
}
