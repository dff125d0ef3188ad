package io.renhua.conversation;

import static io.renhua.conversation.Room.NOON;
import static io.renhua.conversation.Room.PERSON;
import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.dialogue.DialogueState;
import io.renhua.dialogue.Move;
import io.renhua.dialogue.Move.Precedence;
import io.renhua.dialogue.Step;
import io.renhua.dialogue.Upshot;
import io.renhua.handoff.Ownership.Bot;
import io.renhua.handoff.Ownership.Outside;
import io.renhua.handoff.Ownership.Outside.Where;
import io.renhua.message.ReplyHandle;
import io.renhua.persona.Routing;
import io.renhua.store.Database;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** People who are left to the platform's own desk. */
@ParameterizedClass
@EnumSource(Database.class)
class ElsewhereTest {
    private final Room room;

    ElsewhereTest(Database database) {
        room = new Room(database);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void thePlatformIsAskedToAnswerWhatItHoldsOpen() {
        personAskedFor("m1");

        assertThat(room.desk.ownerOf(PERSON))
                .isEqualTo(new Outside(1, Where.DESK, null, "care", NOON, NOON.plus(Duration.ofMinutes(30))));
        assertThat(passedOn()).containsExactly(new ReplyHandle("rm1", NOON));
    }

    @Test
    void whoeverWritesBeforeAnybodyAcceptedIsPassedOnAgain() {
        personAskedFor("m1");

        room.handler().handle(room.arrives("m2", "還在嗎"));

        assertThat(passedOn()).containsExactly(new ReplyHandle("rm1", NOON), new ReplyHandle("rm2", NOON));
        assertThat(room.said()).isEmpty();
    }

    @Test
    void nothingIsPassedOnOnceItIsThePersonasAgain() {
        personAskedFor("m1");
        room.clock.advance(Duration.ofMinutes(31));
        room.alarms.ring(PERSON);

        room.handler().handle(room.arrives("m2", "推薦一本書"));

        assertThat(passedOn()).hasSize(1);
        assertThat(room.desk.ownerOf(PERSON)).isInstanceOf(Bot.class);
    }

    private void personAskedFor(String id) {
        var breath = room.arrives(id, "真人");
        var heard = room.ears.hear(room.mo, breath, DialogueState.NEW, Bot.FIRST);
        var handOff = new Move.HandOff("care", "explicit", Precedence.IN_TURN, null, Routing.USUAL, true);
        var step = new Step(DialogueState.NEW, List.of(handOff), "handoff.explicit", 1, "zh-Hant");
        room.ledger(room.arrivals)
                .enter(new Decision(
                        breath, Bot.FIRST, room.mo, DialogueState.NEW, heard, new Upshot(step, List.of(step))));
    }

    private List<ReplyHandle> passedOn() {
        return ((FakeConnector) room.channels.named(PERSON.channel()).orElseThrow()).passedOn();
    }
}
