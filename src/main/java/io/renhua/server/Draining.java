package io.renhua.server;

import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import jakarta.inject.Singleton;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** Whether we are stopping. Then nothing new is taken, and whoever shares out the load is told to go elsewhere. */
@Singleton
public final class Draining implements HealthIndicator {
    private volatile boolean begun;

    public void begin() {
        begun = true;
    }

    boolean begun() {
        return begun;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return Mono.fromSupplier(() -> HealthResult.builder("doors", begun ? HealthStatus.DOWN : HealthStatus.UP)
                .build());
    }
}
