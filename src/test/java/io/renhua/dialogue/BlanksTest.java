package io.renhua.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.persona.Persona;
import io.renhua.persona.PersonaReader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class BlanksTest {
    private static final Persona MO = Objects.requireNonNull(
            new PersonaReader().read(Path.of("src/test/resources/personas/mo")).persona());

    private final DialogueState state = DialogueState.NEW.remembering(
            Memory.NOTHING.knowing(Map.of("order_no", "SP123", "day", "2026-11-27"), Instant.EPOCH));
    private final Blanks blanks = new Blanks(MO, state, "zh-Hant", Map.of("agent", "Lin"));

    @Test
    void fillsWhatTheConversationKnowsAsThePersonaSaysIt() {
        assertThat(blanks.fill("{agent}：{order_no} 在{day}到，{nickname}敬上"))
                .isEqualTo("Lin：SP123 在11月27日（週五）到，" + MO.identity().nickname().in("zh-Hant") + "敬上");
    }

    @Test
    void leavesWhatNobodyKnowsToWhoeverWrites() {
        assertThat(blanks.fill("{serial} 修好了，{name|您}放心")).isEqualTo("{serial} 修好了，您放心");
    }

    @Test
    void findsGapsAndNothingElseThatStandsInBraces() {
        assertThat(Blanks.in("{serial} {eta|soon} {serial} {} { a } {\"a\": 1} {你好} {1}"))
                .containsExactly("{serial}", "{eta|soon}");
    }

    @Test
    void neverReadsWhatWasFilledIn() {
        var hostile = new Blanks(MO, DialogueState.NEW, "zh-Hant", Map.of("name", "{agent}", "agent", "Lin"));

        assertThat(hostile.fill("{name}")).isEqualTo("{agent}");
    }
}
