package io.renhua.conversation;

import static io.renhua.conversation.Room.NOON;
import static io.renhua.conversation.Room.PERSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.renhua.conversation.LiveDesk.Outcome;
import io.renhua.handoff.Blocks.Term;
import io.renhua.handoff.Exit;
import io.renhua.handoff.Exit.How;
import io.renhua.handoff.Ownership;
import io.renhua.handoff.Ownership.Bot;
import io.renhua.handoff.Ownership.Closed;
import io.renhua.handoff.Ownership.Human;
import io.renhua.handoff.Ownership.Queued;
import io.renhua.handoff.Request.Rank;
import io.renhua.journal.Happening.Noted;
import io.renhua.journal.Happening.Received;
import io.renhua.journal.Happening.Settled;
import io.renhua.message.Content;
import io.renhua.message.Entry;
import io.renhua.message.Inbound;
import io.renhua.message.Person;
import io.renhua.store.Database;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Whom the desk turns away: blocked people, and what is closed as spam. */
@ParameterizedClass
@EnumSource(Database.class)
class TurnawaysTest {
    private static final Content WORDS = new Content.Text("我看一下。");

    private final Room room;
    private int messages;

    TurnawaysTest(Database database) {
        room = Room.attended(database);
        room.agents.seen("lin");
    }

    @AfterEach
    void close() {
        room.close();
    }

    // ---- blocked

    @Test
    void whoeverIsBlockedIsKeptAndAnsweredByNobody() {
        withLin();
        room.replies.reply(PERSON, "lin", "Lin", "r1", WORDS);

        block(Term.DAY);

        assertThat(owner()).isInstanceOfSatisfying(Closed.class, closed -> {
            assertThat(closed.exit()).isEqualTo(Exit.of(How.BLOCKED, NOON));
            assertThat(closed.agent()).isEqualTo("lin");
        });
        assertThat(room.happened(Settled.class).getLast().why()).isEqualTo("blocked");
        assertThat(note()).isEqualTo(new Noted(PERSON, NOON, Turnaways.BLOCKED, "day rude", "olga"));
        assertIsUnheard("推薦一本書");
        assertIsUnheard("真人");
        assertThat(room.live.claim(PERSON, "lin", "Lin")).isInstanceOf(Outcome.TooLate.class);
    }

    @Test
    void neitherIsFollowingNorARating() {
        withLin();
        room.live.resolve(PERSON, "lin", "parcel");
        passes(Duration.ofSeconds(31));
        assertThat(room.count("rating")).isOne();

        block(Term.GOOD);
        assertIsUnheard("5");
        var said = room.said().size();
        handle(new Inbound("f1", PERSON, Person.of("U1"), new Content.Entered(new Entry.Followed()), NOON, null));

        assertThat(room.said()).hasSize(said);
        assertThat(room.store.list("select score from rating", row -> row.getObject(1)))
                .containsOnlyNulls();
    }

    @Test
    void wordsThatMayMeanDangerAreHeard() {
        they("推薦一本書");
        block(Term.GOOD);

        they("我不想活了");

        assertThat(owner())
                .isInstanceOfSatisfying(
                        Queued.class,
                        queued -> assertThat(queued.request().rank()).isEqualTo(Rank.URGENT));
        assertThat(room.said().getLast()).isNotEmpty();
        room.live.claim(PERSON, "lin", "Lin");
        they("還在嗎"); // whoever has them hears everything
        assertThat(room.desk.of("lin").getFirst().waitingSince()).isNotNull();
    }

    @Test
    void nobodyWhoIsUrgentIsTurnedAway() {
        they("我不想活了");

        assertThat(room.at.turnaways.block(PERSON, "olga", "rude", Term.DAY)).isInstanceOf(Outcome.TooLate.class);
        assertThat(room.at.turnaways.spam(PERSON, "olga")).isInstanceOf(Outcome.TooLate.class);
        assertThat(owner()).isInstanceOf(Queued.class);
    }

    @ParameterizedTest
    @CsvSource({"HOUR, 60", "DAY, 1440", "WEEK, 10080"})
    void itEndsByItselfAtItsTime(Term term, int minutes) {
        they("推薦一本書");
        block(term);

        passes(Duration.ofMinutes(minutes).minusSeconds(1));
        assertIsUnheard("推薦一本書");
        passes(Duration.ofSeconds(1));

        assertThat(owner())
                .isInstanceOfSatisfying(Bot.class, bot -> assertThat(bot.exit()).isEqualTo(Exit.of(How.BLOCKED, NOON)));
        assertThat(note().kind()).isEqualTo(Turnaways.OVER);
        assertIsHeard("推薦一本書");
    }

    @Test
    void forGoodIsForGood() {
        they("推薦一本書");
        block(Term.GOOD);

        passes(Duration.ofDays(400));

        assertIsUnheard("推薦一本書");
    }

    @Test
    void aLaterTimeHoldsInThePlaceOfAnEarlierOne() {
        they("推薦一本書");
        block(Term.HOUR);
        block(Term.WEEK);

        passes(Duration.ofHours(2));

        assertIsUnheard("推薦一本書");
    }

    @Test
    void whatWasDoneAMomentAgoIsAsIfItHadNotBeen() {
        withLin();
        block(Term.DAY);

        assertThat(room.at.turnaways.lift(PERSON, "olga")).isEqualTo(new Outcome.Done());

        assertThat(owner())
                .isInstanceOfSatisfying(
                        Human.class, human -> assertThat(human.agent()).isEqualTo("lin"));
        assertThat(room.count("person_block")).isZero();
    }

