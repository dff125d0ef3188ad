package io.renhua.dialogue;

import static io.renhua.dialogue.Script.asks;
import static io.renhua.dialogue.Script.line;
import static io.renhua.dialogue.Script.says;
import static io.renhua.dialogue.Script.words;
import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.persona.Line.Topic;
import io.renhua.persona.Packs;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What nobody wrote an example for, and a word pack knows. */
class SensitiveTopicsTest {
    private static final String ABUSE = "sensitive.abuse";

    @ParameterizedTest
    @ValueSource(strings = {"你他.媽.的", "WTF this is bullSHIT... shit", "白　痴嗎"})
    void answersByAWordOfThePackInAnyDress(String said) {
        Chat.running(guarded()).user(said).says(ABUSE, "好好說，我幫你。").nothingMore();
    }

    @Test
    void saysByWhichPackItKnew() {
        var chat = Chat.running(guarded()).user("他媽的");

        assertThat(chat.last().intent()).isEqualTo(ABUSE);
        assertThat(chat.last().moves())
                .singleElement()
                .isInstanceOfSatisfying(
                        Move.Say.class,
                        say -> assertThat(say.trace().reason()).isEqualTo(new Reason.SensitiveWord("zh-sensitive")));
    }

    @Test
    void answersWhatWasSurelyMeantAllTheSame() {
        Chat.running(guarded().with(line("late", asks("他媽的怎麼這麼慢", "他妈的怎么这么慢", "so late"), says(words("我看一下。")))))
                .user("他媽的怎麼這麼慢")
                .from("late");
    }

    @Test
    void leavesATopicAloneThatTheScriptHasNoLineFor() {
        Chat.running(guarded()).user("哪裡有賭場").from("unknown.1");
    }

    @Test
    void knowsNothingOfPacksThatTheScriptDoesNotName() {
        Chat.running(abused()).user("他媽的").from("unknown.1");
    }

    private static Script guarded() {
        return abused().with(Objects.requireNonNull(Packs.standing().get("zh-sensitive")))
                .with(Objects.requireNonNull(Packs.standing().get("en-sensitive")));
    }

    private static Script abused() {
        return Script.pao().with(line(ABUSE, Topic.SENSITIVE, null, Map.of(), null, null, says(words("好好說，我幫你。"))));
    }
}
