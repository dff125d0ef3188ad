package io.renhua.persona;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalesTest {
    private static final Locales LOCALES = new Locales("zh-Hans", List.of("zh-Hans", "zh-Hant", "zh-Hant-HK", "en-GB"));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "zh-Hant-HK, zh-Hant-HK",
        "zh-HK, zh-Hant-HK",
        "zh_TW, zh-Hant",
        "zh-Hant-MO, zh-Hant",
        "zh, zh-Hans",
        "zh-SG, zh-Hans",
        "en, en-GB",
        "en-US, en-GB",
        "EN-us, en-GB",
        "zh-hant, zh-Hant",
        "zh-hans-cn, zh-Hans",
        "fr, zh-Hans"
    })
    void picksTheNearest(String wanted, String picked) {
        assertThat(LOCALES.pick(wanted)).isEqualTo(picked);
    }

    @Test
    void takesTheDefaultWhereNothingIsWanted() {
        assertThat(LOCALES.pick(null)).isEqualTo("zh-Hans");
    }

    @Test
    void aRegionTakesTheWordsOfItsScriptAndIsNoFinding() {
        var mo = PersonaFolder.copiedTo(folder)
                .change("persona.yaml", "offer: [zh-Hant, ", "offer: [zh-Hant, zh-Hant-HK, ");

        var reading = mo.read();

        var persona = Objects.requireNonNull(reading.persona(), reading.problems()::toString);
        var queued = persona.handoff().says().queued();
        assertThat(queued.in("zh-Hant-HK")).isEqualTo(queued.in("zh-Hant"));
        assertThat(reading.problems()).noneMatch(problem -> problem.why().contains("zh-Hant-HK"));
    }

    @Test
    void whatIsNotTranslatedIsSaidInTheDefaultLanguage() {
        var mo = PersonaFolder.copiedTo(folder).change("locales/en/lines/shop.yaml", "        short: due {eta}\n", "");

        var lines = Objects.requireNonNull(mo.read().persona()).lines();
        var said = Objects.requireNonNull(lines.get("order_status")).says().getFirst();

        assertThat(Objects.requireNonNull(said.shorter()).in("en"))
                .isEqualTo(said.shorter().in("zh-Hant"));
    }
}
