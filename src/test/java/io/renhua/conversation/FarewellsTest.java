package io.renhua.conversation;

import static io.renhua.conversation.Room.NOON;
import static io.renhua.conversation.Room.PERSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.renhua.connector.Delivery;
import io.renhua.conversation.LiveDesk.Outcome;
import io.renhua.handoff.Exit;
import io.renhua.handoff.Exit.How;
import io.renhua.handoff.Ownership;
import io.renhua.handoff.Ownership.Bot;
import io.renhua.handoff.Ownership.Closed;
import io.renhua.handoff.Ownership.Hold;
import io.renhua.handoff.Ownership.Human;
import io.renhua.handoff.Ownership.Offered;
import io.renhua.handoff.Ownership.Outside;
import io.renhua.handoff.Ownership.Queued;
import io.renhua.handoff.Ownership.Receiver;
import io.renhua.handoff.Ownership.Transfer;
import io.renhua.handoff.Ownership.Wrap;
import io.renhua.handoff.Stretches;
import io.renhua.journal.Happening.Passed;
import io.renhua.journal.Happening.Settled;
import io.renhua.message.Content;
import io.renhua.message.Echo;
import io.renhua.message.Entry;
import io.renhua.message.Inbound;
import io.renhua.message.Limits;
import io.renhua.message.Person;
import io.renhua.store.Database;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever leaves, whoever has their conversation, is neither written to nor waited for; and comes back as anybody comes. */
@ParameterizedClass
@EnumSource(Database.class)
class FarewellsTest {
    private static final Content WORDS = new Content.Text("我看一下。");
    private static final String GREETING = "嗨，我是小墨。找書還是查訂單？";

    private final Room room;
    private final AtomicInteger messages = new AtomicInteger();

    FarewellsTest(Database database) {
        room = Room.attended(database);
        room.agents.seen("lin");
    }

    @AfterEach
    void close() {
        room.close();
    }

    // ---- whoever has it

    @Test
    void thePersonaSaysNothingMore() {
        they("推薦一本書");
        assertThat(waiting()).isPositive();

        leave();

        isOver(null);
    }

    @Test
    void nobodyWaitsInTheQueueAnyMore() {
        they("真人");
        assertThat(owner()).isInstanceOf(Queued.class);

        leave();

        isOver(null);
        room.at.offers.look();
        passes(Duration.ofMinutes(30));
        assertThat(owner()).isInstanceOf(Closed.class);
    }

    @Test
    void nobodyIsAskedToTakeThem() {
        they("真人");
        room.at.offers.look();
        assertThat(owner()).isInstanceOf(Offered.class);

        leave();

        isOver(null);
        assertThat(room.live.claim(PERSON, "lin", "Lin")).isInstanceOf(Outcome.TooLate.class);
        assertThat(room.agents.named("lin").orElseThrow().load()).isZero();
    }

    @Test
    void whoeverHasThemHasThemNoMore() {
        withLin();
        they("在嗎");
        room.replies.reply(PERSON, "lin", "Lin", "r1", WORDS);

        leave();

        isOver("lin");
        assertThat(room.happened(Settled.class))
                .extracting(Settled::state, Settled::why)
                .contains(tuple(Settled.State.WITHHELD, "left"));
        assertThat(room.replies.reply(PERSON, "lin", "Lin", "r2", WORDS)).isInstanceOf(Outcome.TooLate.class);
        assertThat(new Stretches(room.store).of("lin", NOON))
                .extracting("outcome")
                .containsExactly("left");
    }

    @Test
    void nobodyTakesOverWhatWasBeingPassedOn() {
        withLin();
        room.live.transfer(PERSON, "lin", new Receiver("wu", null));
        assertThat(owner()).isInstanceOf(Transfer.class);

        leave();

        isOver("lin");
        assertThat(room.live.claim(PERSON, "wu", "Wu")).isInstanceOf(Outcome.TooLate.class);
    }

    @Test
    void whatWasPutOffDoesNotComeBack() {
        withLin();
        room.live.hold(PERSON, "lin", NOON.plusSeconds(3600));
        assertThat(owner()).isInstanceOf(Hold.class);

        leave();

        isOver("lin");
        passes(Duration.ofHours(2));
        assertThat(owner()).isInstanceOf(Closed.class);
    }

    @Test
    void nobodyIsAskedWhatTheHelpWasLike() {
        withLin();
        room.live.resolve(PERSON, "lin", "parcel");
        assertThat(owner()).isInstanceOf(Wrap.class);

        leave();

        isOver("lin");
        var said = room.said().size();
        passes(Duration.ofMinutes(1));
        assertThat(room.said()).hasSize(said);
        assertThat(room.count("rating")).isZero();
        assertThat(room.live.undo(PERSON, "lin", "Lin")).isInstanceOf(Outcome.TooLate.class);
    }

    @Test
    void aRatingOnTheWayBackIsAMessage() {
        withLin();
        room.live.resolve(PERSON, "lin", "parcel");
        passes(Duration.ofSeconds(31));
        assertThat(room.count("rating")).isEqualTo(1);

        leave();
        they("5");

        assertThat(room.store.list("select score from rating", row -> row.getObject(1)))
                .containsOnlyNulls();
    }

    @Test
    void whoeverAnswersElsewhereHasThemNoMore() {
        they("推薦一本書");
        var colleague = Room.says("c1", "我來");
        handle(new Inbound("c1", PERSON, Person.of("boss"), colleague.content(), NOON, null, new Echo.Said(false)));
        assertThat(owner()).isInstanceOf(Outside.class);

        leave();

        isOver(null);
    }

