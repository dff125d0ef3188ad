package io.renhua.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperatorLanguageTest {

    @ParameterizedTest
    @CsvSource({
        "zh_TW.UTF-8, zh-Hant",
        "zh_HK.UTF-8, zh-Hant",
        "zh_CN.UTF-8, zh-Hans",
        "zh_SG, zh-Hans",
        "zh-Hant, zh-Hant",
        "zh-Hans, zh-Hans",
        "en_GB.UTF-8, en",
        "ja_JP.UTF-8, en",
        "C, en"
    })
    void isThatOfTheTerminal(String lang, String language) {
        assertThat(OperatorLanguage.of(Map.of("LANG", lang))).isEqualTo(language);
    }

    @Test
    void isRatherWhatSomebodyChose() {
        var terminal = Map.of("LC_ALL", "C", "LC_MESSAGES", "zh_CN.UTF-8", "LANG", "zh_TW.UTF-8");

        assertThat(OperatorLanguage.of(terminal)).isEqualTo("en");
        assertThat(OperatorLanguage.of(Map.of("RENHUA_LANG", "zh-Hant", "LC_ALL", "C")))
                .isEqualTo("zh-Hant");
        assertThat(OperatorLanguage.of(Map.of("RENHUA_LANG", "", "LC_MESSAGES", "zh_CN.UTF-8", "LANG", "C")))
                .isEqualTo("zh-Hans");
        assertThat(OperatorLanguage.of(Map.of())).isEqualTo("en");
    }
}
