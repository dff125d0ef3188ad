package io.renhua.conversation;

import static io.renhua.conversation.Room.PERSON;
import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.journal.Happening.Noted;
import io.renhua.message.ConversationId;
import io.renhua.store.Database;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
        assertThat(room.states.load(PERSON).forms()).hasSize(1);

        room.clock.advance(Duration.ofMinutes(29));
        assertThat(look()).isEmpty();
        room.clock.advance(Duration.ofMinutes(2));
        assertThat(look()).containsExactly(PERSON);
        room.alarms.ring(PERSON);

        assertThat(room.states.load(PERSON).forms()).isEmpty();
        assertThat(room.happened(Noted.class))
                .extracting(Noted::kind, Noted::why)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("expired", "order_lookup"));
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
        assertThat(room.count("timer")).isZero();
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

    private List<ConversationId> look() {
        var due = new ArrayList<ConversationId>();
        room.timers.look(due::add);
        return due;
    }
}
