package io.renhua.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.dialogue.DialogueState;
import io.renhua.dialogue.LivePersona;
import io.renhua.lint.Judge;
import io.renhua.nlu.EntityFinders;
import io.renhua.nlu.Ranking;
import io.renhua.persona.PersonaReader;
import io.renhua.persona.Problem;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody at the desk speaks in a persona's name, and is a person all the same. */
class SpeakingTest {
    private final Speaking speaking = new Speaking(live(), DialogueState.NEW, "zh-Hant");

    @ParameterizedTest
    @ValueSource(strings = {"我是真人。", "我不是機器人。", "你正在和真人客服聊天。"})
    void maySayThatTheyAreAPerson(String words) {
        assertThat(speaking.judge(words)).extracting(Problem::code).doesNotContain("L8");
    }

    @Test
    void isHeldToTheLawLikeThePersona() {
        assertThat(speaking.judge("我們是最佳書店，能治失眠。")).extracting(Problem::code).contains("L1", "L2");
    }

    private static LivePersona live() {
        var reading = new PersonaReader().read(Path.of("src/test/resources/personas/mo"));
        return LivePersona.learn(
                        Objects.requireNonNull(reading.persona()), _ -> _ -> Ranking.NOTHING, EntityFinders::of)
                .guardedBy(Judge.of(reading));
    }
}
