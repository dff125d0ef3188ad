package io.renhua.server;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts how platforms were answered. */
@Singleton
final class WebhookCounts {
    private final MeterRegistry registry;
    private final Map<Answered, Counter> counters = new ConcurrentHashMap<>();

    WebhookCounts(MeterRegistry registry) {
        this.registry = registry;
    }

    enum Answer {
        /** A 2xx: what came is on disk. */
        ACKNOWLEDGED,
        /** A 503: we stop, or the store did not take it. */
        TURNED_AWAY,
        FORGED,
        MALFORMED
    }

    void count(String channel, Answer answer) {
        counters.computeIfAbsent(new Answered(channel, answer), key -> key.in(registry))
                .increment();
    }

    private record Answered(String channel, Answer answer) {
        Counter in(MeterRegistry registry) {
            return Counter.builder("renhua.webhook.answers")
                    .description("How calls of open channels were answered")
                    .tag("channel", channel)
                    .tag("outcome", answer.name().toLowerCase(Locale.ROOT))
                    .register(registry);
        }
    }
}
