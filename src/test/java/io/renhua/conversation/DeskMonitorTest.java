package io.renhua.conversation;

import static io.renhua.journal.Journal.PROBE;
import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.conversation.DeskMonitor.Blind;
import io.renhua.handoff.Agent.Presence;
import io.renhua.handoff.Ownership.Bot;
import io.renhua.handoff.Ownership.Queued;
import io.renhua.journal.Journal;
import io.renhua.store.Database;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A chat that is none enters the queue each minute, and shows which open desks do not see it. */
@ParameterizedClass
@EnumSource(Database.class)
class DeskMonitorTest {
    private static final Duration WITHIN = Duration.ofSeconds(10);

    private final Room room;
    private final DeskMonitor monitor;

    DeskMonitorTest(Database database) {
        room = Room.attended(database);
        monitor = monitor(true);
        room.agents.seen("lin");
        room.agents.seen("mei");
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void oneEntersEachMinuteAndNothingIsKeptOfTheLast() {
        monitor.look();
        monitor.look();
        assertThat(epoch()).isEqualTo(1);
        assertThat(room.desk.ownerOf(PROBE)).isInstanceOf(Queued.class);

        room.clock.advance(Duration.ofMinutes(1));
        monitor.look();

        assertThat(epoch()).isEqualTo(2);
        assertThat(room.count("journal where conversation = '_probe/desk'")).isOne();
    }

    @Test
    void nobodyIsAskedToTakeItAndItCountsNowhere() {
        var told = new ArrayList<>();
        room.journal.witness(told::add);

        monitor.look();
        room.at.offers.look();

        assertThat(room.desk.ownerOf(PROBE)).isInstanceOf(Queued.class);
        assertThat(room.desk.queue(10)).isEmpty();
        assertThat(room.desk.tallies()).isEmpty();
        assertThat(room.desk.outlook().ahead()).isZero();
        assertThat(room.count("timer")).isZero();
        assertThat(told).isEmpty();
        assertThat(room.journal.all(0, 10)).isEmpty();
        assertThat(room.journal.lines(0, Long.MAX_VALUE, 10)).isEmpty();
    }

    @Test
    void whoeverDoesNotSeeItInTimeIsBlindUntilTheyDo() {
        monitor.look();
        monitor.seen("lin", epoch());
        monitor.seen("mei", epoch());
        nextMinute();
        monitor.seen("lin", epoch());
        assertThat(monitor.blind()).isEmpty();

        passes(WITHIN);

        var since = room.clock.instant();
        assertThat(monitor.blind()).containsExactly(new Blind("mei", since));
        nextMinute(); // the next one does not hide it
        monitor.seen("lin", epoch());
        monitor.look();
        assertThat(monitor.blind()).containsExactly(new Blind("mei", since));
        monitor.seen("mei", epoch());
        monitor.look();
        assertThat(monitor.blind()).isEmpty();
    }

    @Test
    void whoeverHasNoDeskOpenNeedNotSeeIt() {
        monitor.look();
        monitor.seen("mei", epoch());
        nextMinute();
        room.agents.present("mei", Presence.OFFLINE, null);

        passes(WITHIN);

        assertThat(monitor.blind()).isEmpty(); // and no page of Lin's was ever heard of: programs have none
    }

    @Test
    void whatWasLeftGoesWhenItIsOff() {
        monitor.look();
        monitor.seen("lin", epoch());

        monitor(false).look();

        assertThat(room.desk.ownerOf(PROBE)).isEqualTo(Bot.FIRST);
        assertThat(room.count("journal")).isZero();
        assertThat(room.count("desk_probe")).isZero();
        assertThat(Journal.PROBE.channel()).doesNotMatch("[a-z0-9-]+"); // no channel is called so
    }

    private DeskMonitor monitor(boolean on) {
        return new DeskMonitor(room.store, room.desk, room.agents, new Probing(on, WITHIN), room.clock);
    }

    private long epoch() {
        return room.desk.ownerOf(PROBE).epoch();
    }

    private void nextMinute() {
        passes(Duration.ofMinutes(1));
    }

    private void passes(Duration time) {
        room.clock.advance(time);
        room.agents.seen("lin");
        room.agents.seen("mei");
        monitor.look();
    }
}
