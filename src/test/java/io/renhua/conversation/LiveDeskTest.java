package io.renhua.conversation;

import static io.renhua.conversation.Room.PERSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.renhua.conversation.LiveDesk.Outcome;
import io.renhua.dialogue.OpenQuestions;
import io.renhua.handoff.Exit;
import io.renhua.handoff.Ownership.Bot;
import io.renhua.handoff.Ownership.Human;
import io.renhua.handoff.Ownership.Wrap;
import io.renhua.journal.Happening.Said;
import io.renhua.lint.Judge;
import io.renhua.message.Content;
import io.renhua.message.Speaker;
import io.renhua.persona.PersonaReader;
import io.renhua.persona.Problem;
import io.renhua.store.Database;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class LiveDeskTest {
    private static final Content WORDS = new Content.Text("我看一下。");

    private final Room room;

    LiveDeskTest(Database database) {
        room = new Room(database);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void announcesWhoJoinsInThePersonasWords() {
        assertThat(room.live.claim(PERSON, "lin", "Lin")).isEqualTo(new Outcome.Done());

        assertThat(room.desk.ownerOf(PERSON)).isEqualTo(new Human(1, "lin", "care", Room.NOON));
        assertThat(room.said()).containsExactly("Lin（真人）來了。");
    }

    @Test
    void tellsTheSlowerOneWhoWasFaster() {
        room.live.claim(PERSON, "lin", "Lin");

        assertThat(room.live.claim(PERSON, "wu", "Wu"))
                .isEqualTo(new Outcome.TooLate(new Human(1, "lin", "care", Room.NOON)));
        assertThat(room.live.claim(PERSON, "lin", "Lin")).isEqualTo(new Outcome.Done());
        assertThat(room.said()).hasSize(1);
    }

    @Test
    void saysAnAgentsWordsOnceUnderTheirAlias() {
        room.live.claim(PERSON, "lin", "Lin");

        room.replies.reply(PERSON, "lin", "Lin", "page-1", WORDS);
        room.replies.reply(PERSON, "lin", "Lin", "page-1", WORDS);

        assertThat(room.said()).containsExactly("Lin（真人）來了。", "我看一下。");
        assertThat(room.happened(Said.class).getLast().speaker()).isEqualTo(new Speaker(Speaker.Kind.HUMAN, "Lin"));
    }

    @Test
    void letsNobodySpeakWhoDoesNotHaveTheConversation() {
        assertThat(room.replies.reply(PERSON, "wu", "Wu", "page-1", WORDS)).isEqualTo(new Outcome.TooLate(Bot.FIRST));
        room.live.claim(PERSON, "lin", "Lin");

        assertThat(room.replies.reply(PERSON, "wu", "Wu", "page-1", WORDS)).isInstanceOf(Outcome.TooLate.class);
        assertThat(room.live.release(PERSON, "wu", "Wu", OpenQuestions.FACTS_STAY))
                .isInstanceOf(Outcome.TooLate.class);
        assertThat(room.live.resolve(PERSON, "wu", "parcel")).isInstanceOf(Outcome.TooLate.class);
        assertThat(room.said()).hasSize(1);
    }

    @Test
    void givesBackWithAWordAndAFreshMemory() {
        room.handler().handle(room.arrives("1", "我的書到哪了"));
        room.live.claim(PERSON, "lin", "Lin");
        var asked = room.states.load(PERSON).state();

        assertThat(room.live.release(PERSON, "lin", "Lin", OpenQuestions.FACTS_STAY))
                .isEqualTo(new Outcome.Done());

        assertThat(room.desk.ownerOf(PERSON)).isEqualTo(new Bot(2, Exit.of(Exit.How.RELEASED, room.clock.instant())));
        assertThat(room.said().getLast()).isEqualTo("接下來找我。");
        assertThat(room.states.load(PERSON).state())
                .isEqualTo(room.dialogue.afterPerson(asked))
                .isNotEqualTo(asked);
    }

    @Test
    void resolvesATalkWithoutAWordAndLetsItBeTakenBackForAMoment() {
        room.live.claim(PERSON, "lin", "Lin");

        assertThat(room.live.resolve(PERSON, "lin", "parcel")).isEqualTo(new Outcome.Done());
        assertThat(room.desk.ownerOf(PERSON))
                .isEqualTo(new Wrap(2, "lin", "care", "parcel", Room.NOON, Room.NOON.plusSeconds(30)));
        assertThat(room.live.undo(PERSON, "wu", "Lin")).isInstanceOf(Outcome.TooLate.class);
        assertThat(room.live.undo(PERSON, "lin", "Lin")).isEqualTo(new Outcome.Done());

        assertThat(room.desk.ownerOf(PERSON)).isEqualTo(new Human(3, "lin", "care", Room.NOON));
        assertThat(room.said()).hasSize(1);
    }

    @Test
    void refusesWordsThatTheLawForbidsAndSaysWhy() {
        var reading = new PersonaReader().read(Path.of("src/test/resources/personas/mo"));
        room.personas.replace(room.mo.guardedBy(Judge.of(reading)));
        room.live.claim(PERSON, "lin", "Lin");
        var before = room.said();

        var outcome = room.replies.reply(PERSON, "lin", "Lin", "m1", new Content.Text("我們是全國最佳"));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Forbidden.class,
                        forbidden -> assertThat(forbidden.why())
                                .extracting(Problem::code)
                                .contains("L1"));
        assertThat(room.said()).isEqualTo(before);
        assertThat(room.at.rules.judge(PERSON, "我們是全國最佳"))
                .extracting(Problem::code)
                .contains("L1");
        assertThat(room.at.rules.judge(PERSON, " ")).isEmpty();
        assertThat(room.replies.reply(PERSON, "lin", "Lin", "m1", new Content.Text("書今天到。")))
                .isInstanceOf(Outcome.Done.class);
    }

    @Test
    void refusesAReplyInWhichSomethingIsStillToBeFilledIn() {
        room.live.claim(PERSON, "lin", "Lin");

        var outcome = room.replies.reply(PERSON, "lin", "Lin", "m1", new Content.Text("{nickname}找到{order_no}了。"));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Forbidden.class,
                        forbidden -> assertThat(forbidden.why())
                                .extracting(Problem::code, Problem::why, Problem::instead)
                                .containsExactly(
                                        tuple("S3", "{nickname} is still empty", "小墨"),
                                        tuple("S3", "{order_no} is still empty", "")));
        assertThat(room.replies.reply(PERSON, "lin", "Lin", "m1", new Content.Text("格式是 {\"no\": 1}。")))
                .isInstanceOf(Outcome.Done.class);
    }
}
