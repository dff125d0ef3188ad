package io.renhua.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.persona.Form;
import io.renhua.persona.Handoff;
import io.renhua.persona.Persona;
import io.renhua.persona.PersonaFolder;
import io.renhua.persona.Places;
import io.renhua.persona.Problem;
import io.renhua.persona.Promises;
import io.renhua.persona.Repertoire;
import io.renhua.persona.Tier;
import io.renhua.persona.Words;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each rule with a script that keeps to it and one that does not; 墨 itself keeps to all. */
class LintTest {
    private static final String SHOP = "lines/shop.yaml";
    private static final String ASKS = "你喜歡故事還是詩？";

    @TempDir
    private Path directory;

    private PersonaFolder mo;

    @BeforeEach
    void copy() {
        mo = PersonaFolder.copiedTo(directory);
    }

    @Test
    void findsNothingInAGoodScript() {
        assertThat(findings()).isEmpty();
    }

    @Test
    void findsNothingWhereThereIsNoPersona() {
        mo.delete("persona.yaml");

        assertThat(findings()).isEmpty();
    }

    @Test
    void s2FindsAPlaceholderThatNothingFills() {
        mo.change("persona.yaml", "嗨，我是{nickname}", "嗨，我是{nickname2}");

        var finding = only("S2");

        assertThat(finding.why()).isEqualTo("nothing is called {nickname2}: did you mean nickname?");
        assertThat(finding.instead()).isEqualTo("{nickname}");
    }

    @Test
    void s2OnlyWarnsWhereThereIsADefault() {
        mo.change(SHOP, ASKS, "{grade|朋友}，故事還是詩？").change(SHOP, "      - {grade", "      - 嗨，{grade");

        assertThat(only("S2").severity()).isEqualTo(Problem.Severity.WARNING);
    }

    @Test
    void s2FindsAnExampleWithAnUnknownEntity() {
        mo.change(SHOP, "有{genre}嗎", "有{gender}嗎");

        assertThat(only("S2"))
                .hasToString(
                        "mo/lines/shop.yaml:22: there is no entity {gender}: did you mean genre? Write instead: genre");
    }

    @Test
    void s3FindsAValueThatMayBeEmpty() {
        mo.change(SHOP, ASKS, "你上次看的是{last_topic}，這次呢？");

        assertThat(codes()).containsOnly("S3");
        assertThat(findings().getFirst().instead()).isEqualTo("{last_topic|…}");
    }

    @Test
    void s3LetsADefaultPass() {
        mo.change(SHOP, ASKS, "你上次看的是{last_topic|書}，這次呢？");

        assertThat(findings()).isEmpty();
    }

    @Test
    void s3KnowsThatARowWithoutACellLeavesAGap() {
        mo.write("tables/orders.csv", "order_no,result,eta\nMO1234,shipped,\n");

        assertThat(codes()).containsOnly("S3");
    }

    @Test
    void s6FindsAVariantBeyondTheTonesHumour() {
        mo.change(SHOP, "humour: 1", "humour: 3");

        assertThat(only("S6").why()).isEqualTo("nobody will see this: its humour is 3, the tone's is 1");
    }

    @Test
    void s6FindsAnAudienceBehindTheDefault() {
        mo.change("persona.yaml", "  ordinary:\n    default: true\n", "")
                .change("persona.yaml", "audiences:\n", "audiences:\n  ordinary:\n    default: true\n");

        assertThat(codes()).containsExactly("S6", "S6");
    }

    @Test
    void s7FindsALineThatMayHaveNothingToSay() {
        mo.change(SHOP, "      - 查不到{order_no}。", "      - if: {result: none}\n        text: 查不到{order_no}。");

        assertThat(only("S7").why()).isEqualTo("line order_status has nothing to say when no condition holds");
    }

    @Test
    void s7LetsConditionsThatCoverEverythingPass() {
        mo.change(SHOP, "      - " + ASKS, "      - if: {audience: ordinary}\n        text: " + ASKS)
                .change(SHOP, "        channel: [weibo]\n        mood: sorry\n        humour: 1\n", "");

        assertThat(findings()).isEmpty();
    }

