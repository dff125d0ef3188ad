package io.renhua.server;

import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.renhua.conversation.Inbox;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Says at {@code /health/readiness} whether messages can be taken: by the store, where nothing lies before it. Anybody may
 * ask, so the inbox itself is asked once a second at most.
 */
@Singleton
final class InboxHealth implements HealthIndicator {
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final Mono<Boolean> takes;

    InboxHealth(Inbox inbox) {
        this.takes = Mono.fromCallable(inbox::takes)
                .subscribeOn(Schedulers.boundedElastic())
                .cache(FRESH);
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return takes.map(takes -> HealthResult.builder("inbox", takes ? HealthStatus.UP : HealthStatus.DOWN)
                .build());
    }
}
