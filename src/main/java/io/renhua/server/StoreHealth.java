package io.renhua.server;

import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.renhua.store.Store;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Says at {@code /health/readiness} whether the store answers: without it nothing can be acknowledged. Anybody may ask, so
 * the store itself is asked once a second at most.
 */
@Singleton
final class StoreHealth implements HealthIndicator {
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final Mono<Boolean> answers;

    StoreHealth(Store store) {
        this.answers = Mono.fromCallable(store::answers)
                .subscribeOn(Schedulers.boundedElastic())
                .cache(FRESH);
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return answers.map(answers -> HealthResult.builder("store", answers ? HealthStatus.UP : HealthStatus.DOWN)
                .build());
    }
}
