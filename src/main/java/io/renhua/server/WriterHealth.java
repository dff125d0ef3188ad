package io.renhua.server;

import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Liveness;
import io.renhua.store.Store;
import jakarta.inject.Singleton;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** Says at {@code /health/liveness} whether the store's writer is at work: once it is gone only a new start helps. */
@Singleton
@Liveness
final class WriterHealth implements HealthIndicator {
    private final Store store;

    WriterHealth(Store store) {
        this.store = store;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return Mono.just(HealthResult.builder("writer", store.writes() ? HealthStatus.UP : HealthStatus.DOWN)
                .build());
    }
}
