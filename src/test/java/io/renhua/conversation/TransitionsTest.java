package io.renhua.conversation;

import static io.renhua.conversation.Room.NOON;
import static io.renhua.conversation.Room.PERSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.renhua.conversation.LiveDesk.Outcome;
import io.renhua.dialogue.OpenQuestions;
import io.renhua.handoff.Agent.Presence;
import io.renhua.handoff.Agent.Skills;
import io.renhua.handoff.Desk.Change;
import io.renhua.handoff.Exit;
import io.renhua.handoff.Ownership;
import io.renhua.handoff.Ownership.Bot;
import io.renhua.handoff.Ownership.Closed;
import io.renhua.handoff.Ownership.Hold;
import io.renhua.handoff.Ownership.Human;
import io.renhua.handoff.Ownership.Offered;
import io.renhua.handoff.Ownership.Queued;
import io.renhua.handoff.Ownership.Receiver;
import io.renhua.handoff.Ownership.Transfer;
import io.renhua.handoff.Ownership.Wrap;
import io.renhua.handoff.Request;
import io.renhua.handoff.Request.Rank;
import io.renhua.journal.Happening.Noted;
import io.renhua.journal.Happening.Passed;
import io.renhua.message.Content;
import io.renhua.message.ConversationId;
import io.renhua.store.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Every way from one owner of the next word to another, and what the person who waits gets to read of it. */
@ParameterizedClass
@EnumSource(Database.class)
class TransitionsTest {
    private static final String JOINED = "Lin（真人）來了。";
    private static final String STILL_HERE = "還在這裡，正在幫你找別的同事。";
    private static final Content WORDS = new Content.Text("我看一下。");

    private final Room room;
    private int messages;

    TransitionsTest(Database database) {
        room = Room.attended(database);
        room.agents.seen("lin");
    }

    @AfterEach
    void close() {
        room.close();
    }

    // ---- asked for

    @Test
    void whoeverAsksForAPersonWaitsWhileSomebodyIsThere() {
        they("真人");

        assertThat(owner()).isEqualTo(new Queued(1, Request.ordinary("care", "explicit", NOON)));
        assertThat(room.said().getLast()).isEqualTo("約3分鐘。"); // nobody is ahead: that is best left unsaid
    }

    @Test
    void whoeverAsksWhileNobodyIsAtTheDeskLeavesWord() {
        room.agents.present("lin", Presence.OFFLINE, null);

        they("真人");

        assertThat(owner()).isInstanceOfSatisfying(Hold.class, hold -> {
            assertThat(hold.agent()).isNull();
            assertThat(hold.until()).isAfter(NOON);
        });
        assertThat(room.said().getLast()).startsWith("現在沒人在，稍後");
    }

    @Test
    void theTaskIsDueWhenSomebodyComesToTheDesk() {
        room.agents.present("lin", Presence.OFFLINE, null);
        they("真人");
        passes(Duration.ofMinutes(2));
        assertThat(owner()).isInstanceOf(Hold.class);

        room.agents.present("lin", Presence.ONLINE, null);
        passes(Duration.ofMinutes(2), "lin");

        assertThat(owner()).isInstanceOfSatisfying(Queued.class, queued -> {
            assertThat(queued.request().rank()).isEqualTo(Rank.FRONT);
            assertThat(queued.request().since()).isEqualTo(NOON);
        });
    }

    @Test
    void thePersonaStillAnswersWhoeverLeftWord() {
        room.agents.present("lin", Presence.OFFLINE, null);
        they("真人");
        var before = room.said().size();

        they("推薦一本書");

        assertThat(room.said()).hasSizeGreaterThan(before);
        assertThat(owner()).isInstanceOf(Hold.class);
    }

    @Test
    void anAgentTakesOverWhatThePersonaWasAboutToSay() {
        they("推薦一本書");

        assertThat(room.live.claim(PERSON, "lin", "Lin")).isEqualTo(new Outcome.Done());

        assertThat(owner()).isEqualTo(new Human(1, "lin", "care", NOON));
        assertThat(room.store.list(
                        "select epoch from outbox where conversation = ? order by id",
                        row -> row.getLong(1),
                        PERSON.toString()))
                .containsExactly(0L, 1L); // the outbox sends nothing of an epoch that is over
    }

