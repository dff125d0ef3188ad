package io.renhua.server;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.renhua.retention.RetentionWatch;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether what is kept no longer leaves. Says nothing before it has for the first time. */
@Singleton
final class RetentionMetrics implements MeterBinder {
    private final RetentionWatch watch;
    private final Clock clock;

    RetentionMetrics(RetentionWatch watch, Clock clock) {
        this.watch = watch;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("renhua.retention.age", this, RetentionMetrics::age)
                .description("Since when what is kept no longer has not left")
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder(
                        "renhua.retention.staying",
                        watch,
                        at -> at.last().map(last -> (double) last.staying()).orElse(Double.NaN))
                .description("Conversations with words that should have left, in which somebody is at work")
                .register(registry);
        Gauge.builder("renhua.retention.overdue", this, RetentionMetrics::overdue)
                .description("How long the first of those words has been overdue; 0 when none is")
                .baseUnit("seconds")
                .register(registry);
    }

    private double age() {
        return watch.last().map(last -> seconds(last.began())).orElse(Double.NaN);
    }

    private double overdue() {
        return watch.last().map(last -> seconds(last.overdueSince())).orElse(Double.NaN);
    }

    private double seconds(@Nullable Instant since) {
        return since == null ? 0 : Duration.between(since, clock.instant()).toSeconds();
    }
}
