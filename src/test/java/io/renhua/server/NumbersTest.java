package io.renhua.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.connector.SettableClock;
import io.renhua.handoff.Desk;
import io.renhua.handoff.Desk.Change;
import io.renhua.handoff.Ownership.Bot;
import io.renhua.handoff.Request;
import io.renhua.handoff.Stretches;
import io.renhua.journal.Journal;
import io.renhua.message.ConversationId;
import io.renhua.server.Numbers.Period;
import io.renhua.server.Numbers.Timing;
import io.renhua.server.Numbers.Topic;
import io.renhua.store.Database;
import io.renhua.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class NumbersTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private final SettableClock clock = new SettableClock(NOON.minus(Duration.ofDays(28)));
    private final Store store;
    private final Desk desk;
    private final Numbers numbers;
    private int count;

    NumbersTest(Database database) {
        store = database.open();
        desk = new Desk(store, new Journal(store), clock);
        numbers = new Numbers(new Stretches(store), clock);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void countTodaySevenDaysAndTwentyEight() {
        for (var ago : List.of(28, 27, 7, 6, 1, 0)) {
            clock.advance(Duration.between(clock.instant(), NOON.minus(Duration.ofDays(ago))));
            works("lin", 60, 30, "parcel");
        }

        assertThat(numbers.of("lin")).extracting(Period::days).containsExactly(1, 7, 28);
        assertThat(numbers.of("lin")).extracting(Period::answered).containsExactly(1, 3, 5);
    }

    @Test
    void areTheirsAloneOrEverybodysTogether() {
        works("lin", 60, 30, "parcel");
        works("mei", 60, 30, "parcel");
        works("mei", 60, 30, "refund");

        assertThat(numbers.of("lin").getFirst().answered()).isEqualTo(1);
        assertThat(numbers.of("mei").getFirst().topics())
                .containsExactly(new Topic("parcel", 1), new Topic("refund", 1));
        assertThat(numbers.of(null).getFirst().answered()).isEqualTo(3);
        assertThat(numbers.of(null).getFirst().topics())
                .containsExactly(new Topic("parcel", 2), new Topic("refund", 1));
        assertThat(numbers.of("wu").getFirst().answered()).isZero();
    }

    @Test
    void sayNoMiddleOfTooFew() {
        IntStream.range(0, Numbers.FEW - 1).forEach(i -> works("lin", 60, 30, "parcel"));
        assertThat(numbers.of("lin").getFirst().firstResponse()).isEqualTo(new Timing(19, null, null));

        works("lin", 60, 30, "parcel");

        assertThat(numbers.of("lin").getFirst().firstResponse())
                .isEqualTo(new Timing(20, Duration.ofSeconds(60), Duration.ofSeconds(60)));
        assertThat(numbers.of("lin").getFirst().handling())
                .isEqualTo(new Timing(20, Duration.ofSeconds(30), Duration.ofSeconds(30)));
    }

    @Test
    void nineOfTenAreWithinTheNinth() {
        var times = IntStream.rangeClosed(1, 20).mapToObj(Duration::ofMinutes).toList();

        assertThat(Timing.of(times)).isEqualTo(new Timing(20, Duration.ofMinutes(10), Duration.ofMinutes(18)));
    }

    /** Somebody asks, and after {@code waits} has the agent's first words and after {@code more} seconds is done. */
    private void works(String agent, long waits, long more, String topic) {
        var conversation = new ConversationId("web-mo", agent + count++);
        var queued = Bot.FIRST.ask(Request.ordinary("care", "explicit", clock.instant()));
        desk.pass(conversation, Bot.FIRST, queued, Change.because("explicit"));
        clock.advance(Duration.ofSeconds(waits));
        var human = queued.claim(agent, clock.instant());
        desk.pass(conversation, queued, human, Change.by(agent, "claimed"));
        store.write(conversation.toString(), transaction -> desk.answered(transaction, conversation));
        clock.advance(Duration.ofSeconds(more));
        var wrap = human.resolve(topic, clock.instant(), clock.instant());
        desk.pass(conversation, human, wrap, Change.by(agent, topic));
    }
}