    // ---- offered

    @Test
    void aRequestIsOfferedToWhoeverIsIdleLongest() {
        passes(Duration.ofSeconds(5));
        room.agents.seen("lin");
        room.agents.seen("wu");
        they("真人");
        var asked = room.said().size();

        room.at.offers.look();

        assertThat(owner()).isInstanceOfSatisfying(Offered.class, offered -> {
            assertThat(offered.agent()).isEqualTo("lin");
            assertThat(offered.until()).isEqualTo(now().plusSeconds(20));
        });
        assertThat(room.said()).hasSize(asked); // an offer is not seen by whoever waits
    }

    @Test
    void whoeverIsOfferedItAcceptsAndNobodyElse() {
        they("真人");
        room.at.offers.look();

        assertThat(room.live.claim(PERSON, "wu", "Wu")).isInstanceOf(Outcome.TooLate.class);
        assertThat(room.live.claim(PERSON, "lin", "Lin")).isEqualTo(new Outcome.Done());

        assertThat(owner()).isInstanceOf(Human.class);
        assertThat(room.said().getLast()).isEqualTo(JOINED);
    }

    @Test
    void whatIsDeclinedIsFirstInTheQueueAndNotOfferedToTheSameAgent() {
        they("真人");
        room.at.offers.look();

        room.live.decline(PERSON, "lin");
        room.at.offers.look();

        assertThat(owner())
                .isEqualTo(new Queued(3, new Request("care", "explicit", Rank.FRONT, NOON, "lin", Request.Wish.NONE)));
        room.agents.seen("wu");
        room.at.offers.look();
        assertThat(((Offered) owner()).agent()).isEqualTo("wu");
    }

    @Test
    void twoOffersInARowThatNobodySawSetTheAgentAway() {
        for (int person = 0; person < 2; person++) {
            they("真人");
            room.at.offers.look();
            passes(Duration.ofSeconds(21), "lin");
            assertThat(owner()).isInstanceOf(Queued.class);
            room.desk.pass(
                    PERSON,
                    owner(),
                    ((Queued) owner()).withdraw(Exit.How.WITHDRAWN, now()),
                    Change.because("withdrawn"));
        }

        assertThat(room.agents.named("lin").orElseThrow().presence()).isEqualTo(Presence.BREAK);
        assertThat(room.agents.named("lin").orElseThrow().reason()).isEqualTo("missed");
        assertThat(room.happened(Passed.class)).extracting(Passed::why).contains("missed", "missed twice");
    }

    @Test
    void nothingIsOfferedBeyondWhatSomebodyCanTake() {
        room.agents.equip("lin", 1, Skills.ALL);
        room.live.claim(new ConversationId("pao-line", "U2"), "lin", "Lin");
        they("真人");

        room.at.offers.look();

        assertThat(owner()).isInstanceOf(Queued.class);
    }

    @Test
    void onlyThoseAreAskedWhoCanTakeIt() {
        room.agents.equip("lin", 5, new Skills(List.of("returns"), List.of(), List.of(), List.of()));
        they("真人");

        room.at.offers.look();
        assertThat(owner()).isInstanceOf(Queued.class);

        room.agents.equip("lin", 5, new Skills(List.of("returns", "care"), List.of("mo"), List.of(), List.of()));
        room.at.offers.look();
        assertThat(owner()).isInstanceOf(Offered.class);
    }

    // ---- waiting

    @Test
    void whoeverChangesTheirMindIsWithThePersonaAgain() {
        they("真人");

        they("算了");

        assertThat(owner()).isInstanceOf(Bot.class);
        assertThat(room.happened(Passed.class).getLast().why()).isEqualTo("withdrawn");
        assertThat(room.said().getLast()).contains("接下來找我");
    }

