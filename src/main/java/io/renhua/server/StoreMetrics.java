package io.renhua.server;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.renhua.store.Store;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** What the store's writer does, and how much room it has left. */
@Singleton
final class StoreMetrics implements MeterBinder {
    private final Store store;
    private final Path data;

    StoreMetrics(Store store, @Named("data") Path data) {
        this.store = store;
        this.data = data;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("renhua.store.commits.waiting", store, Store::waiting)
                .description("Units of work that wait for a writer of the store")
                .register(registry);
        FunctionCounter.builder(
                        "renhua.store.commits", store, at -> at.commits().kept())
                .description("Units of work that became durable")
                .register(registry);
        FunctionCounter.builder(
                        "renhua.store.commit.failures",
                        store,
                        at -> at.commits().failed())
                .description("Units of work that did not: their callers were told so")
                .register(registry);
        FunctionTimer.builder(
                        "renhua.store.commit",
                        store,
                        at -> at.commits().groups(),
                        at -> at.commits().nanoseconds(),
                        TimeUnit.NANOSECONDS)
                .description("How long groups of them took to become durable")
                .register(registry);
        Gauge.builder("renhua.data.free", data, folder -> folder.toFile().getUsableSpace())
                .description("Room left where the data folder is")
                .baseUnit("bytes")
                .register(registry);
    }
}
