package io.renhua.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DialogueStateTest {
    private final JsonMapper json =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    @Test
    void comesBackFromJsonAsItWas() throws Exception {
        var state = Chat.with(Script.pao())
                .user("我的茶包到哪了")
                .user("SP20260101")
                .user("我想預約")
                .user("台北")
                .user("zxqv")
                .state();

        assertThat(json.readValue(json.writeValueAsString(state), DialogueState.class))
                .isEqualTo(state);
        assertThat(json.readValue(json.writeValueAsString(DialogueState.NEW), DialogueState.class))
                .isEqualTo(DialogueState.NEW);
    }

    @Test
    void isReadAsItWasKeptBeforeFeelingsWereRead() throws Exception {
        var kept = json.readTree(json.writeValueAsString(DialogueState.NEW));
        ((ObjectNode) kept).remove("felt");

        assertThat(json.treeToValue(kept, DialogueState.class)).isEqualTo(DialogueState.NEW);
    }

    @Test
    void isReadAsItWasKeptBeforeTheTimeWas() throws Exception {
        var kept = json.readTree(json.writeValueAsString(DialogueState.NEW));
        ((ObjectNode) kept).remove("lastTime");

        assertThat(json.treeToValue(kept, DialogueState.class)).isEqualTo(DialogueState.NEW);
    }

    @Test
    void isReadAsItWasKeptBeforeFactsHadAMoment() throws Exception {
        var kept = json.readTree(json.writeValueAsString(DialogueState.NEW));
        ((ObjectNode) kept.get("memory")).remove("told");

        assertThat(json.treeToValue(kept, DialogueState.class)).isEqualTo(DialogueState.NEW);
    }

    @Test
    void forgetsWhatWasToldBeforeAMoment() {
        var monday = Instant.parse("2026-11-23T08:00:00Z");
        var friday = Instant.parse("2026-11-27T08:00:00Z");
        var memory = Memory.NOTHING.knowing(Map.of("size", "M", "colour", "red"), monday);
        var asked = OpenForm.begun("booking", null, monday).filled("city", "台北", monday);
        var state = DialogueState.NEW
                .remembering(memory.knowing(Map.of("colour", "blue"), friday))
                .opening(asked);

        var left = state.forgettingBefore(friday);

        assertThat(left.memory().facts()).containsExactly(Map.entry("colour", "blue"));
        assertThat(left.forms()).isEmpty();
        assertThat(state.forgettingBefore(monday)).isEqualTo(state);
    }

    @Test
    void forgetsWhatNobodyKnowsTheMomentOf() {
        var memory = new Memory(Map.of("size", "M"), Map.of(), Map.of(), Map.of());

        assertThat(memory.forgettingBefore(Instant.EPOCH).facts()).isEmpty();
    }

    @Test
    void doesNotGrowForEver() {
        var memory = IntStream.range(0, 1000)
                .boxed()
                .reduce(Memory.NOTHING, (before, i) -> before.said("text " + i, i), (first, last) -> last);

        assertThat(memory.texts()).hasSize(200);
        assertThat(memory.saidIn("text 999")).isEqualTo(999);
        assertThat(memory.saidIn("text 1")).isNegative();
    }
}
