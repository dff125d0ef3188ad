package io.renhua.conversation;

import static io.renhua.conversation.Room.NOON;
import static io.renhua.conversation.Room.PERSON;
import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.conversation.LiveDesk.Outcome;
import io.renhua.dialogue.OpenQuestions;
import io.renhua.handoff.Ownership;
import io.renhua.handoff.Ownership.Bot;
import io.renhua.handoff.Ownership.Hold;
import io.renhua.handoff.Ownership.Human;
import io.renhua.handoff.Stretch;
import io.renhua.handoff.Stretches;
import io.renhua.message.Content;
import io.renhua.store.Database;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What an agent can take back a moment later, and what not. */
@ParameterizedClass
@EnumSource(Database.class)
class TakingBackTest {
    private static final Duration A_MOMENT = Duration.ofSeconds(30);

    private final Room room;
    private int messages;

    TakingBackTest(Database database) {
        room = Room.attended(database);
        room.agents.seen("lin");
        room.live.claim(PERSON, "lin", "Lin");
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void whatWasGivenBackComesAgainAndThePersonReadsSo() {
        givesBack();
        room.clock.advance(A_MOMENT);

        assertThat(undo("lin")).isEqualTo(new Outcome.Done());

        assertThat(owner()).isEqualTo(new Human(3, "lin", "care", NOON.plus(A_MOMENT)));
        assertThat(room.said().getLast()).isEqualTo("Lin（真人）來了。");
        assertThat(new Stretches(room.store).of("lin", NOON))
                .singleElement()
                .extracting(Stretch::ended)
                .isNull();
    }

    @Test
    void notOnceThePersonaHasBeenAsked() {
        givesBack();
        they("推薦一本書");

        assertThat(undo("lin")).isInstanceOf(Outcome.TooLate.class);
        assertThat(owner()).isInstanceOf(Bot.class);
    }

    @Test
    void notAMomentLater() {
        givesBack();
        room.clock.advance(A_MOMENT.plusMillis(1));

        assertThat(undo("lin")).isInstanceOf(Outcome.TooLate.class);
    }

    @Test
    void notByAnybodyElse() {
        givesBack();
        assertThat(undo("wu")).isInstanceOf(Outcome.TooLate.class);

        assertThat(undo("lin")).isEqualTo(new Outcome.Done());
        putsOff();
        assertThat(undo("wu")).isInstanceOf(Outcome.TooLate.class);
    }

    @Test
    void nothingWhereNothingWasDone() {
        givesBack();
        undo("lin");

        assertThat(undo("lin")).isInstanceOf(Outcome.TooLate.class);
    }

    @Test
    void whoeverWasLeftWithoutAnAnswerIsWaitedForAgain() {
        they("還在嗎");
        givesBack();

        undo("lin");

        assertThat(room.desk.held(room.store, PERSON).orElseThrow().waitingSince())
                .isEqualTo(NOON);
        room.clock.advance(Duration.ofMinutes(11));
        room.alarms.ring(PERSON);
        assertThat(owner()).isInstanceOf(Ownership.Queued.class);
    }

    @Test
    void whoeverHadTheirAnswerIsNot() {
        they("還在嗎");
        room.replies.reply(PERSON, "lin", "Lin", "m1", new Content.Text("在。"));
        givesBack();

        undo("lin");

        assertThat(room.desk.held(room.store, PERSON).orElseThrow().waitingSince())
                .isNull();
    }

    @Test
    void whatWasPutOffIsTheirsAgainAndNobodyReadsOfIt() {
        var before = room.said().size();
        putsOff();
        room.clock.advance(A_MOMENT);

        assertThat(undo("lin")).isEqualTo(new Outcome.Done());

        assertThat(owner()).isEqualTo(new Human(3, "lin", "care", NOON.plus(A_MOMENT)));
        assertThat(room.said()).hasSize(before);
        room.clock.advance(Duration.ofHours(2));
        room.alarms.ring(PERSON);
        assertThat(owner()).isInstanceOf(Human.class); // its clock was called off
    }

    @Test
    void whatWasPutOffLongerAgoIsClaimedInstead() {
        putsOff();
        room.clock.advance(A_MOMENT.plusMillis(1));

        assertThat(undo("lin")).isInstanceOf(Outcome.TooLate.class);
        assertThat(owner()).isInstanceOf(Hold.class);
    }

    private void givesBack() {
        room.live.release(PERSON, "lin", "Lin", OpenQuestions.FACTS_STAY);
    }

    private void putsOff() {
        room.live.hold(PERSON, "lin", NOON.plusSeconds(3600));
    }

    private Outcome undo(String agent) {
        return room.live.undo(PERSON, agent, "Lin");
    }

    private void they(String words) {
        room.handler().handle(room.arrives("m" + messages++ + "-in", words));
    }

    private Ownership owner() {
        return room.desk.ownerOf(PERSON);
    }
}
