package io.renhua.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SentAtTest {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Instant ARRIVAL = Instant.parse("2026-05-28T20:30:00Z");

    @Test
    void readsMillisecondsAndSecondsAsNumberOrText() {
        assertThat(SentAt.millis(JSON.numberNode(1_780_000_000_001L), ARRIVAL))
                .isEqualTo(Instant.ofEpochMilli(1_780_000_000_001L));
        assertThat(SentAt.seconds(JSON.numberNode(1_780_000_000), ARRIVAL))
                .isEqualTo(Instant.ofEpochSecond(1_780_000_000));
        assertThat(SentAt.seconds(JSON.textNode("1780000000.250100"), ARRIVAL))
                .isEqualTo(Instant.ofEpochMilli(1_780_000_000_250L));
    }

    @Test
    void takesTheTimeOfArrivalForWhatIsNoTime() {
        var absurd = List.<JsonNode>of(
                JSON.missingNode(),
                JSON.nullNode(),
                JSON.numberNode(0),
                JSON.numberNode(-1),
                JSON.numberNode(1e300),
                JSON.textNode("yesterday"),
                JSON.objectNode());

        assertThat(absurd)
                .allSatisfy(value -> assertThat(SentAt.millis(value, ARRIVAL)).isEqualTo(ARRIVAL))
                .allSatisfy(value -> assertThat(SentAt.seconds(value, ARRIVAL)).isEqualTo(ARRIVAL));
    }
}