    @Test
    void s9FindsSimplifiedCharactersAmongTraditionalOnes() {
        mo.change(SHOP, ASKS, "你喜欢故事還是詩？");

        assertThat(only("S9").instead()).isEqualTo(ASKS);
    }

    @Test
    void s9FindsTraditionalCharactersAmongSimplifiedOnes() {
        mo.change("persona.yaml", "zh-Hans: 墨书店", "zh-Hans: 墨书店")
                .change("persona.yaml", "{zh-Hant: 查訂單, en", "{zh-Hant: 查訂單, zh-Hans: 查訂单, en");

        assertThat(only("S9").instead()).isEqualTo("查订单");
    }

    @Test
    void s9LetsCharactersOfBothScriptsPass() {
        mo.change(SHOP, ASKS, "這群人在台北裡頭，你喜歡里長還是皇后？");

        assertThat(codes()).doesNotContain("S9");
    }

    @Test
    void s10FindsALabelThatPlatformsCut() {
        mo.change("persona.yaml", "en: Check my order", "en: Where is my latest order");

        assertThat(only("S10").why()).isEqualTo("the label is 24 characters, platforms show 20");
    }

    @Test
    void s10FindsMoreQuickRepliesThanPlatformsShow() {
        var many = String.join(", ", Collections.nCopies(14, "order_status"));
        mo.change("persona.yaml", "  menu: [order_status, handoff.explicit]", "  menu: [" + many + "]");

        assertThat(only("S10").why()).isEqualTo("14 quick replies, platforms show 13");
    }

    @Test
    void u3WarnsOfTooFewExamples() {
        mo.change(SHOP, "      - 幫我挑書\n", "");

        assertThat(findings()).hasSize(2).allSatisfy(finding -> {
            assertThat(finding.code()).isEqualTo("U3");
            assertThat(finding.severity()).isEqualTo(Problem.Severity.WARNING);
            assertThat(finding.instead()).isEqualTo("1 more");
        });
    }

    @Test
    void u3RefusesALineThatNobodyCanSay() {
        mo.change(
                "locales/en/persona.yaml",
                "    asks: [are you human, are you a bot, are you an ai, is anybody there, is this automatic]\n",
                "");

        assertThat(only("U3").severity()).isEqualTo(Problem.Severity.ERROR);
    }

    @Test
    void u3SaysOnceThatALineHasNoExampleAtAll() {
        withoutExamplesOfPickBook();

        var errors = findings().stream()
                .filter(finding -> finding.severity() == Problem.Severity.ERROR)
                .toList();

        assertThat(errors)
                .singleElement()
                .hasToString("mo/lines/shop.yaml:19: nobody can say this: there is no example."
                        + " Write instead: 5 examples or more");
    }

    @Test
    void u3WarnsOfTheOnlyLineThatPeopleCanSay() {
        withoutExamplesOfPickBook();

        assertThat(findings())
                .filteredOn(finding -> finding.severity() == Problem.Severity.WARNING)
                .singleElement()
                .hasToString("mo/lines/shop.yaml:3: this is the only line that people can say, so that much is taken"
                        + " for it. Write instead: a second line");
    }

    private void withoutExamplesOfPickBook() {
        mo.change(SHOP, """
                    asks:
                      - 推薦一本書
                      - 有{genre}嗎
                      - 最近讀什麼好
                      - 不知道看什麼
                      - 幫我挑書
                """, "").change("locales/en/lines/shop.yaml", """
                    asks: [recommend a book, "any {genre}", what should I read, no idea what to read, pick one for me]
                """, "");
    }

    @Test
    void u5FindsTheSameExampleInOtherClothes() {
        mo.change(SHOP, "      - 幫我挑書", "      - 幫我挑書\n      - 幫我 挑書！");

        var finding = only("U5");

        assertThat(finding.severity()).isEqualTo(Problem.Severity.WARNING);
        assertThat(finding)
                .hasToString("mo/lines/shop.yaml:26: \"幫我 挑書！\" is an example of pick_book already,"
                        + " at mo/lines/shop.yaml:25. Write instead: another sentence, or none");
    }

