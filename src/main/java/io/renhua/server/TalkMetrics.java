package io.renhua.server;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.renhua.conversation.Outbox;
import io.renhua.conversation.Turns;
import io.renhua.journal.Happening;
import io.renhua.journal.Journal;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What comes in, how long it takes to be answered, and what becomes of the answers. */
@Singleton
final class TalkMetrics implements MeterBinder {
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(5),
        Duration.ofMillis(20),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofSeconds(2),
        Duration.ofSeconds(10)
    };

    private final Journal journal;
    private final Turns turns;
    private final Outbox outbox;

    TalkMetrics(Journal journal, Turns turns, Outbox outbox) {
        this.journal = journal;
        this.turns = turns;
        this.outbox = outbox;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("renhua.lanes.busy", turns, Turns::busy)
                .description("Conversations that are being worked for at this moment")
                .tag("work", "turns")
                .register(registry);
        Gauge.builder("renhua.lanes.busy", outbox, Outbox::busy)
                .tag("work", "outbox")
                .register(registry);
        var paces = new ConcurrentHashMap<String, Pace>();
        turns.watch((channel, waited, took) ->
                paces.computeIfAbsent(channel, name -> Pace.in(registry, name)).record(waited, took));
        var counters = new ConcurrentHashMap<Count, Counter>();
        var _ = journal.witness(happening -> count(registry, counters, happening));
    }

    private record Pace(Timer gather, Timer turn) {
        static Pace in(MeterRegistry registry, String channel) {
            return new Pace(
                    timer(registry, "renhua.gather", channel, "How long a turn's first message waited for it to begin"),
                    timer(registry, "renhua.turn", channel, "How long it took until its answer was durable"));
        }

        private static Timer timer(MeterRegistry registry, String name, String channel, String description) {
            return Timer.builder(name)
                    .description(description)
                    .tag("channel", channel)
                    .serviceLevelObjectives(BUCKETS)
                    .register(registry);
        }

        void record(Duration waited, Duration took) {
            gather.record(waited.isNegative() ? Duration.ZERO : waited);
            turn.record(took);
        }
    }

    private static void count(MeterRegistry registry, Map<Count, Counter> counters, Happening happening) {
        var channel = happening.conversation().channel();
        switch (happening) {
            case Happening.Received received ->
                counter(registry, counters, new Count(channel, "")).increment();
            case Happening.Settled settled ->
                counter(
                                registry,
                                counters,
                                new Count(channel, settled.state().name().toLowerCase(Locale.ROOT)))
                        .increment();
            case Happening.Understood understood -> {}
            case Happening.Said said -> {}
            case Happening.Passed passed -> {}
            case Happening.Noted noted -> {}
        }
    }

    private static Counter counter(MeterRegistry registry, Map<Count, Counter> counters, Count count) {
        var known = counters.get(count);
        return known != null ? known : counters.computeIfAbsent(count, key -> key.in(registry));
    }

    /** @param outcome of a delivery; empty for what came in */
    private record Count(String channel, String outcome) {
        Counter in(MeterRegistry registry) {
            return outcome.isEmpty()
                    ? Counter.builder("renhua.messages")
                            .description("Messages taken, each once however often it was delivered")
                            .tag("channel", channel)
                            .register(registry)
                    : Counter.builder("renhua.deliveries")
                            .description("What became of our words: the outcome as the journal notes it")
                            .tag("channel", channel)
                            .tag("outcome", outcome)
                            .register(registry);
        }
    }
}
