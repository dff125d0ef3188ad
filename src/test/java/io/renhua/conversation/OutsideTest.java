package io.renhua.conversation;

import static io.renhua.conversation.Room.NOON;
import static io.renhua.conversation.Room.PERSON;
import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.conversation.LiveDesk.Outcome;
import io.renhua.dialogue.DialogueState;
import io.renhua.dialogue.OpenQuestions;
import io.renhua.handoff.Exit;
import io.renhua.handoff.Exit.How;
import io.renhua.handoff.Ownership;
import io.renhua.handoff.Ownership.Bot;
import io.renhua.handoff.Ownership.Human;
import io.renhua.handoff.Ownership.Outside;
import io.renhua.handoff.Ownership.Outside.Where;
import io.renhua.journal.Happening.Passed;
import io.renhua.journal.Happening.Said;
import io.renhua.journal.Happening.Settled;
import io.renhua.message.Content;
import io.renhua.message.Echo;
import io.renhua.message.Inbound;
import io.renhua.message.Person;
import io.renhua.message.Speaker;
import io.renhua.store.Database;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Colleagues who answer in the platform's own app, and platforms' own desks. */
@ParameterizedClass
@EnumSource(Database.class)
class OutsideTest {
    private static final Person COLLEAGUE = new Person("U9", "Wu", null);
    private static final Echo IN_PRIVATE = new Echo.Said(false);
    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

    private final Room room;
    private int messages;

    OutsideTest(Database database) {
        room = Room.attended(database);
        room.agents.seen("lin");
    }

    @AfterEach
    void close() {
        room.close();
    }

    // ---- in the platform's own app

    @Test
    void whoeverAnswersInThePlatformsAppHasTheConversation() {
        they("推薦一本書");

        colleague("我來，你要哪一類？", IN_PRIVATE);

        assertThat(owner()).isEqualTo(new Outside(1, Where.APP, "Wu", "care", NOON, NOON.plus(HALF_AN_HOUR)));
        assertThat(room.happened(Passed.class).getLast())
                .extracting(Passed::owner, Passed::by, Passed::why)
                .containsExactly("outside", "Wu", "app");
    }

    @Test
    void theirWordsStandInTheThreadAsSent() {
        they("推薦一本書");

        colleague("我來，你要哪一類？", IN_PRIVATE);

        var said = room.happened(Said.class).getLast();
        assertThat(said.content()).isEqualTo(new Content.Text("我來，你要哪一類？"));
        assertThat(said.speaker()).isEqualTo(new Speaker(Speaker.Kind.HUMAN, "Wu"));
        assertThat(said.epoch()).isEqualTo(1);
        assertThat(room.happened(Settled.class).getLast())
                .extracting(Settled::outboundId, Settled::state)
                .containsExactly(said.outboundId(), Settled.State.SENT);
    }

    @Test
    void whatThePersonaWasAboutToSayComesTooLate() {
        they("推薦一本書");

        colleague("我來", IN_PRIVATE);

        assertThat(room.store.list(
                        "select epoch from outbox where conversation = ?", row -> row.getLong(1), PERSON.toString()))
                .containsExactly(0L); // the outbox sends nothing of an epoch that is over
    }

    @Test
    void thePersonaIsSilentAndNobodyIsHurried() {
        colleague("我來", IN_PRIVATE);
        var before = room.said().size();

        they("推薦一本書");
        passes(Duration.ofMinutes(20));

        assertThat(room.said()).hasSize(before);
        assertThat(owner()).isInstanceOf(Outside.class);
        assertThat(room.desk.held(room.store, PERSON).orElseThrow().waitingSince())
                .isNull();
    }