    @Test
    void u5RefusesOneExampleOfTwoLinesAndNamesBothPlaces() {
        mo.change(SHOP, "      - 幫我挑書", "      - 幫我挑書\n      - 查一下訂單？");

        var finding = only("U5");

        assertThat(finding.severity()).isEqualTo(Problem.Severity.ERROR);
        assertThat(finding)
                .hasToString("mo/lines/shop.yaml:26: \"查一下訂單？\" is an example of order_status too,"
                        + " at mo/lines/shop.yaml:9. Write instead: another sentence, or none");
    }

    @Test
    void u5SeesAnotherLinesExampleInAnyLanguage() {
        mo.change("locales/en/lines/shop.yaml", "pick one for me", "查一下訂單");

        assertThat(only("U5").severity()).isEqualTo(Problem.Severity.ERROR);
        assertThat(findings().getFirst().file()).isEqualTo("mo/locales/en/lines/shop.yaml");
    }

    @Test
    void u5CountsTheWishForAPersonAsALine() {
        mo.change(SHOP, "      - 幫我挑書", "      - 幫我挑書\n      - 找客服");

        assertThat(only("U5").why()).contains("is an example of pick_book too, at mo/lines/shop.yaml:26");
        assertThat(findings().getFirst().file()).isEqualTo("mo/persona.yaml");
    }

    @Test
    void u2RefusesALineThatTakesASentenceAndRefusesIt() {
        mo.change(SHOP, "    not: [我要下單]", "    not: [我要下單, 查一下 訂單]");

        var finding = only("U2");

        assertThat(finding.severity()).isEqualTo(Problem.Severity.ERROR);
        assertThat(finding.why()).isEqualTo("\"查一下 訂單\" is an example of this very line, at mo/lines/shop.yaml:9");
    }

    @Test
    void u2LetsAnotherLinesExamplePass() {
        mo.change(SHOP, "    not: [我要下單]", "    not: [我要下單, 幫我挑書]");

        assertThat(findings()).isEmpty();
    }

    @Test
    void t1FindsABubbleThatIsTooLong() {
        mo.change("persona.yaml", "tone:\n", "tone:\n  length:\n    bubble: {zh: 8}\n");

        assertThat(codes()).contains("T1").doesNotContain("T2");
    }

    @Test
    void t1LetsALongTextWithAShortPass() {
        var longer = "書出發了，路上一切都好，".repeat(6) + "{eta}到。";
        mo.change(SHOP, "{order_no}出發了，{eta}到。", longer);

        assertThat(codes()).containsOnly("T2");
    }

    @Test
    void t1FindsAShortThatIsTooLongItself() {
        mo.change(SHOP, "short: \"{eta}到\"", "short: \"{eta}" + "到，".repeat(40) + "\"");

        assertThat(findings()).extracting(Problem::code).contains("T1");
        assertThat(findings().getFirst().line()).isEqualTo(15);
    }

    @Test
    void t1FindsTooManyBubbles() {
        mo.change(SHOP, "          這次換詩集。\n", "          這次換詩集。\n          好嗎。\n");

        assertThat(findings().getFirst().why()).isEqualTo("3 bubbles at once, the limit is 2");
    }

    @Test
    void t2FindsASentenceWithoutEnd() {
        mo.change("locales/en/lines/shop.yaml", "Stories or poems?", "Stories " + "and poems ".repeat(10) + "?");

        assertThat(only("T2").why()).isEqualTo("a sentence of 21 words, the limit is 20");
    }

    @Test
    void t3FindsTheOtherWayOfAddress() {
        mo.change(SHOP, "      - " + ASKS, "      - 您喜歡故事還是詩？");

        assertThat(codes()).containsOnly("T3");
        assertThat(findings().getFirst().instead()).isEqualTo(ASKS);
    }

    @Test
    void t3ReadsShortsAndCardsToo() {
        mo.change(SHOP, "short: \"{eta}到\"", "short: \"您的{eta}到\"")
                .change(
                        SHOP,
                        "        humour: 1\n",
                        "        humour: 1\n        card: {title: {zh-Hant: 您的書, en: Books}}\n");

        assertThat(codes()).containsOnly("T3");
        assertThat(findings()).extracting(Problem::line).contains(15, 31);
    }

