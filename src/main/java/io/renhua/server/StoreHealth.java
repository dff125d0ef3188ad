package io.renhua.server;

import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.renhua.store.Store;
import jakarta.inject.Singleton;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Says at {@code /health} whether the store answers: without it nothing can be acknowledged. */
@Singleton
final class StoreHealth implements HealthIndicator {
    private final Store store;

    StoreHealth(Store store) {
        this.store = store;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return Mono.fromCallable(store::answers)
                .subscribeOn(Schedulers.boundedElastic())
                .map(answers -> HealthResult.builder("store", answers ? HealthStatus.UP : HealthStatus.DOWN)
                        .build());
    }
}
