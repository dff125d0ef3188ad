package io.renhua.conversation;

import static io.renhua.conversation.Room.PERSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.renhua.journal.Happening.Noted;
import io.renhua.message.ConversationId;
import io.renhua.store.Database;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class TimersTest {
    private final Room room;

    TimersTest(Database database) {
        room = new Room(database);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void holdsNobodyToAQuestionThatWasLeftOpenForTooLong() {
        room.handler().handle(room.arrives("1", "我的書到哪了"));
        assertThat(room.states.load(PERSON).state().forms()).hasSize(1);

        room.clock.advance(Duration.ofMinutes(29));
        assertThat(look()).isEmpty();
        room.clock.advance(Duration.ofMinutes(2));
        assertThat(look()).containsExactly(PERSON);
        room.alarms.ring(PERSON);

        assertThat(room.states.load(PERSON).state().forms()).isEmpty();
        assertThat(room.happened(Noted.class))
                .extracting(Noted::kind, Noted::why)
                .containsExactly(tuple("expired", "order_lookup"));
    }

    @Test
    void callsTheAlarmOffOnceTheQuestionIsAnswered() {
        room.handler().handle(room.arrives("1", "我的書到哪了"));
        room.handler().handle(room.arrives("2", "算了"));

        assertThat(room.count("timer")).isZero();
    }

    @Test
    void tellsOnceWhoWaitsForLongerThanWasPromised() {
        room.handler().handle(room.arrives("1", "真人"));
        var promise = room.said();

        room.clock.advance(Duration.ofMinutes(7)); // three were promised
        assertThat(look()).containsExactly(PERSON);
        room.alarms.ring(PERSON);
        room.clock.advance(Duration.ofHours(1));

        assertThat(look()).isEmpty();
        assertThat(room.said()).hasSize(promise.size() + 1);
        assertThat(room.happened(Noted.class)).extracting(Noted::kind).containsExactly("promise");
    }

    @Test
    void saysNothingToWhomAPersonHasJoined() {
        room.handler().handle(room.arrives("1", "真人"));
        room.live.claim(PERSON, "lin", "Lin");
        var before = room.said();

        room.clock.advance(Duration.ofMinutes(7));
        room.alarms.ring(PERSON);

        assertThat(room.said()).isEqualTo(before);
        assertThat(room.happened(Noted.class)).isEmpty();
    }

    @Test
    void happensLateWhenEverythingStoodStillMeanwhile() {
        room.handler().handle(room.arrives("1", "真人"));
        room.clock.advance(Duration.ofDays(2));

        var again = new Timers(room.store, room.leases, room.clock);
        var due = new ArrayList<ConversationId>();
        again.look(due::add);

        assertThat(due).containsExactly(PERSON);
    }

    @Test
    void putsOffWhatFailsAndLeavesItOutAfterAFewTries() {
        var alarms = alarmsWithoutAPersona();
        room.handler().handle(room.arrives("1", "我的書到哪了"));
        room.clock.advance(Duration.ofMinutes(31));

        alarms.ring(PERSON);
        assertThat(look()).isEmpty(); // not again at once
        room.clock.advance(Duration.ofSeconds(2));
        alarms.ring(PERSON);
        room.clock.advance(Duration.ofSeconds(3));
        alarms.ring(PERSON);

        assertThat(room.count("timer")).isZero();
        assertThat(room.happened(Noted.class))
                .extracting(Noted::kind, Noted::why)
                .containsExactly(tuple("alarm", "FormExpires IllegalArgumentException"));
    }

    @Test
    void whatFailsHoldsUpNoOtherAlarm() {
        room.handler().handle(room.arrives("1", "我的書到哪了"));
        var wait =
                new Alarm.WaitExceeded(Room.NOON, Duration.ofMinutes(1)); // of a wait that is over: nothing to be said
        room.store.write(
                PERSON.toString(),
                transaction -> room.timers.set(
                        transaction, PERSON, wait, room.clock.instant().plus(Duration.ofMinutes(31))));
        room.clock.advance(Duration.ofMinutes(32));

        alarmsWithoutAPersona().ring(PERSON);

        assertThat(room.count("timer")).isOne();
    }

    /** Somebody took the channel's persona away. */
    private AlarmHandler alarmsWithoutAPersona() {
        var nobody = new Personas(Map.of(), Map.of());
        return new AlarmHandler(
                room.store,
                room.timers,
                room.leases,
                room.journal,
                new LeftOpen(nobody, room.states, room.dialogue, room.journal, room.clock),
                room.at.longWaits,
                room.at.clock,
                new ErrandsBack(
                        room.errands,
                        nobody,
                        room.ears,
                        room.dialogue,
                        room.books,
                        new Findings(room.at.notes, room.profiles),
                        room.clock),
                room.at.turnaways,
                room.clock);
    }

    private List<ConversationId> look() {
        var due = new ArrayList<ConversationId>();
        room.timers.look(due::add);
        return due;
    }
}