    @Test
    void aPromiseThatWasNotKeptIsOwnedUpToOnce() {
        they("真人");
        var before = room.said().size();

        passes(Duration.ofMinutes(7), "lin");
        room.at.offers.look();
        passes(Duration.ofSeconds(30), "lin");
        passes(Duration.ofMinutes(20), "lin");

        assertThat(room.said().stream().skip(before).filter(words -> words.startsWith("約")))
                .hasSize(1);
        assertThat(room.happened(Noted.class)).extracting(Noted::kind).containsOnlyOnce(LongWaits.PROMISE);
    }

    @Test
    void aPromiseOfOursThatWasNotKeptIsOwnedUpToAsWell() {
        room.store.write(PERSON.toString(), transaction -> room.at.calls.call(transaction, PERSON, "broken"));
        assertThat(room.said()).hasSize(1);

        passes(Duration.ofMinutes(7), "lin");

        assertThat(room.said()).hasSize(2);
    }

    @Test
    void nothingIsWrittenWhileThereIsNothingToOffer() {
        room.agents.equip("lin", 5, new Skills(List.of("returns"), List.of(), List.of(), List.of()));
        they("真人");
        var commits = room.store.commits().kept();

        room.at.offers.look();
        room.at.watch.look();
        room.agents.seen("lin");

        assertThat(room.store.commits().kept()).isEqualTo(commits);
    }

    // ---- passed on

    @Test
    void aColleagueTakesWhatIsPassedToThem() {
        withLin();

        room.live.transfer(PERSON, "lin", new Receiver("wu", null));
        assertThat(owner()).isInstanceOf(Transfer.class);
        assertThat(room.said().getLast()).isEqualTo("正在幫你轉給同事，留在這個對話就好。");
        assertThat(room.live.claim(PERSON, "mei", "Mei")).isInstanceOf(Outcome.TooLate.class);
        assertThat(room.live.claim(PERSON, "wu", "Wu")).isEqualTo(new Outcome.Done());

        assertThat(owner()).isEqualTo(new Human(3, "wu", "care", NOON));
        assertThat(room.said().getLast()).isEqualTo("Wu（真人）來了。");
    }

    @Test
    void whoeverPassesItOnAnswersUntilItIsTaken() {
        withLin();
        room.live.transfer(PERSON, "lin", new Receiver("wu", null));

        they("還在嗎");
        assertThat(room.replies.reply(PERSON, "lin", "Lin", "m1", WORDS)).isEqualTo(new Outcome.Done());
        assertThat(room.replies.reply(PERSON, "wu", "Wu", "m2", WORDS)).isInstanceOf(Outcome.TooLate.class);

        room.live.claim(PERSON, "wu", "Wu");
        assertThat(room.replies.reply(PERSON, "lin", "Lin", "m3", WORDS)).isInstanceOf(Outcome.TooLate.class);
        assertThat(room.replies.reply(PERSON, "wu", "Wu", "m4", WORDS)).isEqualTo(new Outcome.Done());
    }

    @Test
    void whatNobodyTakesStaysWithWhoeverHadIt() {
        withLin();
        room.live.transfer(PERSON, "lin", new Receiver(null, "returns"));

        passes(Duration.ofSeconds(61), "lin");

        assertThat(owner()).isEqualTo(new Human(3, "lin", "care", NOON));
    }

    @Test
    void whatNobodyTakesWaitsFirstWhenWhoeverHadItHasGone() {
        withLin();
        room.live.transfer(PERSON, "lin", new Receiver(null, "returns"));

        passes(Duration.ofSeconds(61));

        assertThat(owner()).isInstanceOfSatisfying(Queued.class, queued -> {
            assertThat(queued.request().team()).isEqualTo("returns");
            assertThat(queued.request().rank()).isEqualTo(Rank.FRONT);
        });
    }

    // ---- put off

