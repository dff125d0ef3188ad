package io.renhua.conversation;

import static io.renhua.conversation.Room.NOON;
import static io.renhua.conversation.Room.PERSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.renhua.handoff.Desk.Change;
import io.renhua.handoff.Ownership.Bot;
import io.renhua.handoff.Ownership.Human;
import io.renhua.handoff.Ownership.Wrap;
import io.renhua.handoff.Ticks;
import io.renhua.handoff.Ticks.Tick;
import io.renhua.journal.Happening.Noted;
import io.renhua.store.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What of a checklist is done in a conversation. */
@ParameterizedClass
@EnumSource(Database.class)
class TicksTest {
    private final Room room;
    private final Ticks ticks;

    TicksTest(Database database) {
        room = Room.attended(database);
        ticks = new Ticks(room.store, room.journal, room.clock);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void tellWhoDidWhatAndWhenAndLeaveALineOfIt() {
        ticks.set(PERSON, "any/next", "說好下一步", true, "lin");
        ticks.set(PERSON, "any/next", "說好下一步", true, "mei"); // it is done already
        ticks.set(PERSON, "any/address", "核對地址", true, "mei");
        ticks.set(PERSON, "any/address", "核對地址", false, "lin");
        ticks.set(PERSON, "any/address", "核對地址", false, "lin");

        assertThat(ticks.of(PERSON)).containsOnlyKeys("any/next").containsValue(new Tick("lin", room.clock.instant()));
        assertThat(room.journal.last(PERSON, 9))
                .extracting(entry -> entry.happening())
                .filteredOn(Noted.class::isInstance)
                .extracting("kind", "why", "actor")
                .containsExactly(
                        tuple(Ticks.TICKED, "說好下一步", "lin"),
                        tuple(Ticks.TICKED, "核對地址", "mei"),
                        tuple(Ticks.UNTICKED, "核對地址", "lin"));
    }

    @Test
    void stayUntilWhatWasResolvedIsOver() {
        var human = Bot.FIRST.takeOver("lin", NOON);
        room.desk.pass(PERSON, Bot.FIRST, human, Change.by("lin", "claimed"));
        ticks.set(PERSON, "any/next", "說好下一步", true, "lin");
        var wrap = human.resolve("parcel", NOON, NOON.plusSeconds(30));
        room.desk.pass(PERSON, human, wrap, Change.by("lin", "parcel"));
        assertThat(ticks.of(PERSON)).hasSize(1);
        Human again = wrap.undo(NOON);
        room.desk.pass(PERSON, wrap, again, Change.by("lin", "undone"));
        assertThat(ticks.of(PERSON)).hasSize(1);

        Wrap over = again.resolve("parcel", NOON, NOON.plusSeconds(30));
        room.desk.pass(PERSON, again, over, Change.by("lin", "parcel"));
        room.desk.pass(PERSON, over, over.close(NOON), Change.because("over"));

        assertThat(ticks.of(PERSON)).isEmpty();
    }
}