    @Test
    void t3TellsACallFromAWordThatHoldsIt() {
        mo.change("persona.yaml", "never: [您]", "never: [親]").change(SHOP, ASKS, "母親節要親自挑嗎？");

        assertThat(codes()).doesNotContain("T3");

        mo.change(SHOP, "母親節要親自挑嗎？", "親，要挑書嗎？");

        assertThat(codes()).contains("T3");
    }

    @Test
    void t4CountsEmojiMarksAndParticles() {
        mo.change(SHOP, ASKS, "好！書！📚📚～故事喔，還是詩呀？");

        assertThat(findings().stream().map(Problem::why).distinct())
                .containsExactlyInAnyOrder(
                        "2 emoji, the limit is 1",
                        "2 exclamation marks, the limit is 1",
                        "1 tildes, the limit is 0",
                        "2 particles (喔 呀), the limit is 1");
    }

    @Test
    void t4LetsWhatTheToneAllowsPass() {
        mo.change(SHOP, ASKS, "好！📚故事喔，還是詩？");

        assertThat(findings()).isEmpty();
    }

    @Test
    void t5GivesThePreferredWord() {
        mo.change(SHOP, ASKS, "這位顧客喜歡詩嗎？");

        assertThat(findings().getFirst().why()).isEqualTo("we do not say 顧客");
        assertThat(findings().getFirst().instead()).isEqualTo("朋友");
    }

    @Test
    void t5FindsLatinWordsWholeAndInAnyCase() {
        mo.change("persona.yaml", "avoid: [尊敬的]", "avoid: [deal]")
                .change("locales/en/lines/shop.yaml", "Stories or poems?", "An ideal dealer?");

        assertThat(findings()).isEmpty();

        mo.change("locales/en/lines/shop.yaml", "An ideal dealer?", "A good Deal?");

        assertThat(only("T5").why()).isEqualTo("we avoid deal");
    }

    @Test
    void t5FindsTheWordsOfAPackInAnyDress() {
        mo.change("persona.yaml", "    avoid: [尊敬的]", "    avoid: [尊敬的]\n    never: [pack:luxury-hype]")
                .change(SHOP, ASKS, "尊 享的故事還是詩？");

        assertThat(codes()).containsOnly("T5");
        assertThat(findings().getFirst().why()).isEqualTo("we never say 尊 享");
    }

    @Test
    void t5TakesAPackOfTheFoldersInsteadOfOurs() {
        mo.change("persona.yaml", "    avoid: [尊敬的]", "    avoid: [尊敬的]\n    never: [pack:luxury-hype]")
                .change(SHOP, ASKS, "尊享的故事還是詩？")
                .write(
                        "packs/hype.yaml",
                        "packs:\n  luxury-hype:\n    date: 2026-11-26\n    source: us\n    words: [小說]\n");

        assertThat(findings()).isEmpty();
    }

    @Test
    void t8FindsTwoQuestionsAtOnce() {
        mo.change("locales/en/lines/shop.yaml", "Stories or poems?", "Stories? Or poems?");

        assertThat(only("T8").why()).isEqualTo("2 questions in one reply");
    }

    @Test
    void l8FindsAClaimToBeHuman() {
        for (var claim : List.of("I'm a real person.", "I am human", "I'm not a bot.")) {
            var spoilt = PersonaFolder.copiedTo(directory.resolve(claim))
                    .change("locales/en/lines/shop.yaml", "Stories or poems?", claim);

            assertThat(new Lint().check(spoilt.read()))
                    .extracting(Problem::code)
                    .containsExactly("L8");
        }
    }

    @Test
    void l8FindsItInChineseToo() {
        mo.change(SHOP, ASKS, "我是真人，不是機器人。");

        assertThat(codes()).containsOnly("L8");
    }

    @Test
    void l8LetsThePersonaSayThatItIsNone() {
        mo.change(SHOP, ASKS, "我不是真人。要找真人嗎？");

        assertThat(findings()).isEmpty();
    }

