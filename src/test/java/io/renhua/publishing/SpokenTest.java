package io.renhua.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.connector.SettableClock;
import io.renhua.publishing.Spoken.Now;
import io.renhua.publishing.Spoken.Speech;
import io.renhua.store.Database;
import io.renhua.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class SpokenTest {
    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");

    private final SettableClock clock = new SettableClock(NOON);
    private final Store store;
    private final Spoken one;
    private final Spoken other;

    SpokenTest(Database database) {
        store = database.open();
        one = new Spoken(store, "node-a", clock);
        other = new Spoken(store, "node-b", clock);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void everyNodeSeesWhatTheOthersSpeakAndWhyOneIsBehind() {
        one.show(List.of(new Now("mo", "2@bbbb", "2@bbbb", null, NOON)));
        other.show(List.of(new Now("mo", "1@aaaa", "2@bbbb", "this Renhua cannot read it", NOON)));

        assertThat(one.all())
                .containsExactly(
                        new Speech("node-a", "mo", "2@bbbb", "2@bbbb", null, NOON),
                        new Speech("node-b", "mo", "1@aaaa", "2@bbbb", "this Renhua cannot read it", NOON));
        assertThat(one.all()).extracting(Speech::isOlder).containsExactly(false, true);
    }

    @Test
    void aNodeThatStopsOrDiesIsSeenNoMore() {
        one.show(List.of(new Now("mo", "2@bbbb", "2@bbbb", null, NOON)));
        other.show(List.of(new Now("mo", "2@bbbb", "2@bbbb", null, NOON)));

        other.fallSilent();
        assertThat(one.all()).extracting(Speech::node).containsExactly("node-a");

        clock.advance(Duration.ofMinutes(2));
        assertThat(one.all()).isEmpty();
        one.show(List.of(new Now("mo", "2@bbbb", "2@bbbb", null, NOON)));
        assertThat(one.all()).hasSize(1);
    }
}
