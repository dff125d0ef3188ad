package io.renhua.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.renhua.persona.Persona;
import io.renhua.persona.PersonaFolder;
import io.renhua.persona.PersonaReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTest {
    @TempDir
    private Path folder;

    private PersonaFolder mo;

    @BeforeEach
    void copy() {
        mo = PersonaFolder.copiedTo(folder);
    }

    @Test
    void theSameIsNoDifference() {
        assertThat(Comparison.of(
                        persona(PersonaFolder.MO), persona(folder.resolve("mo")).as("another version")))
                .isEmpty();
    }

    @Test
    void tellsWhatIsSaidInEachLocale() {
        mo.change("persona.yaml", "約{wait}。", "大約{wait}。");

        assertThat(differences())
                .containsExactly(
                        new Difference(
                                "handoff.queued",
                                "says",
                                "zh-Hant",
                                List.of("前面{ahead}位，約{wait}。"),
                                List.of("前面{ahead}位，大約{wait}。")),
                        new Difference(
                                "handoff.queued",
                                "says",
                                "zh-Hans",
                                List.of("前面{ahead}位，约{wait}。"),
                                List.of("前面{ahead}位，大约{wait}。")));
    }

    @Test
    void tellsWhatPeopleSayThatIsNewOrGone() {
        mo.change("lines/shop.yaml", "推薦一本書", "挑一本書給我");

        assertThat(differences())
                .contains(new Difference("lines.pick_book", "asks", "zh-Hant", List.of("推薦一本書"), List.of("挑一本書給我")));
    }

    @Test
    void tellsAName() {
        mo.change("persona.yaml", "nickname: 小墨", "nickname: 墨墨");

        assertThat(differences())
                .contains(new Difference("identity.nickname", "", "zh-Hant", List.of("小墨"), List.of("墨墨")));
    }

    @Test
    void tellsASetting() {
        mo.change("persona.yaml", "expires: 30m", "expires: 45m");

        assertThat(differences())
                .containsExactly(new Difference("forms.order_lookup.expires", "", "", List.of("30m"), List.of("45m")));
    }

    @Test
    void tellsWhenAndWhereSomethingIsSaidAndWhatGoesWithIt() {
        mo.change("lines/shop.yaml", "if: {audience: loyal}", "if: {audience: ordinary}");
        mo.change("lines/shop.yaml", "channel: [weibo]", "channel: [line]");
        mo.change("lines/shop.yaml", "humour: 1", "humour: 2");

        assertThat(differences())
                .extracting(
                        Difference::place,
                        each -> each.what().replaceAll("(?s) of .*", ""),
                        Difference::before,
                        Difference::after)
                .containsExactly(
                        tuple("lines.pick_book", "channel", List.of("weibo"), List.of("line")),
                        tuple("lines.pick_book", "humour", List.of("1"), List.of("2")),
                        tuple("lines.pick_book", "if", List.of("audience: loyal"), List.of("audience: ordinary")));
    }

    @Test
    void aNewWayIsToldWithWhatGoesWithIt() {
        mo.change(
                "lines/shop.yaml",
                "      - 你喜歡故事還是詩？",
                "      - if: {channel: [line, wechat]}\n        text: 你喜歡故事還是詩？");

        assertThat(differences())
                .containsExactly(new Difference(
                        "lines.pick_book",
                        "if of '你喜歡故事還是詩？'",
                        "",
                        List.of(),
                        List.of("any of (channel: line; channel: wechat)")));
    }

    @Test
    void tellsTheWordsOfACampaignOnceAndItsSettingsByTheNamesOfTheScript() {
        var autumn = """
                campaigns:
                  autumn:
                    plan: {purpose: acquire, ad_label: "%s"}
                    story: [{zh-Hant: %s, zh-Hans: 书, en: Books.}]
                """;
        mo.write("campaigns/autumn.yaml", autumn.formatted("true", "書到了。"));
        var before = persona(folder.resolve("mo"));
        mo.write("campaigns/autumn.yaml", autumn.formatted("false", "書來了。"));

        assertThat(Comparison.of(before, persona(folder.resolve("mo"))))
                .containsExactly(
                        new Difference("campaigns.autumn.story", "says", "zh-Hant", List.of("書到了。"), List.of("書來了。")),
                        new Difference("campaigns.autumn.plan.adLabel", "", "", List.of("true"), List.of("false")));
    }

    private List<Difference> differences() {
        return Comparison.of(persona(PersonaFolder.MO), persona(folder.resolve("mo")));
    }

    private static Persona persona(Path script) {
        return Objects.requireNonNull(new PersonaReader().read(script).persona());
    }
}
