package io.renhua.persona;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The packs that come with Renhua, on sentences that shops really write. */
class PackSearchTest {

    @ParameterizedTest
    @CsvSource({
        "zh-absolute, 國家級的茶園",
        "zh-absolute, 国　家　级 的品质",
        "zh-absolute, 銷量ＮＯ．１",
        "zh-absolute, 這是最.佳的茶",
        "zh-absolute, 全國第１的茶",
        "zh-health-claims, 每天一杯，降 血 壓",
        "en-health-claims, It lowers blood pressure.",
        "zh-finance-claims, 保本保息，穩賺",
        "en-finance-claims, Guaranteed returns!",
        "zh-sensitive, 這裡沒有賭博",
        "en-sensitive, what the FUCK",
        "luxury-hype, 尊享之選",
        "luxury-hype, a must-have piece",
        "crisis, 我不想活了",
        "promises, 终身修补",
        "promises, mended for life",
    })
    void findsWhatTheyAreFor(String pack, String text) {
        assertThat(found(pack, text)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "zh-sensitive, 路口交通很亂，會晚一點",
        "zh-sensitive, 包裹到了轉運中心",
        "zh-absolute, 第一次來嗎",
        "zh-absolute, 出門前最好先打電話",
        "en-health-claims, a secure parcel",
        "promises, 這個我不能保證",
        "crisis, 笑死我了",
    })
    void leavesEverydaySentencesAlone(String pack, String text) {
        assertThat(found(pack, text)).isEmpty();
    }

    @Test
    void namesTheLongerOfTwoWordsAsItWasWritten() {
        assertThat(found("zh-absolute", "最 好喝的茶")).containsExactly("最 好喝");
    }

    @Test
    void namesTheNumberOfTheRegionThatALocaleNames() {
        assertThat(standing("crisis").hotline("zh-Hant")).hasValue("1925");
        assertThat(standing("crisis").hotline("zh-Hant-HK")).hasValue("18111");
        assertThat(standing("crisis").hotline("zh-Hans")).hasValue("12356");
        assertThat(standing("crisis").hotline("en-GB")).hasValue("116 123");
        assertThat(standing("crisis").hotline("en")).isEmpty();
    }

    @Test
    void knowsWhomToCallWhereMostOfOurPeopleLive() {
        assertThat(standing("crisis").hotlines()).containsEntry("TW", "1925").containsEntry("CN", "12356");
    }

    @Test
    void everyPackIsDatedAndSaysWhereItsWordsComeFrom() {
        assertThat(Packs.standing().values()).isNotEmpty().allSatisfy(pack -> {
            assertThat(pack.date()).isAfter(LocalDate.of(2026, 1, 1));
            assertThat(pack.source()).isNotBlank();
            assertThat(pack.words()).doesNotHaveDuplicates();
            assertThat(pack.words().isEmpty()).isEqualTo(pack.most() != null);
        });
    }

    @Test
    void anAllowedPhraseSavesOnlyWhatItHolds() {
        var pack = new Pack("p", LocalDate.EPOCH, "any", "us", List.of("第一"), Map.of(), List.of("第一次"), Map.of());

        assertThat(PackSearch.in(pack).in("第一次就喝到第一")).containsExactly("第一");
        assertThat(PackSearch.in(pack).in("第一次")).isEmpty();
    }

    private static List<String> found(String pack, String text) {
        return PackSearch.in(standing(pack)).in(text);
    }

    private static Pack standing(String id) {
        return Objects.requireNonNull(Packs.standing().get(id));
    }
}