    @Test
    void whatIsPutOffComesBackToTheSameAgent() {
        withLin();
        room.live.hold(PERSON, "lin", NOON.plusSeconds(3600));
        assertThat(room.agents.named("lin").orElseThrow().load()).isZero();

        passes(Duration.ofMinutes(61), "lin");

        assertThat(owner())
                .isInstanceOfSatisfying(
                        Human.class, human -> assertThat(human.agent()).isEqualTo("lin"));
    }

    @Test
    void whatIsPutOffIsFirstInTheQueueWhenTheAgentIsNotThere() {
        withLin();
        room.live.hold(PERSON, "lin", NOON.plusSeconds(3600));

        passes(Duration.ofMinutes(61));

        assertThat(owner())
                .isInstanceOfSatisfying(
                        Queued.class,
                        queued -> assertThat(queued.request().rank()).isEqualTo(Rank.FRONT));
    }

    @Test
    void aWordWakesWhatWasPutOff() {
        withLin();
        room.live.hold(PERSON, "lin", NOON.plusSeconds(3600));

        they("還有一件事");

        assertThat(owner()).isInstanceOf(Human.class);
        assertThat(waitingSince()).isNotNull();
    }

    // ---- given back

    @Test
    void thePersonaAnswersWhatComesAfterAPersonGaveItBack() {
        withLin();

        room.live.release(PERSON, "lin", "Lin", OpenQuestions.FACTS_STAY);
        var before = room.said().size();
        they("推薦一本書");

        assertThat(owner()).isInstanceOf(Bot.class);
        assertThat(room.said()).hasSizeGreaterThan(before);
    }

    @Test
    void aFormGoesOnWhereItWasOrIsOver() {
        they("我的書到哪了");
        room.live.claim(PERSON, "lin", "Lin");
        room.live.release(PERSON, "lin", "Lin", OpenQuestions.GO_ON);
        assertThat(room.states.load(PERSON).isInAForm()).isTrue();

        room.live.claim(PERSON, "lin", "Lin");
        room.live.release(PERSON, "lin", "Lin", OpenQuestions.FORGOTTEN);
        assertThat(room.states.load(PERSON).isInAForm()).isFalse();
    }

    @Test
    void whoeverIsNotAnsweredGetsAnotherPerson() {
        withLin();
        room.replies.reply(PERSON, "lin", "Lin", "m1", WORDS);
        they("好");
        passes(Duration.ofMinutes(5), "lin");
        assertThat(owner()).isInstanceOf(Human.class);

        passes(Duration.ofMinutes(6), "lin");

        assertThat(owner()).isInstanceOfSatisfying(Queued.class, queued -> {
            assertThat(queued.request().why()).isEqualTo("no reply");
            assertThat(queued.request().rank()).isEqualTo(Rank.FRONT);
        });
        assertThat(room.said().getLast()).isEqualTo(STILL_HERE);
    }

    @Test
    void anAnswerCallsTheClockOff() {
        withLin();
        they("好");
        room.replies.reply(PERSON, "lin", "Lin", "m1", WORDS);
        assertThat(waitingSince()).isNull();

        passes(Duration.ofMinutes(30), "lin");

        assertThat(owner()).isInstanceOf(Human.class);
    }

    @Test
    void whoeverClaimsAndSaysNothingIsNotedToo() {
        they("真人");
        room.live.claim(PERSON, "lin", "Lin");

        passes(Duration.ofMinutes(11), "lin");

        assertThat(owner()).isInstanceOf(Queued.class);
    }

    // ---- over

    @Test
    void whatIsResolvedIsOverUnlessItIsTakenBack() {
        withLin();
        room.live.resolve(PERSON, "lin", "parcel");
        assertThat(owner()).isInstanceOf(Wrap.class);

        passes(Duration.ofSeconds(31), "lin");

        assertThat(owner()).isInstanceOf(Closed.class);
        assertThat(room.happened(Passed.class)).extracting(Passed::why).contains("parcel");
        assertThat(room.live.undo(PERSON, "lin", "Lin")).isInstanceOf(Outcome.TooLate.class);
    }

