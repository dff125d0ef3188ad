package io.renhua.server;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.renhua.conversation.Channels;
import io.renhua.conversation.Outbox;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Which accounts are not called, because their platform wants no calls or does not answer. */
@Singleton
final class AccountMetrics implements MeterBinder {
    private final Channels channels;
    private final Outbox outbox;

    AccountMetrics(Channels channels, Outbox outbox) {
        this.channels = channels;
        this.outbox = outbox;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        channels.all().forEach(connector -> shut(registry, connector.channel().name()));
    }

    private void shut(MeterRegistry registry, String channel) {
        Gauge.builder("renhua.channel.shut", outbox, each -> seconds(each, channel))
                .description("For how long an account is not called; 0 while it is")
                .baseUnit("seconds")
                .tag("channel", channel)
                .register(registry);
    }

    /** Shut until a probe decides, even when its time has come. */
    private static double seconds(Outbox outbox, String channel) {
        Duration shut = outbox.shut().get(channel);
        return shut == null ? 0 : Math.max(0.001, shut.toMillis() / 1000.0);
    }
}
