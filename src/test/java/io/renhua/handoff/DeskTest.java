package io.renhua.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.handoff.Ownership.Bot;
import io.renhua.handoff.Ownership.Human;
import io.renhua.handoff.Ownership.Queued;
import io.renhua.journal.Happening;
import io.renhua.journal.Journal;
import io.renhua.journal.JournalEntry;
import io.renhua.message.ConversationId;
import io.renhua.store.Database;
import io.renhua.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class DeskTest {
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final ConversationId CONVERSATION = new ConversationId("pao-line", "U1");

    private final Store store;
    private final Journal journal;
    private final Desk desk;

    DeskTest(Database database) {
        store = database.open();
        journal = new Journal(store);
        desk = new Desk(store, journal, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void startsWithTheBot() {
        assertThat(desk.ownerOf(CONVERSATION)).isEqualTo(Ownership.FIRST);
    }

    @Test
    void goesFromBotToQueueToAgentAndBack() {
        var queued = Ownership.FIRST.ask("care", "explicit", NOW);
        assertThat(desk.pass(CONVERSATION, Ownership.FIRST, queued, "explicit")).isTrue();
        assertThat(desk.queue()).containsExactly(new Desk.Waiting(CONVERSATION, queued));

        var human = queued.claim("lin", NOW.plusSeconds(90));
        assertThat(desk.pass(CONVERSATION, queued, human, "claimed")).isTrue();
        assertThat(desk.ownerOf(CONVERSATION)).isEqualTo(human);
        assertThat(desk.queue()).isEmpty();

        assertThat(desk.pass(CONVERSATION, human, human.release(), "released")).isTrue();
        assertThat(desk.ownerOf(CONVERSATION)).isEqualTo(new Bot(3));
    }

    @Test
    void letsExactlyOneOfManyClaim() throws Exception {
        var queued = Ownership.FIRST.ask("care", "explicit", NOW);
        desk.pass(CONVERSATION, Ownership.FIRST, queued, "explicit");
        List<Callable<Boolean>> claims = IntStream.range(0, 50)
                .<Callable<Boolean>>mapToObj(
                        agent -> () -> desk.pass(CONVERSATION, queued, queued.claim("agent-" + agent, NOW), "claimed"))
                .toList();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long won = threads.invokeAll(claims).stream()
                    .filter(claim -> claim.resultNow())
                    .count();

            assertThat(won).isEqualTo(1);
        }
        assertThat(desk.ownerOf(CONVERSATION)).isInstanceOf(Human.class);
        assertThat(journal.after(CONVERSATION, 0, 100)).hasSize(2);
    }

    @Test
    void journalsEveryChangeOfHands() {
        desk.pass(CONVERSATION, Ownership.FIRST, Ownership.FIRST.takeOver("lin", NOW), "claimed");

        assertThat(journal.after(CONVERSATION, 0, 10).stream().map(JournalEntry::happening))
                .containsExactly(new Happening.Passed(CONVERSATION, NOW, 1, "human", "lin", "claimed"));
    }

    @Test
    void tellsNewcomersHowLongOthersWaited() {
        var queued = Ownership.FIRST.ask("care", "explicit", NOW);
        desk.pass(CONVERSATION, Ownership.FIRST, queued, "explicit");
        assertThat(desk.outlook().ahead()).isEqualTo(1);

        desk.pass(CONVERSATION, queued, queued.claim("lin", NOW.plusSeconds(300)), "claimed");

        assertThat(desk.outlook()).isEqualTo(new Desk.Outlook(0, Duration.ofMinutes(5)));
    }

    @Test
    void offersOnlyTheWaysOutThatExist() {
        assertThat(new Queued(4, "care", "explicit", NOW).withdraw()).isEqualTo(new Bot(5));
        assertThat(new Queued(4, "care", "explicit", NOW).moved("care", "urgent"))
                .isEqualTo(new Queued(5, "care", "urgent", NOW));
    }
}
