package io.renhua.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WordingTest {

    @Test
    void isEnglishAsAText() {
        assertThat(Wording.of("we avoid %s", "攪").toString()).isEqualTo("we avoid 攪");
        assertThat(Wording.of("we avoid %s", "攪")).hasSize(10);
    }

    @Test
    void isToldInEachLanguage() {
        var avoided = Wording.of("we avoid %s", "攪");

        assertThat(avoided.in("zh-Hant")).isEqualTo("我們避免說「攪」");
        assertThat(avoided.in("zh-Hans")).isEqualTo("我们避免说“攪”");
        assertThat(avoided.in("en")).isEqualTo("we avoid 攪");
        assertThat(avoided.in("fr")).isEqualTo("we avoid 攪");
    }

    @Test
    void putsValuesWhereTheOtherLanguageHasThem() {
        var question = Wording.of(": did you mean %s?", "order");

        assertThat(Wording.of("there is no %s %s%s", Wording.of("line"), "oder", question)
                        .in("zh-Hant"))
                .isEqualTo("沒有叫 oder 的台詞。你是不是要寫 order？");
    }

    @Test
    void leavesAScriptsOwnWordsAlone() {
        assertThat(Wording.of("100% 手工，{name}").in("zh-Hant")).isEqualTo("100% 手工，{name}");
        assertThat(Wording.of("we avoid %s", "100%s").in("zh-Hans")).isEqualTo("我们避免说“100%s”");
    }

    @Test
    void joinsSeveralInARow() {
        assertThat(Wording.joined("%s and %s", List.of("a", "b", "c"))).hasToString("a and b and c");
        assertThat(Wording.joined("%s and %s", List.of("a", "b")).in("zh-Hant")).isEqualTo("a、b");
        assertThat(Wording.joined("%s and %s", List.of())).isEmpty();
    }

    @Test
    void tellsInAnotherLanguageWhatWasKeptInEnglish() {
        assertThat(Wording.recalled("it answered 503").in("zh-Hant")).isEqualTo("對方回了 503");
        assertThat(Wording.recalled("it answered 503; will be said again"))
                .hasToString("it answered 503; will be said again");
        assertThat(Wording.recalled("gave up after a day: no answer within 10 s")
                        .in("zh-Hans"))
                .isEqualTo("试了一天，放弃了：10 秒内没有回应");
        assertThat(Wording.recalled("not reachable").in("zh-Hant")).isEqualTo("連不到");
    }

    @Test
    void tellsEachPartOfWhatWasKeptTogether() {
        assertThat(Wording.recalled("reading from the store: SQL state 08006, error 0")
                        .in("zh-Hant"))
                .isEqualTo("讀資料庫：SQL state 08006, error 0");
    }

    @Test
    void tellsWhateverManyChannelsHaveToSay() {
        var many = IntStream.range(0, 30)
                .mapToObj(i -> "line-" + i + ": nobody speaks there now; pao told 365 days last")
                .collect(Collectors.joining("; "));

        assertThat(Wording.recalled(many).in("zh-Hant"))
                .startsWith("line-0：現在沒有人設在那裡說話；pao 上次說的是保留 365 天；line-1")
                .doesNotContain("nobody");
    }

    @Test
    void comesToAnEndWhateverOthersSaid() {
        var foreign = "ORA-1: internal; ".repeat(100);

        assertThat(Wording.recalled(foreign).in("zh-Hant")).isEqualTo(foreign);
    }

    @Test
    void findsValuesThatHoldWhatStandsBetweenThem() {
        assertThat(Wording.recalled("nobody speaks there now; mo told told 365 days last")
                        .in("zh-Hant"))
                .isEqualTo("現在沒有人設在那裡說話；mo 上次說的是保留 told 365 天");
        assertThat(Wording.recalled("it answered ").in("zh-Hant")).isEqualTo("it answered ");
    }

    @Test
    void leavesAsItIsWhatOthersSaid() {
        assertThat(Wording.recalled("ORA-00600: internal error").in("zh-Hant")).isEqualTo("ORA-00600: internal error");
        assertThat(Wording.recalled("100%s").in("zh-Hant")).isEqualTo("100%s");
    }
}