    @Test
    void whoeverSaysNothingMoreForHalfAnHourHasItNoMore() {
        colleague("我來", IN_PRIVATE);
        passes(Duration.ofMinutes(29));
        colleague("要平裝還是精裝？", IN_PRIVATE);
        passes(Duration.ofMinutes(29));
        assertThat(owner()).isInstanceOf(Outside.class);

        passes(Duration.ofMinutes(2));

        assertThat(owner()).isInstanceOf(Bot.class);
        assertThat(owner().left()).contains(Exit.of(How.TIMED_OUT, room.clock.instant()));
        assertThat(room.said().getLast()).contains("接下來找我");
    }

    @Test
    void thePersonaAnswersWhatComesAfterThat() {
        colleague("我來", IN_PRIVATE);
        passes(Duration.ofMinutes(31));
        var before = room.said().size();

        they("推薦一本書");

        assertThat(room.said()).hasSizeGreaterThan(before);
    }

    @Test
    void anAgentGivesItBack() {
        colleague("我來", IN_PRIVATE);

        assertThat(room.live.release(PERSON, "lin", "Lin", OpenQuestions.FACTS_STAY))
                .isEqualTo(new Outcome.Done());

        assertThat(owner().left()).contains(Exit.of(How.RELEASED, NOON));
        assertThat(room.said().getLast()).contains("接下來找我").doesNotContain("Lin", "Wu");
    }

    @Test
    void anAgentTakesItOver() {
        colleague("我來", IN_PRIVATE);

        assertThat(room.live.claim(PERSON, "lin", "Lin")).isEqualTo(new Outcome.Done());

        assertThat(owner()).isEqualTo(new Human(2, "lin", "care", NOON));
    }

    @Test
    void whoeverHasItAtOurDeskKeepsItAndNeedNotAnswer() {
        room.live.claim(PERSON, "lin", "Lin");
        they("還在嗎");

        colleague("在，Lin 去拿書了。", IN_PRIVATE);
        passes(Duration.ofMinutes(11));

        assertThat(owner()).isInstanceOf(Human.class);
        assertThat(room.said()).endsWith("在，Lin 去拿書了。");
    }

    @Test
    void whoeverWaitsAndIsAnsweredElsewhereWaitsNoMore() {
        they("真人");

        colleague("我來", IN_PRIVATE);

        assertThat(owner()).isInstanceOf(Outside.class);
        assertThat(room.desk.queue(10)).isEmpty();
        assertThat(room.desk.open()).hasSize(1);
    }

    @Test
    void whatIsToldTwiceIsHeardOnce() {
        hears("e1", "我來", IN_PRIVATE);
        hears("e1", "我來", IN_PRIVATE);

        assertThat(room.said()).containsExactly("我來");
    }

    @Test
    void whatOurSideSaysIsNoPartOfWhatThePersonSays() {
        room.inbox.accept(List.of(Room.says("a", "推薦"), echo("b", "我來", IN_PRIVATE), Room.says("c", "一本書")));

        handleAll();

        assertThat(room.said()).containsExactly("我來"); // heard first, so that nobody answers beside them
        assertThat(owner()).isInstanceOf(Outside.class);
    }

    @Test
    void whatThePersonaHasDecidedGivesWayToWhoeverAnsweredMeanwhile() {
        var breath = room.arrives("m1", "推薦一本書");
        var heard = room.ears.hear(room.mo, breath, DialogueState.NEW, Bot.FIRST);
        var upshot = room.dialogue.next(room.mo.persona(), DialogueState.NEW, heard);
        room.inbox.accept(List.of(echo("e1", "我來", IN_PRIVATE)));

        room.ledger(room.arrivals).enter(new Decision(breath, Bot.FIRST, room.mo, DialogueState.NEW, heard, upshot));
        assertThat(room.said()).isEmpty();

        handleAll();
        assertThat(room.said()).containsExactly("我來");
    }

    // ---- in a room where others talk too

    @Test
    void whatColleaguesSayWhereNobodyCalledForUsIsTheirs() {
        colleague("早安", new Echo.Said(true));

        assertThat(owner()).isEqualTo(Bot.FIRST);
        assertThat(room.said()).isEmpty();
    }

