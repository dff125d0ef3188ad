package io.renhua.conversation;

import static io.renhua.conversation.Room.NOON;
import static io.renhua.conversation.Room.PERSON;
import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.dialogue.OpenQuestions;
import io.renhua.handoff.Agent.Presence;
import io.renhua.handoff.Ownership;
import io.renhua.handoff.Ownership.Hold;
import io.renhua.handoff.Ownership.Human;
import io.renhua.handoff.Ownership.Queued;
import io.renhua.handoff.Request.Rank;
import io.renhua.journal.Happening.Passed;
import io.renhua.store.Database;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What agents put off until something comes that is no word of the person's. */
@ParameterizedClass
@EnumSource(Database.class)
class PutOffsTest {
    private final Room room;

    PutOffsTest(Database database) {
        room = Room.attended(database);
        room.agents.seen("lin");
        room.live.claim(PERSON, "lin", "Lin");
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void comesBackWhenAColleagueAnswersWhatWasAskedInANote() {
        room.replies.note(PERSON, "lin", "@wu 這本還有嗎？");
        putOff();

        room.replies.note(PERSON, "wu", "剩一本，留著了。");

        assertThat(owner())
                .isInstanceOfSatisfying(
                        Human.class, human -> assertThat(human.agent()).isEqualTo("lin"));
        assertThat(why()).isEqualTo("colleague answered");
    }

    @Test
    void staysPutOffWhereNobodyWasAsked() {
        room.replies.note(PERSON, "lin", "她要平裝本。");
        putOff();

        room.replies.note(PERSON, "wu", "知道了。");

        assertThat(owner()).isInstanceOf(Hold.class);
    }

    @Test
    void staysPutOffWhateverItsAgentNotes() {
        room.replies.note(PERSON, "lin", "@wu 這本還有嗎？");
        putOff();

        room.replies.note(PERSON, "lin", "@wu 不急。");

        assertThat(owner()).isInstanceOf(Hold.class);
    }

    @Test
    void whatWasAskedTheTimeBeforeIsThePast() {
        room.replies.note(PERSON, "lin", "@wu 這本還有嗎？");
        room.live.release(PERSON, "lin", "Lin", OpenQuestions.FACTS_STAY);
        room.clock.advance(Duration.ofHours(1));
        room.agents.seen("lin");
        room.live.claim(PERSON, "lin", "Lin");
        putOff();

        room.replies.note(PERSON, "wu", "剩一本。");

        assertThat(owner()).isInstanceOf(Hold.class);
    }

    @Test
    void comesBackWhenSomethingHasComeOfAnAction() {
        putOff();

        cameOf("find_order: shipped");

        assertThat(owner()).isInstanceOf(Human.class);
        assertThat(why()).isEqualTo("answer came");
    }

    @Test
    void isFirstInTheQueueWhereItsAgentIsNotThere() {
        putOff();
        room.agents.present("lin", Presence.OFFLINE, null);

        cameOf("find_order: shipped");

        assertThat(owner())
                .isInstanceOfSatisfying(
                        Queued.class,
                        queued -> assertThat(queued.request().rank()).isEqualTo(Rank.FRONT));
    }

    @Test
    void whoeverLeftWordWaitsForSomebodyToBeThere() {
        room.live.release(PERSON, "lin", "Lin", OpenQuestions.FACTS_STAY);
        room.agents.present("lin", Presence.OFFLINE, null);
        room.handler().handle(room.arrives("m1", "真人"));
        assertThat(owner()).isInstanceOf(Hold.class);

        cameOf("find_order: shipped");
        room.replies.note(PERSON, "wu", "@lin 看一下。");

        assertThat(owner()).isInstanceOf(Hold.class);
    }

    private void putOff() {
        room.live.hold(PERSON, "lin", NOON.plusSeconds(36_000));
    }

    private void cameOf(String words) {
        room.store.write(PERSON.toString(), transaction -> room.at.notes.cameOf(transaction, PERSON, words));
    }

    private Ownership owner() {
        return room.desk.ownerOf(PERSON);
    }

    private String why() {
        return String.valueOf(room.happened(Passed.class).getLast().why());
    }
}
