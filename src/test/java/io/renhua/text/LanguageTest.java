package io.renhua.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {

    @ParameterizedTest
    @CsvSource({
        "我的包裹到哪裡了, zh-Hant",
        "台北在哪裡, zh-Hant",
        "離這裡幾公里, zh-Hant",
        "我要買 iPhone case, zh-Hant",
        "你们几点开门, zh-Hans",
        "这个著名的店, zh-Hans",
        "我要买 iPhone case, zh-Hans",
        "where is my parcel, en",
        "ok, en"
    })
    void tellsLanguagesApart(String text, String language) {
        assertThat(Language.of(text)).contains(language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "好", "123", "😀", "台北", "x", "ありがとう", "注文はどこですか"})
    void saysNothingWhereNothingShows(String text) {
        assertThat(Language.of(text)).isEmpty();
    }

    @Test
    void foldsScriptsBothWays() {
        assertThat(Han.simplified("門市營業時間")).isEqualTo("门市营业时间");
        assertThat(Han.traditional("门市营业时间")).isEqualTo("門市營業時間");
    }

    @ParameterizedTest
    @CsvSource({"門市 營業！, 门市营业", "ＡＢＣ－１２, abc12", "Hello World, helloworld"})
    void takesTheSameWordsForTheSame(String one, String other) {
        assertThat(Fold.key(one)).isEqualTo(Fold.key(other));
    }
}