    @Test
    void whatTheySayWhereSomebodyTalksWithUsIsForThem() {
        they("推薦一本書");

        colleague("我來", new Echo.Said(true));

        assertThat(owner()).isInstanceOf(Outside.class);
    }

    @Test
    void whatTheySayWhereNobodyHasTalkedWithUsForLongIsTheirsAgain() {
        they("推薦一本書");
        room.clock.advance(Duration.ofHours(73));

        colleague("我來", new Echo.Said(true));

        assertThat(owner()).isEqualTo(Bot.FIRST);
    }

    // ---- at the platform's own desk

    @Test
    void ourDeskOnlyReadsAlongWhileThePlatformsOwnHasIt() {
        desk(new Echo.Taken());

        assertThat(owner()).isInstanceOfSatisfying(Outside.class, outside -> {
            assertThat(outside.where()).isEqualTo(Where.DESK);
            assertThat(outside.isMirror()).isTrue();
        });
        assertThat(room.live.claim(PERSON, "lin", "Lin")).isInstanceOf(Outcome.TooLate.class);
        assertThat(room.live.release(PERSON, "lin", "Lin", OpenQuestions.GO_ON)).isInstanceOf(Outcome.TooLate.class);
        assertThat(room.live.assign(PERSON, "olga", "lin", "Lin", "lunch")).isInstanceOf(Outcome.TooLate.class);
    }

    @Test
    void thePlatformsOwnDeskTakesItFromOurs() {
        room.live.claim(PERSON, "lin", "Lin");

        desk(new Echo.Taken());

        assertThat(owner()).isInstanceOf(Outside.class);
        assertThat(room.agents.named("lin").orElseThrow().load()).isZero();
    }

    @Test
    void thePersonaHasItAgainOnceThePlatformsDeskIsDone() {
        desk(new Echo.Taken());

        desk(new Echo.GivenBack());

        assertThat(owner().left()).contains(Exit.of(How.RELEASED, NOON));
        assertThat(room.said().getLast()).contains("接下來找我");
    }

    @Test
    void whatIsNotTheirsCannotBeGivenBack() {
        room.live.claim(PERSON, "lin", "Lin");

        desk(new Echo.GivenBack());

        assertThat(owner()).isInstanceOf(Human.class);
    }

    @Test
    void thePlatformsDeskIsNotInterruptedWhenNothingIsHeardOfItForLong() {
        desk(new Echo.Taken());
        var before = room.said().size();

        passes(Duration.ofMinutes(31));

        assertThat(owner()).isInstanceOf(Bot.class);
        assertThat(room.said()).hasSize(before);
    }

    private void they(String words) {
        room.handler().handle(room.arrives("m" + messages++ + "-in", words));
    }

    private void colleague(String words, Echo echo) {
        hears("e" + messages++, words, echo);
    }

    private void desk(Echo echo) {
        room.inbox.accept(List.of(new Inbound(
                "d" + messages++, PERSON, COLLEAGUE, new Content.Unsupported("session"), NOON, null, echo)));
        handleAll();
    }

    private void hears(String id, String words, Echo echo) {
        room.inbox.accept(List.of(echo(id, words, echo)));
        handleAll();
    }

    private static Inbound echo(String id, String words, Echo echo) {
        return new Inbound(id, PERSON, COLLEAGUE, new Content.Text(words), NOON, null, echo);
    }

    private void handleAll() {
        for (var breath = room.arrivals.next(PERSON); !breath.isEmpty(); breath = room.arrivals.next(PERSON)) {
            room.handler().handle(breath);
        }
    }

    private Ownership owner() {
        return room.desk.ownerOf(PERSON);
    }

    /** Time passes while somebody has our desk open, and what is due happens. */
    private void passes(Duration time) {
        room.clock.advance(time);
        room.agents.seen("lin");
        room.alarms.ring(PERSON);
    }
}
