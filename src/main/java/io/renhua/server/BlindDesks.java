package io.renhua.server;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.renhua.conversation.DeskMonitor;
import jakarta.inject.Singleton;

/** How many open desks do not see the queue. */
@Singleton
final class BlindDesks implements MeterBinder {
    private final DeskMonitor monitor;

    BlindDesks(DeskMonitor monitor) {
        this.monitor = monitor;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("renhua.desk.blind", monitor, each -> each.blind().size())
                .description("Open desks that do not see what enters the queue; 0 where that is not watched")
                .register(registry);
    }
}