    @Test
    void whoeverWaitedWaitsInFrontAgain() {
        they("真人");
        room.clock.advance(Duration.ofMinutes(1));
        block(Term.DAY);

        room.at.turnaways.lift(PERSON, "olga");

        assertThat(owner()).isInstanceOfSatisfying(Queued.class, queued -> {
            assertThat(queued.request().since()).isEqualTo(NOON);
            assertThat(queued.request().rank()).isEqualTo(Rank.FRONT);
        });
    }

    @Test
    void whatIsLiftedLaterIsThePersonas() {
        withLin();
        block(Term.DAY);
        room.clock.advance(Duration.ofSeconds(31));

        room.at.turnaways.lift(PERSON, "olga");

        assertThat(owner()).isInstanceOf(Bot.class);
        assertThat(note()).isEqualTo(new Noted(PERSON, room.clock.instant(), Turnaways.LIFTED, "", "olga"));
        assertIsHeard("推薦一本書");
        assertThat(room.at.turnaways.lift(PERSON, "olga")).isInstanceOf(Outcome.TooLate.class);
    }

    @Test
    void askingForItBlocksNobody() {
        they("推薦一本書");

        room.at.turnaways.ask(PERSON, "lin", "rude", Term.DAY);

        assertThat(room.at.blocks.asked())
                .extracting("agent", "why", "term")
                .containsExactly(tuple("lin", "rude", Term.DAY));
        assertIsHeard("推薦一本書");
        room.at.turnaways.lift(PERSON, "olga");
        assertThat(note().kind()).isEqualTo(Turnaways.DECLINED);
        assertThat(room.at.blocks.asked()).isEmpty();
    }

    @Test
    void whereOthersWriteTooTheConversationGoesOn() {
        they("推薦一本書");
        handle(new Inbound("o1", PERSON, Person.of("U2"), new Content.Text("推薦一本書"), NOON, null));
        they("推薦一本書");

        block(Term.DAY);

        assertThat(owner()).isInstanceOf(Bot.class);
        assertIsUnheard("推薦一本書");
        var said = room.said().size();
        handle(new Inbound("o2", PERSON, Person.of("U2"), new Content.Text("推薦一本書"), NOON, null));
        assertThat(room.said()).hasSizeGreaterThan(said);
        room.at.turnaways.lift(PERSON, "olga"); // whoever wrote last
        assertIsHeard("推薦一本書");
    }

    @Test
    void whoeverIsBlockedAndLeavesIsBlockedWhenTheyComeBack() {
        they("推薦一本書");
        block(Term.DAY);
        handle(new Inbound("l1", PERSON, Person.of("U1"), new Content.Entered(new Entry.Left()), NOON, null));
        assertThat(((Closed) owner()).ended(How.LEFT)).isTrue();

        assertIsUnheard("推薦一本書");
    }

    // ---- spam

    @Test
    void whatIsNobodysIsClosedAsSpamAndTakenBack() {
        they("真人");

        assertThat(room.at.turnaways.spam(PERSON, "lin")).isEqualTo(new Outcome.Done());

        assertThat(((Closed) owner()).ended(How.SPAM)).isTrue();
        assertThat(room.count("timer")).isZero();
        assertThat(room.at.turnaways.undoSpam(PERSON, "wu")).isEmpty();
        assertThat(room.at.turnaways.undoSpam(PERSON, "lin")).contains(new Outcome.Done());
        assertThat(owner()).isInstanceOf(Queued.class);
    }

    @Test
    void whoeverWritesAgainAfterThatIsAnswered() {
        they("真人");
        room.at.turnaways.spam(PERSON, "lin");

        assertIsHeard("推薦一本書");
    }

    @Test
    void whatSomebodyElseHasIsTheirs() {
        withLin();

        assertThat(room.at.turnaways.spam(PERSON, "wu")).isInstanceOf(Outcome.TooLate.class);
        assertThat(room.at.turnaways.spam(PERSON, "lin")).isEqualTo(new Outcome.Done());
    }

    // ---- in short

    private void block(Term term) {
        assertThat(room.at.turnaways.block(PERSON, "olga", "rude", term)).isEqualTo(new Outcome.Done());
    }

    private void assertIsUnheard(String words) {
        var before = owner();
        var said = room.said().size();
        var heard = room.happened(Received.class).size();

        they(words);

        assertThat(owner()).isEqualTo(before);
        assertThat(room.said()).hasSize(said);
        assertThat(room.happened(Received.class)).hasSize(heard + 1);
        assertThat(room.count("inbox")).isZero();
    }

    private void assertIsHeard(String words) {
        var said = room.said().size();

        they(words);

        assertThat(room.said()).hasSizeGreaterThan(said);
    }

    private Noted note() {
        return room.happened(Noted.class).getLast();
    }

    private void they(String words) {
        handle(Room.says("m" + messages++, words));
    }

    private void handle(Inbound message) {
        room.handler().handle(room.arrive(message));
    }

    private void withLin() {
        they("真人");
        room.live.claim(PERSON, "lin", "Lin");
    }

    private Ownership owner() {
        return room.desk.ownerOf(PERSON);
    }

    private void passes(Duration time) {
        room.clock.advance(time);
        room.agents.seen("lin");
        room.alarms.ring(PERSON);
    }
}
