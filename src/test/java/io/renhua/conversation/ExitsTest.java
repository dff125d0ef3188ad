package io.renhua.conversation;

import static io.renhua.conversation.Room.NOON;
import static io.renhua.conversation.Room.PERSON;
import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.dialogue.OpenQuestions;
import io.renhua.handoff.Agent.Presence;
import io.renhua.handoff.Exit;
import io.renhua.handoff.Exit.How;
import io.renhua.store.Database;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** How it came that the persona has the word again, as its script can ask. */
@ParameterizedClass
@EnumSource(Database.class)
class ExitsTest {
    private final Room room;
    private int messages;

    ExitsTest(Database database) {
        room = Room.attended(database);
        room.agents.seen("lin");
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void nobodyHasLeftWhereNobodyWasAskedFor() {
        they("推薦一本書");

        assertThat(left()).isEmpty();
    }

    @Test
    void aPersonGaveItBack() {
        room.live.claim(PERSON, "lin", "Lin");
        room.clock.advance(Duration.ofMinutes(5));

        room.live.release(PERSON, "lin", "Lin", OpenQuestions.FACTS_STAY);

        assertThat(left()).contains(Exit.of(How.RELEASED, NOON.plusSeconds(300)));
        assertThat(facts()).containsEntry("helped", Set.of("released"));
    }

    @Test
    void aPersonResolvedItAndNamedTheTopic() {
        room.live.claim(PERSON, "lin", "Lin");
        room.live.resolve(PERSON, "lin", "parcel");
        passes(Duration.ofSeconds(31), "lin");
        var resolved = new Exit(How.RESOLVED, NOON, "parcel");
        assertThat(left()).contains(resolved);

        they("推薦一本書");

        assertThat(left()).contains(resolved);
        assertThat(facts())
                .containsEntry("helped", Set.of("resolved"))
                .containsEntry("helped_until", Set.of(NOON.toString()))
                .containsEntry("helped_topic", Set.of("parcel"));
    }

    @Test
    void whoeverWritesBeforeTheEndIsAnsweredAsAfterIt() {
        room.live.claim(PERSON, "lin", "Lin");
        room.live.resolve(PERSON, "lin", "parcel");

        they("推薦一本書");

        assertThat(left()).contains(new Exit(How.RESOLVED, NOON, "parcel"));
    }

    @Test
    void theyWantedNobodyAnyMore() {
        they("真人");
        they("算了");

        assertThat(left()).contains(Exit.of(How.WITHDRAWN, NOON));
    }

    @Test
    void theyGaveUpAfterAPromiseThatWasNotKept() {
        they("真人");
        passes(Duration.ofMinutes(7), "lin");

        they("算了");

        assertThat(left()).contains(Exit.of(How.TIMED_OUT, NOON.plus(Duration.ofMinutes(7))));
    }

    @Test
    void nobodyWasThere() {
        room.agents.present("lin", Presence.OFFLINE, null);

        they("真人");

        assertThat(left()).contains(Exit.of(How.NOBODY, NOON));
        assertThat(facts()).containsEntry("helped", Set.of("nobody"));
    }

    @Test
    void whoeverAsksAgainHasNoLastPersonUntilThatIsOver() {
        room.live.claim(PERSON, "lin", "Lin");
        room.live.release(PERSON, "lin", "Lin", OpenQuestions.FACTS_STAY);

        they("真人");

        assertThat(left()).isEmpty();
    }

    private Optional<Exit> left() {
        return room.desk.ownerOf(PERSON).left();
    }

    private Map<String, Set<String>> facts() {
        return room.ears.moment(PERSON, room.desk.ownerOf(PERSON)).facts();
    }

    private void they(String words) {
        room.handler().handle(room.arrives("m" + messages++ + "-in", words));
    }

    /** Time passes while somebody has the desk open, and what is due happens. */
    private void passes(Duration time, String there) {
        room.clock.advance(time);
        room.agents.seen(there);
        room.alarms.ring(PERSON);
    }
}
