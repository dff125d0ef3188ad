package io.renhua.persona;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PersonaReaderTest {
    private final Reading reading = new PersonaReader().read(PersonaFolder.MO);
    private final Persona mo =
            Objects.requireNonNull(reading.persona(), () -> reading.problems().toString());

    @Test
    void warnsOfNothingButConvertedWords() {
        assertThat(reading.problems()).hasSize(2).allSatisfy(problem -> {
            assertThat(problem.severity()).isEqualTo(Problem.Severity.WARNING);
            assertThat(problem.code()).isEqualTo("S4");
        });
    }

    @Test
    void takesWordsFromLocaleFilesInlineMapsAndConversion() {
        var nickname = mo.identity().nickname();
        var brand = mo.identity().brand();

        assertThat(nickname.byLocale()).isEqualTo(Map.of("zh-Hant", "小墨", "zh-Hans", "小墨", "en", "Mo"));
        assertThat(brand.in("en")).isEqualTo("Mo Books");
        assertThat(mo.welcome().follow().text().in("zh-Hans")).isEqualTo("嗨，我是{nickname}。找书还是查订单？");
    }

    @Test
    void keepsAWordThatBelongsToNoLanguageEverywhere() {
        assertThat(mo.disclosure().bot().in("en")).isEqualTo("AI");
    }

    @Test
    void readsLinesInTheScriptsOrder() {
        assertThat(mo.lines().keySet())
                .containsExactly("order_status", "pick_book", "small_talk.are_you_human", "sensitive.crisis");
    }

    @Test
    void readsALineWithItsVariants() {
        var line = Objects.requireNonNull(mo.lines().get("order_status"));

        assertThat(line.asks().get("en")).hasSize(6).contains("has {order_no} shipped");
        assertThat(line.asks().get("zh-Hans")).contains("我的书到哪了");
        assertThat(line.form()).isEqualTo("order_lookup");
        assertThat(line.says().getFirst().when()).isEqualTo(new Condition.Is("result", "shipped"));
        assertThat(Objects.requireNonNull(line.says().getFirst().shorter()).in("en"))
                .isEqualTo("due {eta}");
        assertThat(line.says().getLast().when()).isEqualTo(Condition.ALWAYS);
    }

    @Test
    void letsVariantsFallBackToTheLinesQuickReplies() {
        var line = Objects.requireNonNull(mo.lines().get("order_status"));

        assertThat(line.says())
                .allSatisfy(variant -> assertThat(variant.quick()).containsExactly("handoff.explicit"));
    }

    @Test
    void readsEverythingAVariantMayHave() {
        var line = Objects.requireNonNull(mo.lines().get("pick_book"));
        var variant = line.says().getFirst();

        assertThat(variant.platforms()).isEqualTo(Set.of("weibo"));
        assertThat(variant.mood()).isEqualTo("sorry");
        assertThat(variant.humour()).isEqualTo(1);
        assertThat(variant.text().bubbles("en")).containsExactly("Done with the last one?", "Try poetry.");
        assertThat(line.sets()).isEqualTo(Map.of("last_topic", "books"));
    }

    @Test
    void readsFormsAndTheirTables() {
        var form = Objects.requireNonNull(mo.forms().get("order_lookup"));
        var orders = Objects.requireNonNull(mo.lookUps().get("orders"));

        assertThat(form.lookUp()).isEqualTo("orders");
        assertThat(form.handsOff()).isNull();
        assertThat(form.expires()).isEqualTo(Duration.ofMinutes(30));
        assertThat(form.slots().getFirst().stuck()).isEqualTo("stuck");
        assertThat(form.cancel().get("zh-Hans")).containsExactly("算了", "取消");
        assertThat(orders.rows().get("MO1235")).isEqualTo(Map.of("result", "shipped", "eta", "週一, 週二"));
    }

    @Test
    void readsEntitiesByHowWeCallThem() {
        var genre = (EntityKind.Values) Objects.requireNonNull(mo.entities().get("genre"));

        assertThat(genre.values().get("poetry")).containsExactly("詩集", "诗集", "poetry");
        assertThat(Objects.requireNonNull(genre.called().get("poetry")).byLocale())
                .isEqualTo(Map.of("zh-Hant", "詩集", "zh-Hans", "诗集", "en", "poetry"));
    }

    @Test
    void hasAWordOfItsOwnForWhoLeavesAForm(@TempDir Path directory) {
        var quiet = PersonaFolder.copiedTo(directory)
                .change("persona.yaml", "    cancelled: 好，先不查。\n", "")
                .change("locales/en/persona.yaml", "    cancelled: Fine, not now.\n", "");

        var form = Objects.requireNonNull(
                Objects.requireNonNull(quiet.read().persona()).forms().get("order_lookup"));
        assertThat(form.cancelled().in("zh-Hant")).isEqualTo("好，就到這裡。");
        assertThat(form.cancelled().in("en")).isEqualTo("All right, we leave it there.");
    }

    @Test
    void readsWhoTakesOverAndWhen() {
        var fallback = Objects.requireNonNull(mo.handoff().reasons().get("fallback"));
        var saturday = mo.handoff().hours().week().get(DayOfWeek.SATURDAY);

        assertThat(fallback.queue()).isEqualTo("floor");
        assertThat(fallback.occasion()).isEqualTo(new Occasion.Missed(3, 6));
        assertThat(mo.handoff().reasons()).containsKeys("explicit", "stuck", "urgent");
        assertThat(saturday)
                .containsExactly(
                        new Hours.Span(LocalTime.of(10, 0), LocalTime.of(12, 0)),
                        new Hours.Span(LocalTime.of(13, 0), LocalTime.MAX));
        assertThat(mo.unknown().getLast().handsOff()).isEqualTo("fallback");
    }

    @Test
    void fillsInWhatTheSlidersDecide() {
        assertThat(mo.tone().marks().exclaim()).isEqualTo(1);
        assertThat(mo.tone().marks().particlesMax()).isEqualTo(1);
        assertThat(mo.tone().humour()).isEqualTo(1);
        assertThat(mo.tone().lengths().reply()).isEqualTo(Map.of("zh", 140, "en", 280));
    }

    @Test
    void readsPromises() {
        assertThat(mo.privacy()).isEqualTo(new Privacy(Period.ofDays(180), Period.ofDays(30), List.of("order_no")));
        assertThat(mo.audiences().getLast()).isEqualTo(new Audience("ordinary", Condition.ALWAYS));
    }

    @Test
    void takesANumberForTheHotline(@TempDir Path directory) {
        var reading = PersonaFolder.copiedTo(directory)
                .change("persona.yaml", "links:\n", "links:\n  hotline: \"1925\"\n")
                .read();

        assertThat(Objects.requireNonNull(reading.persona()).links()).containsEntry("hotline", "1925");
    }

    @Test
    void readsChatsAsTheyShouldGo() {
        var test = mo.tests().getFirst();

        assertThat(test.place()).isEqualTo("mo/tests/orders.yaml:2");
        assertThat(test.given().at()).isEqualTo(Instant.parse("2026-10-02T12:00:00Z"));
        assertThat(test.given().mocks()).isEqualTo(Map.of("orders", Map.of("result", "shipped", "eta", "週五")));
        assertThat(test.chat().getFirst()).isEqualTo(new ScriptTest.They("", "followed"));
        assertThat(test.chat()).hasSize(5);
        assertThat(test.then().state()).isEqualTo("BOT");
    }

    @Test
    void saysOnlyWhatKeepsTheHeadOfAScriptFromBeingRead(@TempDir Path directory) {
        var spoilt = PersonaFolder.copiedTo(directory).change("persona.yaml", "nickname: 小墨", "nickname: [小墨");

        assertThat(spoilt.read().problems())
                .extracting(Problem::why)
                .containsExactly("a [ above is opened and never closed");
    }

    @Test
    void knowsWhereEachPartStands() {
        var places = reading.places();

        assertThat(places.of("lines.order_status.says[1]")).hasToString("mo/lines/shop.yaml:16");
        assertThat(places.of("lines.order_status.says[1].text", "en")).hasToString("mo/locales/en/lines/shop.yaml:14");
        assertThat(places.of("lines.order_status.says[1].nowhere")).hasToString("mo/lines/shop.yaml:16");
    }
}
