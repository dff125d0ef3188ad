package io.renhua.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.renhua.connector.SettableClock;
import io.renhua.conversation.Backlog;
import io.renhua.conversation.Backlog.Pile;
import io.renhua.conversation.Backlog.Piles;
import io.renhua.conversation.Channels;
import io.renhua.store.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class BacklogMetricsTest {
    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final SettableClock clock = new SettableClock(NOON);
    private Piles piles = Piles.NONE;

    @Test
    void followsWhatWaitsAndSinceWhen() {
        var latest = new LatestBacklog(() -> piles, System::nanoTime);
        var metrics = bound(latest);
        piles = new Piles(
                List.of(new Pile("pao-line", "waiting", 3, NOON.minusSeconds(90))),
                List.of(
                        new Pile("pao-line", "dead", 2, NOON.minusSeconds(9000)),
                        new Pile("pao-line", "sending", 1, NOON.minusSeconds(4))));
        metrics.refresh();

        assertThat(gauge("renhua.inbox.oldest.waiting")).isEqualTo(90);
        assertThat(gauge("renhua.outbox.oldest.waiting")).isEqualTo(4);
        assertThat(rows("renhua.inbox.rows", "waiting")).isEqualTo(3);
        assertThat(rows("renhua.outbox.rows", "dead")).isEqualTo(2);
        assertThat(rows("renhua.outbox.rows", "doubt")).isZero();

        piles = new Piles(List.of(new Pile("pao-line", "dead", 1, NOON)), List.of());
        latest.outdated();
        metrics.refresh();
        clock.advance(Duration.ofSeconds(5));

        assertThat(gauge("renhua.inbox.oldest.waiting")).isZero();
        assertThat(rows("renhua.inbox.rows", "dead")).isEqualTo(1);
    }

    @Test
    void saysNothingOfABacklogThatItCannotSee() {
        var store = Database.H2.open();
        store.close();

        bound(new LatestBacklog(new Backlog(store))).refresh();

        assertThat(gauge("renhua.store.up")).isZero();
        assertThat(gauge("renhua.inbox.oldest.waiting")).isNaN();
        assertThat(registry.find("renhua.inbox.rows").gauges()).isEmpty();
    }

    private BacklogMetrics bound(LatestBacklog latest) {
        var metrics = new BacklogMetrics(latest, new Channels(List.of()), clock);
        metrics.bindTo(registry);
        return metrics;
    }

    private double gauge(String name) {
        return registry.get(name).gauge().value();
    }

    private double rows(String name, String state) {
        return registry.get(name)
                .tag("channel", "pao-line")
                .tag("state", state)
                .gauge()
                .value();
    }
}
