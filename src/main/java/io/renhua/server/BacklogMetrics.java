package io.renhua.server;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.renhua.conversation.Backlog.Pile;
import io.renhua.conversation.Backlog.Piles;
import io.renhua.conversation.Channels;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What waits and what was put aside. Says nothing while the store does not answer, rather than that all is empty. */
@Singleton
final class BacklogMetrics implements MeterBinder {
    private static final List<String> MESSAGE_STATES = List.of("waiting", "dead");
    private static final List<String> CALL_STATES = List.of("waiting", "sending", "doubt", "dead");

    private final LatestBacklog latest;
    private final Channels channels;
    private final Clock clock;
    private volatile Optional<Piles> read = Optional.empty();
    private @Nullable MultiGauge messages;
    private @Nullable MultiGauge calls;

    BacklogMetrics(LatestBacklog latest, Channels channels, Clock clock) {
        this.latest = latest;
        this.channels = channels;
        this.clock = clock;
    }

    @Override
    public synchronized void bindTo(MeterRegistry registry) {
        Gauge.builder("renhua.store.up", this, each -> each.read.isPresent() ? 1 : 0)
                .description("1 while the store answers")
                .register(registry);
        Gauge.builder("renhua.inbox.oldest.waiting", this, each -> each.seconds(Piles::oldestMessage))
                .description("How long the oldest message waits for its answer; 0 when none does")
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder("renhua.outbox.oldest.waiting", this, each -> each.seconds(Piles::oldestCall))
                .description("How long the oldest words wait to go out; 0 when none do")
                .baseUnit("seconds")
                .register(registry);
        messages = MultiGauge.builder("renhua.inbox.rows")
                .description("Messages that wait for their answer, or could not be handled")
                .register(registry);
        calls = MultiGauge.builder("renhua.outbox.rows")
                .description("Calls to platforms that are not done")
                .register(registry);
    }

    /** Brings what is measured up to date; to be called before it is read. Asks the store, so never on an event loop. */
    synchronized void refresh() {
        read = latest.piles();
        write(messages, MESSAGE_STATES, Piles::messages);
        write(calls, CALL_STATES, Piles::calls);
    }

    private void write(@Nullable MultiGauge gauge, List<String> states, Function<Piles, List<Pile>> kind) {
        if (gauge != null) {
            gauge.register(read.map(kind).map(piles -> rows(piles, states)).orElseGet(List::of), true);
        }
    }

    /** Every open channel in every state, so that a zero is a zero and no gap. */
    private List<Row<?>> rows(List<Pile> piles, List<String> states) {
        var sizes = new HashMap<Tags, Long>();
        piles.forEach(pile -> sizes.put(tags(pile.channel(), pile.state()), pile.size()));
        var names = new TreeSet<String>();
        Stream.concat(
                        channels.all().stream()
                                .map(connector -> connector.channel().name()),
                        piles.stream().map(Pile::channel))
                .forEach(names::add);
        var rows = new ArrayList<Row<?>>();
        for (var name : names) {
            for (var state : states) {
                var tags = tags(name, state);
                rows.add(Row.of(tags, sizes.getOrDefault(tags, 0L)));
            }
        }
        return rows;
    }

    private static Tags tags(String channel, String state) {
        return Tags.of("channel", channel, "state", state);
    }

    private double seconds(Function<Piles, Optional<Instant>> since) {
        return read.map(piles -> since.apply(piles)
                        .map(instant ->
                                Duration.between(instant, clock.instant()).toMillis() / 1000.0)
                        .orElse(0.0))
                .orElse(Double.NaN);
    }
}