    @Test
    void l8FindsALockedAnswerThatSaysNothing() {
        mo.change("locales/en/persona.yaml", "I'm an AI, not a person.", "Who knows.");

        assertThat(only("L8").instead()).isEqualTo("I'm an AI, not a person.");
    }

    @Test
    void c1FindsAFormThatNobodyCanLeave() {
        mo.change("locales/en/persona.yaml", "    cancel: [never mind]\n", "");

        assertThat(only("C1").why()).isEqualTo("nobody can leave this form in en");
    }

    @Test
    void c1FindsAFormThatNeverEnds() {
        var persona = persona();
        var form = Objects.requireNonNull(persona.forms().get("order_lookup"));
        var endless = new Form(
                form.id(),
                form.slots(),
                form.cancel(),
                form.cancelled(),
                Duration.ZERO,
                null,
                form.lookUp(),
                null,
                null);

        var findings = new Lint().check(with(persona, Map.of("order_lookup", endless), persona.unknown()), Places.NONE);

        assertThat(findings).extracting(Problem::code).containsExactly("C1");
    }

    @Test
    void c2FindsTiersThatLeadNowhere() {
        var persona = persona();
        var tiers = persona.unknown().subList(0, 2);

        var findings = new Lint().check(with(persona, persona.forms(), tiers), Places.NONE);

        assertThat(findings).extracting(Problem::code).containsExactly("C2");
    }

    @Test
    void c3FindsThatNothingLeadsToAPerson() {
        mo.change("persona.yaml", "quick: [order_status, handoff.explicit]", "quick: [order_status]")
                .change("persona.yaml", "menu: [order_status, handoff.explicit]", "menu: [order_status]")
                .change("persona.yaml", "quick: [best-guess, handoff.explicit]", "quick: [best-guess]");

        assertThat(only("C3").instead()).isEqualTo("menu: [handoff.explicit]");
    }

    @Test
    void c4FindsAHandoffWithoutWords() {
        var persona = persona();
        var handoff = persona.handoff();
        var said = handoff.says();
        var silent = new Handoff(
                handoff.hours(),
                handoff.explicit(),
                handoff.reasons(),
                handoff.tellsAgent(),
                new Handoff.Says(
                        new Words(Map.of("zh-Hant", " ", "zh-Hans", "等等", "en", "wait")),
                        said.joined(),
                        said.closed(),
                        said.back(),
                        null,
                        null),
                Handoff.OURS,
                Handoff.Reopen.PERSONA,
                null);

        var findings = new Lint().check(with(persona, silent), Places.NONE);

        assertThat(findings).extracting(Problem::code).containsExactly("C4");
    }

    private List<Problem> findings() {
        return new Lint().check(mo.read());
    }

    private List<String> codes() {
        return findings().stream().map(Problem::code).toList();
    }

    @Test
    void tellsThatHumourDoesNothingWhereATextStandsAlone() {
        mo.change(
                "persona.yaml",
                "    quick: [order_status, handoff.explicit]\n  scan:",
                "    quick: [order_status, handoff.explicit]\n    humour: 1\n  scan:");

        assertThat(only("S7").why()).startsWith("this text stands alone");
    }

    private Problem only(String code) {
        var findings = findings();
        assertThat(findings).extracting(Problem::code).containsOnly(code);
        return findings.getFirst();
    }

    private Persona persona() {
        return Objects.requireNonNull(mo.read().persona());
    }

    private static Persona with(Persona of, Map<String, Form> forms, List<Tier> unknown) {
        return with(
                of, new Repertoire(of.welcome(), of.labels(), of.lines(), forms, of.actions(), unknown), of.promises());
    }

    private static Persona with(Persona of, Handoff handoff) {
        return with(of, of.repertoire(), new Promises(handoff, of.disclosure(), of.privacy()));
    }

    private static Persona with(Persona of, Repertoire repertoire, Promises promises) {
        return new Persona(
                of.id(),
                of.version(),
                of.locales(),
                of.portrait(),
                of.knowledge(),
                repertoire,
                promises,
                of.outreach(),
                of.tests());
    }
}
