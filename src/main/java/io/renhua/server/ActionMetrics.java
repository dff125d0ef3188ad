package io.renhua.server;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.renhua.conversation.Errands;
import jakarta.inject.Singleton;

/** How actions do, try by try. */
@Singleton
final class ActionMetrics implements MeterBinder {
    private final Errands errands;

    ActionMetrics(Errands errands) {
        this.errands = errands;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        errands.watch((persona, action, outcome, took) -> Timer.builder("renhua.action")
                .description("How long one try of an action took, and what came of it")
                .tag("persona", persona)
                .tag("action", action)
                .tag("outcome", outcome)
                .register(registry)
                .record(took));
    }
}
