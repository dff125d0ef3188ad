package io.renhua.conversation;

import static io.renhua.conversation.Room.PERSON;
import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.dialogue.OpenQuestions;
import io.renhua.handoff.Agent.Presence;
import io.renhua.handoff.Desk.Change;
import io.renhua.handoff.Ownership.Bot;
import io.renhua.handoff.Ownership.Offered;
import io.renhua.handoff.Ownership.Queued;
import io.renhua.handoff.Request.Rank;
import io.renhua.journal.Happening.Received;
import io.renhua.message.Content;
import io.renhua.message.ConversationId;
import io.renhua.message.Person;
import io.renhua.people.Contact;
import io.renhua.people.Pair;
import io.renhua.people.Pair.End;
import io.renhua.people.Pair.Verdict;
import io.renhua.people.Statement;
import io.renhua.store.Database;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Who is asked first, where the script says so of people with a tag: wu helped them before, lin is idle for longer. */
@ParameterizedClass
@EnumSource(Database.class)
class WishesTest {
    private static final ConversationId WEB = new ConversationId("pao-web", "w1");

    private final Room room;
    private int messages;

    WishesTest(Database database) {
        room = Room.attended(database);
        room.agents.seen("lin");
        room.agents.seen("wu");
        they("真人");
        room.live.claim(PERSON, "wu", "Wu");
        room.live.release(PERSON, "wu", "Wu", OpenQuestions.FACTS_STAY);
        passes(Duration.ofSeconds(10), "lin", "wu");
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void whoeverHadThemLastIsAskedFirst() {
        asks("regular");

        room.at.offers.look();

        assertThat(offered()).isEqualTo("wu");
    }

    @Test
    void whoeverIsIdleLongestIsAskedWhereTheyHaveNoHandFree() {
        asks("regular");
        room.agents.present("wu", Presence.BUSY, null);

        room.at.offers.look();

        assertThat(offered()).isEqualTo("lin");
    }

    @Test
    void nobodyElseIsAskedForAWhileWhereItIsKept() {
        asks("vip");
        room.agents.present("wu", Presence.BUSY, null);
        room.at.offers.look();
        assertThat(room.desk.ownerOf(PERSON)).isInstanceOf(Queued.class);

        passes(Duration.ofSeconds(61), "lin", "wu");

        assertThat(room.desk.ownerOf(PERSON)).isInstanceOfSatisfying(Queued.class, queued -> {
            assertThat(queued.request().team()).isEqualTo("lead");
            assertThat(queued.request().why()).isEqualTo("explicit");
            assertThat(queued.request().rank()).isEqualTo(Rank.FRONT);
        });
        room.at.offers.look();
        assertThat(offered()).isEqualTo("lin");
    }

    @Test
    void itIsNotKeptForSomebodyWhoIsNotThere() {
        asks("vip");
        room.agents.present("wu", Presence.OFFLINE, null);

        room.at.offers.look();

        assertThat(offered()).isEqualTo("lin");
    }

    @Test
    void theOtherTeamTakesThemOnceAnOfferIsPassedOverTooLate() {
        asks("vip");
        passes(Duration.ofSeconds(50), "lin", "wu");
        room.at.offers.look();
        assertThat(offered()).isEqualTo("wu");

        passes(Duration.ofSeconds(20), "lin", "wu");

        assertThat(room.desk.ownerOf(PERSON))
                .isInstanceOfSatisfying(
                        Queued.class,
                        queued -> assertThat(queued.request().team()).isEqualTo("lead"));
    }

    @Test
    void whoeverLeftWordWaitsForTheirOwnTeamFromWhenSomebodyComes() {
        room.agents.present("lin", Presence.OFFLINE, null);
        room.agents.present("wu", Presence.OFFLINE, null);
        asks("vip");
        passes(Duration.ofMinutes(2));
        room.agents.present("lin", Presence.ONLINE, null);
        passes(Duration.ofMinutes(2), "lin");
        assertThat(team()).isEqualTo("floor");

        passes(Duration.ofSeconds(61), "lin");

        assertThat(team()).isEqualTo("lead");
    }

    @Test
    void aTagFromAnotherChannelOfTheSamePersonCountsForWhomTheyGetAndForNothingElse() {
        isAlsoOnTheWeb();
        room.tags.add(WEB, "regular", "lin");

        they("真人");
        room.at.offers.look();

        assertThat(offered()).isEqualTo("wu");
        var moment = room.ears.moment(PERSON, room.desk.ownerOf(PERSON));
        assertThat(moment.tagsElsewhere()).containsExactly("regular");
        assertThat(moment.facts()).as("what words are chosen by").containsOnlyKeys("person");
    }

    @Test
    void whoeverHadTheSamePersonLastOnAnotherChannelIsAskedFirst() {
        isAlsoOnTheWeb();
        var lin = Bot.FIRST.takeOver("lin", room.clock.instant());
        room.desk.pass(WEB, Bot.FIRST, lin, Change.by("lin", "claimed"));
        room.desk.pass(WEB, lin, lin.release(room.clock.instant()), Change.by("lin", "released"));

        asks("regular");
        room.at.offers.look();

        assertThat(offered()).isEqualTo("lin");
    }

    private void isAlsoOnTheWeb() {
        var now = room.clock.instant();
        var hello = new Received(WEB, now, "h1", Person.of("v1"), new Content.Text("hi"), now);
        room.store.write(WEB.toString(), transaction -> room.journal.append(transaction, hello));
        var here = new End(new Contact(PERSON.channel(), "U1"), PERSON);
        var there = new End(new Contact(WEB.channel(), "v1"), WEB);
        var pair = new Pair(here, there, new Statement(Verdict.ONE, "she said so", "olga", now, null));
        room.store.write(transaction -> room.unions.put(transaction, pair));
    }

    private String team() {
        return ((Queued) room.desk.ownerOf(PERSON)).request().team();
    }

    private void asks(String tag) {
        room.tags.add(PERSON, tag, "wu");
        they("真人");
    }

    private void they(String words) {
        room.handler().handle(room.arrives("w" + messages++, words));
    }

    private String offered() {
        return ((Offered) room.desk.ownerOf(PERSON)).agent();
    }

    private void passes(Duration time, String... there) {
        room.clock.advance(time);
        for (var agent : there) {
            room.agents.seen(agent);
        }
        room.alarms.ring(PERSON);
    }
}