    @Test
    void nothingIsOverTwice() {
        leave();
        var over = owner();

        leave();

        assertThat(owner()).isEqualTo(over);
        assertThat(room.happened(Passed.class)).hasSize(1);
    }

    @Test
    void whatComesOfAnActionIsToldToNobody() {
        they("推薦一本書");
        room.store.write(
                PERSON.toString(),
                transaction -> transaction.update(
                        "insert into errand (id, conversation, step, errand, due_at, until_at) values (?, ?, ?, ?, ?, ?)",
                        "e1",
                        PERSON.toString(),
                        "step",
                        "{}",
                        NOON,
                        NOON.plusSeconds(60)));

        leave();

        assertThat(room.count("errand")).isZero();
    }

    // ---- and comes back

    @Test
    void whoeverWritesAgainIsAnsweredAsAnybodyIs() {
        they("真人");
        leave();

        they("推薦一本書");

        assertThat(owner())
                .isInstanceOfSatisfying(Bot.class, bot -> assertThat(bot.exit()).isEqualTo(Exit.of(How.LEFT, NOON)));
        assertThat(room.ears.moment(PERSON, owner()).facts()).containsEntry("helped", Set.of("left"));
        assertThat(waiting()).isPositive();
    }

    @Test
    void whoeverFollowsAgainIsGreetedAsAtFirst() {
        enters(new Entry.Followed());
        leave();
        assertThat(owner()).isInstanceOf(Closed.class);

        enters(new Entry.Followed());

        assertThat(owner()).isInstanceOf(Bot.class);
        assertThat(room.said()).filteredOn(words -> words.startsWith(GREETING)).hasSize(2);
    }

    @Test
    void whoeverUnblocksUsCanBeWrittenToAndIsGreetedWhenTheyCome() {
        leave();

        enters(new Entry.Returned());

        assertThat(owner()).isInstanceOf(Bot.class);
        assertThat(room.said()).isEmpty();
        assertThat(room.live.claim(PERSON, "lin", "Lin")).isEqualTo(new Outcome.Done());
    }

    @Test
    void unblockingChangesNothingForWhoeverIsThere() {
        withLin();

        enters(new Entry.Returned());

        assertThat(owner()).isInstanceOf(Human.class);
    }

    @Test
    void aLeavingThatIsToldLateMeansNothing() {
        handle(new Inbound("m1", PERSON, Person.of("U1"), new Content.Text("推薦一本書"), NOON.plusSeconds(60), null));

        leave();

        assertThat(owner()).isInstanceOf(Bot.class);
    }

    // ---- as a platform refuses

    @Test
    void whatThePlatformRefusesBecauseNobodyIsThereEndsItToo() {
        they("真人");
        room.clock.advance(Duration.ofSeconds(5));
        room.live.claim(PERSON, "lin", "Lin");
        room.replies.reply(PERSON, "lin", "Lin", "r1", WORDS);

        var connector = sends(new Delivery.Gone("bot was blocked by the user"));

        isOver("lin");
        assertThat(room.happened(Settled.class))
                .extracting(Settled::state, Settled::why)
                .endsWith(
                        tuple(Settled.State.REFUSED, "bot was blocked by the user"),
                        tuple(Settled.State.WITHHELD, "left"));
        assertThat(connector.taken()).isEqualTo(1);
    }

    @Test
    void whoeverHasWrittenSinceIsThere() {
        they("推薦一本書");
        room.clock.advance(Duration.ofSeconds(5));
        room.inbox.accept(List.of(Room.says("m9", "在嗎")));

        sends(new Delivery.Gone("bot was blocked by the user"));

        assertThat(owner()).isInstanceOf(Bot.class);
    }

    /** Everything that waits is sent to a platform that answers so first. */
    private FakeConnector sends(Delivery first) {
        var connector = new FakeConnector(Limits.NONE).answers(first);
        room.rows.onGone(room.at.farewells::refused);
        try (var outbox = new Outbox(
                room.rows, new Channels(List.of(connector)), room.leases, new DoubtPolicy(Set.of()), room.clock)) {
            outbox.wake(PERSON);
            Awaitility.await().until(() -> waiting() == 0);
        }
        return connector;
    }

    // ---- in short

    /** @param login of whoever had it; null for nobody */
    private void isOver(@Nullable String login) {
        assertThat(owner()).isInstanceOfSatisfying(Closed.class, closed -> {
            assertThat(closed.exit()).isEqualTo(Exit.of(How.LEFT, room.clock.instant()));
            assertThat(closed.agent()).isEqualTo(login);
            assertThat(closed.isShut()).isTrue();
        });
        assertThat(room.happened(Passed.class).getLast())
                .extracting(Passed::owner, Passed::by, Passed::why, Passed::actor)
                .containsExactly("closed", login, "left", null);
        assertThat(waiting()).isZero();
        assertThat(room.count("timer")).isZero();
        assertThat(room.desk.of("lin")).isEmpty();
        assertThat(room.desk.queue(10)).isEmpty();
    }

    private int waiting() {
        return room.store
                .list("select count(*) from outbox where state in ('waiting', 'sending')", row -> row.getInt(1))
                .getFirst();
    }

    private void leave() {
        enters(new Entry.Left());
    }

    private void enters(Entry entry) {
        var id = "e" + messages.incrementAndGet();
        handle(new Inbound(id, PERSON, Person.of("U1"), new Content.Entered(entry), NOON, null));
    }

    private void they(String words) {
        handle(Room.says("m" + messages.incrementAndGet(), words));
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
