package io.renhua.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.connector.SettableClock;
import io.renhua.message.ConversationId;
import io.renhua.publishing.Trials.Trial;
import io.renhua.store.Database;
import io.renhua.store.Store;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class TrialsTest {
    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");
    private static final Instant TOMORROW = NOON.plus(Duration.ofDays(1));
    private static final String ADDRESS = "905b5f9ced12aabbccddeeff00112233445566778899aabbccddeeff00112233";
    private static final ConversationId MEI = new ConversationId("web-mo", "mei");

    private final SettableClock clock = new SettableClock(NOON);
    private final Store store;
    private final Trials trials;

    TrialsTest(Database database) {
        store = database.open();
        trials = new Trials(store, clock);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aLinkNamesItsVersionUntilItEnds() {
        var token = trials.token("mo", ADDRESS, TOMORROW);

        assertThat(new Trials(store, clock).read("mo", token)).contains(new Trial("905b5f9ced12", TOMORROW));

        clock.advance(Duration.ofDays(1));
        assertThat(trials.read("mo", token)).isEmpty();
    }

    @Test
    void noLinkIsMadeOfAnother() {
        var token = trials.token("mo", ADDRESS, TOMORROW);

        assertThat(trials.read("pao", token)).isEmpty();
        assertThat(trials.read("mo", token.replace("905b5f9ced12", "905b5f9ced13")))
                .isEmpty();
        var parts = token.split("\\.");
        assertThat(trials.read("mo", parts[0] + ".zzzzzz." + parts[2])).isEmpty();
        assertThat(trials.read("mo", parts[0] + "." + parts[1] + "." + "A".repeat(43)))
                .isEmpty();
        assertThat(trials.read("mo", "no")).isEmpty();
    }

    @Test
    void whoCameByOneHearsItUntilThen() {
        trials.admit(MEI, new Trial("2026.11@905b5f9ced12", TOMORROW));

        assertThat(trials.in(MEI)).contains(new Trial("2026.11@905b5f9ced12", TOMORROW));
        assertThat(trials.in(new ConversationId("web-mo", "lin"))).isEmpty();

        clock.advance(Duration.ofDays(1));
        assertThat(trials.in(MEI)).isEmpty();
    }
}