    @Test
    void thePersonaAnswersWhoeverWritesAfterTheEnd() {
        withLin();
        room.live.resolve(PERSON, "lin", "parcel");
        passes(Duration.ofSeconds(31), "lin");
        var before = room.said().size();

        they("推薦一本書");

        assertThat(owner()).isInstanceOf(Bot.class);
        assertThat(room.said()).hasSizeGreaterThan(before);
    }

    @Test
    void aWordWithinTheMomentOfTakingBackEndsIt() {
        withLin();
        room.live.resolve(PERSON, "lin", "parcel");

        they("推薦一本書");

        assertThat(owner()).isInstanceOf(Bot.class);
        assertThat(room.live.undo(PERSON, "lin", "Lin")).isInstanceOf(Outcome.TooLate.class);
    }

    // ---- gone

    @Test
    void nobodyWaitsForAnAgentWhoWasCutOff() {
        withLin();
        they("還在嗎");
        room.clock.advance(Duration.ofSeconds(100));
        room.at.watch.look();
        assertThat(owner()).isInstanceOf(Human.class); // they may come back

        room.clock.advance(Duration.ofSeconds(30));
        room.at.watch.look();
        room.at.watch.look();

        assertThat(owner())
                .isInstanceOfSatisfying(
                        Queued.class,
                        queued -> assertThat(queued.request().why()).isEqualTo("gone"));
        assertThat(room.said().stream().filter(STILL_HERE::equals)).hasSize(1);
    }

    @Test
    void whatWaitsForNoWordStaysWithAnAgentWhoWasCutOff() {
        withLin();
        room.replies.reply(PERSON, "lin", "Lin", "m1", WORDS);

        room.clock.advance(Duration.ofMinutes(5));
        room.at.watch.look();
        assertThat(owner()).isInstanceOf(Human.class);

        they("還在嗎");
        room.at.watch.look();
        assertThat(owner()).isInstanceOf(Queued.class);
    }

    @Test
    void aSupervisorTakesItFromWhoeverHasIt() {
        withLin();

        room.live.assign(PERSON, "olga", "wu", "Wu", "lunch");

        assertThat(owner()).isEqualTo(new Human(2, "wu", "care", NOON));
        assertThat(room.happened(Passed.class).getLast())
                .extracting(Passed::by, Passed::actor, Passed::why)
                .containsExactly("wu", "olga", "lunch");
        assertThat(room.replies.reply(PERSON, "lin", "Lin", "m1", WORDS)).isInstanceOf(Outcome.TooLate.class);
    }

    @Test
    void nothingStaysWithWhoDoesNotWorkHereAnyMore() {
        withLin();
        room.replies.reply(PERSON, "lin", "Lin", "m1", WORDS);

        room.at.watch.dismiss("lin");

        assertThat(owner()).isInstanceOf(Queued.class);
    }

    @Test
    void whatHappenedIsKeptWithWhoDidIt() {
        they("真人");
        room.live.claim(PERSON, "lin", "Lin");
        room.replies.note(PERSON, "wu", "knows her, VIP");

        assertThat(room.happened(Passed.class))
                .extracting(Passed::owner, Passed::actor)
                .containsExactly(tuple("queued", null), tuple("human", "lin"));
        assertThat(room.happened(Noted.class).getLast())
                .extracting(Noted::kind, Noted::why, Noted::actor)
                .containsExactly(Replies.NOTE, "knows her, VIP", "wu");
    }

    private void they(String words) {
        room.handler().handle(room.arrives("m" + messages++ + "-in", words));
    }

    private void withLin() {
        room.live.claim(PERSON, "lin", "Lin");
    }

    private Ownership owner() {
        return room.desk.ownerOf(PERSON);
    }

    private Instant now() {
        return room.clock.instant();
    }

    private @Nullable Instant waitingSince() {
        return room.desk.held(room.store, PERSON).orElseThrow().waitingSince();
    }

    /** Time passes while these have the desk open, and what is due happens. */
    private void passes(Duration time, String... there) {
        room.clock.advance(time);
        for (var agent : there) {
            room.agents.seen(agent);
        }
        room.alarms.ring(PERSON);
    }
}
