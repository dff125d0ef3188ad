package io.renhua.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.handoff.Desk.Change;
import io.renhua.handoff.Ownership.Bot;
import io.renhua.handoff.Ownership.Human;
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
        assertThat(desk.ownerOf(CONVERSATION)).isEqualTo(Bot.FIRST);
    }

    @Test
    void goesFromBotToQueueToAgentAndBack() {
        var queued = Bot.FIRST.ask(Request.ordinary("care", "explicit", NOW));
        assertThat(desk.pass(CONVERSATION, Bot.FIRST, queued, Change.because("explicit")))
                .isTrue();
        assertThat(desk.queue(9)).containsExactly(new Desk.Held(CONVERSATION, queued, null));

        var human = queued.claim("lin", NOW.plusSeconds(90));
        assertThat(desk.pass(CONVERSATION, queued, human, Change.by("lin", "claimed")))
                .isTrue();
        assertThat(desk.ownerOf(CONVERSATION)).isEqualTo(human);
        assertThat(desk.queue(9)).isEmpty();

        assertThat(desk.pass(CONVERSATION, human, human.release(NOW), Change.by("lin", "released")))
                .isTrue();
        assertThat(desk.ownerOf(CONVERSATION)).isEqualTo(new Bot(3, Exit.of(Exit.How.RELEASED, NOW)));
    }

    @Test
    void letsExactlyOneOfManyClaim() throws Exception {
        var queued = Bot.FIRST.ask(Request.ordinary("care", "explicit", NOW));
        desk.pass(CONVERSATION, Bot.FIRST, queued, Change.because("explicit"));
        List<Callable<Boolean>> claims = IntStream.range(0, 50)
                .<Callable<Boolean>>mapToObj(agent -> () -> desk.pass(
                        CONVERSATION, queued, queued.claim("agent-" + agent, NOW), Change.by("lin", "claimed")))
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
        desk.pass(CONVERSATION, Bot.FIRST, Bot.FIRST.takeOver("lin", NOW), Change.by("lin", "claimed"));

        assertThat(journal.after(CONVERSATION, 0, 10).stream().map(JournalEntry::happening))
                .containsExactly(new Happening.Passed(CONVERSATION, NOW, 1, "human", "lin", "claimed", "lin"));
    }

    @Test
    void tellsNewcomersHowLongOthersWaited() {
        var queued = Bot.FIRST.ask(Request.ordinary("care", "explicit", NOW));
        desk.pass(CONVERSATION, Bot.FIRST, queued, Change.because("explicit"));
        assertThat(desk.outlook().ahead()).isEqualTo(1);

        desk.pass(CONVERSATION, queued, queued.claim("lin", NOW.plusSeconds(300)), Change.by("lin", "claimed"));

        assertThat(desk.outlook()).isEqualTo(new Desk.Outlook(true, 0, Duration.ofMinutes(5)));
    }
}
