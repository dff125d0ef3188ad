package io.renhua.conversation;

import static io.renhua.conversation.Room.NOON;
import static io.renhua.conversation.Room.PERSON;
import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.handoff.Agent.Presence;
import io.renhua.handoff.Ownership;
import io.renhua.handoff.Ownership.Human;
import io.renhua.handoff.Ownership.Offered;
import io.renhua.handoff.Ownership.Queued;
import io.renhua.handoff.Ownership.Receiver;
import io.renhua.handoff.Ownership.Transfer;
import io.renhua.handoff.Request.Rank;
import io.renhua.message.Content;
import io.renhua.store.Database;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Nobody waits for an agent who has left of their own will. */
@ParameterizedClass
@EnumSource(Database.class)
class LeavingTest {
    private static final Content WORDS = new Content.Text("我看一下。");

    private final Room room;
    private int messages;

    LeavingTest(Database database) {
        room = Room.attended(database);
        room.agents.seen("lin");
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void whoeverWaitsForTheirWordIsFirstInTheQueueAtOnceAndToldOnce() {
        room.live.claim(PERSON, "lin", "Lin");
        they("還在嗎");

        goesOffline();
        room.at.watch.letGo("lin");

        assertThat(owner()).isInstanceOfSatisfying(Queued.class, queued -> {
            assertThat(queued.request().why()).isEqualTo("gone");
            assertThat(queued.request().rank()).isEqualTo(Rank.FRONT);
        });
        assertThat(room.said()).containsOnlyOnce("還在這裡，正在幫你找別的同事。");
    }

    @Test
    void whoeverWasClaimedAndNotAnsweredWaitsForThem() {
        they("真人");
        room.live.claim(PERSON, "lin", "Lin");
        assertThat(room.at.watch.waitingFor("lin")).containsExactly(PERSON);

        room.replies.reply(PERSON, "lin", "Lin", "m1", WORDS);

        assertThat(room.at.watch.waitingFor("lin")).isEmpty();
    }

    @Test
    void whoeverWaitsForNoWordStaysUntilTheyWrite() {
        room.live.claim(PERSON, "lin", "Lin");
        room.replies.reply(PERSON, "lin", "Lin", "m1", WORDS);

        goesOffline();
        assertThat(owner()).isInstanceOf(Human.class);
        they("還在嗎");
        room.at.watch.look();

        assertThat(owner()).isInstanceOf(Queued.class);
    }

    @Test
    void whatWasOfferedToThemIsOfferedToSomebodyElseAtOnce() {
        they("真人");
        room.at.offers.look();
        assertThat(owner()).isInstanceOf(Offered.class);

        goesOffline();

        assertThat(owner())
                .isInstanceOfSatisfying(
                        Queued.class,
                        queued -> assertThat(queued.request().passedBy()).isEqualTo("lin"));
        assertThat(room.agents.named("lin").orElseThrow().misses()).isZero(); // they have said that they go
    }

    @Test
    void whatTheyPassOnMayStillBeTaken() {
        room.live.claim(PERSON, "lin", "Lin");
        they("還在嗎");
        room.live.transfer(PERSON, "lin", new Receiver("wu", null));

        goesOffline();
        room.at.watch.look();
        assertThat(owner()).isInstanceOf(Transfer.class);

        room.clock.advance(Duration.ofSeconds(61));
        room.alarms.ring(PERSON);
        assertThat(owner()).isInstanceOf(Queued.class);
    }

    @Test
    void whatAColleagueDoesNotWantIsNotLeftWithThem() {
        room.live.claim(PERSON, "lin", "Lin");
        they("還在嗎");
        room.live.transfer(PERSON, "lin", new Receiver("wu", null));
        goesOffline();

        room.live.decline(PERSON, "wu");
        room.at.watch.look();

        assertThat(owner()).isInstanceOf(Queued.class);
    }

    @Test
    void whatIsSomebodyElsesIsLeftAlone() {
        room.agents.seen("wu");
        room.live.claim(PERSON, "wu", "Wu");
        they("還在嗎");

        goesOffline();

        assertThat(owner()).isEqualTo(new Human(1, "wu", "care", NOON));
    }

    @Test
    void whoeverSignsOutIsOfflineUntilAPageOfTheirsIsHeardOf() {
        room.live.claim(PERSON, "lin", "Lin");
        they("還在嗎");

        room.at.watch.signedOut("lin");

        assertThat(owner()).isInstanceOf(Queued.class);
        assertThat(room.agents.attends("lin")).isFalse();
        room.agents.seen("lin");
        assertThat(room.agents.attends("lin")).isTrue();
    }

    private void goesOffline() {
        room.agents.present("lin", Presence.OFFLINE, null);
        room.at.watch.letGo("lin");
    }

    private void they(String words) {
        room.handler().handle(room.arrives("m" + messages++ + "-in", words));
    }

    private Ownership owner() {
        return room.desk.ownerOf(PERSON);
    }
}
