package io.renhua.exchange;

import static io.renhua.exchange.Exchange.asks;
import static io.renhua.exchange.Exchange.refusal;
import static io.renhua.exchange.Exchange.said;
import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.persona.Persona;
import io.renhua.persona.PersonaFolder;
import io.renhua.text.Wording;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionsImportTest {
    @TempDir
    private Path here;

    private Exchange exchange;

    @BeforeEach
    void aFolderForPersonas() {
        exchange = new Exchange(here);
    }

    @Test
    void questionsOfOneAnswerAreOneLineAndAnswersToOneQuestionItsVariants() {
        var persona = taken("""
                question,answer
                when do you open,At ten.
                what are your hours,At ten.
                When do you close,At eight.
                when do you close,"At eight, every day."
                When do you close,"At 8.
                Or when the kettle is off."
                """);

        assertThat(persona.lines()).containsKeys("when_do_you_open", "when_do_you_close");
        assertThat(asks(persona, "when_do_you_open", "en")).containsExactly("when do you open", "what are your hours");
        assertThat(said(persona, "when_do_you_close", "en"))
                .containsExactly("At eight.", "At 8.\nOr when the kettle is off.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\uFEFFQuestion,Answer,Locale\n幾點開,十點。,zh-TW\n",
                "q;a;lang\r\n幾點開;十點。;zh_Hant\r\n",
                "問題\t答案\t語言\n幾點開\t十點。\tzh-HK\n",
                "问题,答案,语言\n\"幾點開\",\"十點。\",zh-Hant\n,,\n\n",
                "answer,question\n十點。,幾點開嗎們\n"
            })
    void readsTheTablesThatSpreadsheetsWrite(String csv) {
        var persona = taken(csv);

        assertThat(persona.locales().standard()).isEqualTo("zh-Hant");
        assertThat(asks(persona, "answer", "zh-Hant").getFirst()).startsWith("幾點開");
        assertThat(said(persona, "answer", "zh-Hant")).containsExactly("十點。");
    }

    @Test
    void languagesFindEachOtherByTheirLineOrByTheirOrder() {
        var persona = taken("""
                line,question,answer,locale
                hours,幾點開,十點。,zh-Hant
                price,多少錢,三百。,zh-Hant
                price,how much,300.,en
                hours,when do you open,At ten.,en
                hours,opening hours,At 10.,en
                """);

        assertThat(persona.locales().offered()).containsExactly("zh-Hant", "en");
        assertThat(said(persona, "price", "en")).containsExactly("300.");
        assertThat(said(persona, "hours", "zh-Hant")).containsExactly("十點。", "十點。");
        assertThat(said(persona, "hours", "en")).containsExactly("At ten.", "At 10.");
        assertThat(exchange.script("persona.yaml")).contains("# Look over: in zh-Hant, '十點。' stands twice");
    }

    @Test
    void tellsWhatItLeavesOutAndWhatItGuesses() {
        var arrived = exchange.welcome(exchange.file("faq.csv", """
                question,answer,locale,mood
                幾點開,十點。,zh-Hant,
                when do you open,At ten.,en,
                what else,,en,
                ,Nothing.,en,
                """));

        assertThat(arrived.remarks())
                .extracting(Wording::toString)
                .contains(
                        "Not taken: the column 'mood', which is unknown here.",
                        "Not taken: line 4, which has a question and no answer.",
                        "Not taken: line 5, which has an answer to no question.",
                        "Look over: which en answer belongs to which was told by their order.")
                .anyMatch(remark -> remark.startsWith("Make true, or write what is: handoff.hours"));
    }

    @Test
    void whatLooksLikeAPlaceholderOrAFormulaIsText() {
        var persona = taken("q,a\nwhat is {nickname},'=1+1 {link.privacy} ${7*7} {{x|y}}\n");

        assertThat(said(persona, "what_is_nickname", "en")).containsExactly("=1+1 ｛link.privacy｝ $｛7*7｝ ｛｛x|y｝｝");
        assertThat(asks(persona, "what_is_nickname", "en")).containsExactly("what is ｛nickname｝");
    }

    @Test
    void goesIntoAPersonaAsFilesThatWereNotThere() {
        PersonaFolder.copiedTo(exchange.personas);
        var csv = exchange.file("gift-cards.csv", """
                line,question,answer,locale
                gift_card,有禮券嗎,有，櫃台拿。,zh-Hant
                gift_card,do you have gift cards,Yes. Ask at the till.,en
                order_status,能開發票嗎,可以。,zh-Hant
                order_status,can I get a receipt,You can.,en
                """);

        var added = new Imports(exchange.personas, "en").add(csv, "mo", Optional.empty(), Optional.empty(), Set.of());

        var persona = exchange.read("mo");
        assertThat(said(persona, "gift_card", "en")).containsExactly("Yes. Ask at the till.");
        assertThat(said(persona, "gift_card", "zh-Hans")).containsExactly("有，柜台拿。");
        assertThat(said(persona, "order_status_2", "zh-Hant")).containsExactly("可以。");
        assertThat(added.remarks())
                .extracting(Wording::toString)
                .contains("Written: " + exchange.personas.resolve("mo/lines/gift-cards.yaml"))
                .contains("Written: " + exchange.personas.resolve("mo/locales/en/lines/gift-cards.yaml"));
    }

    @Test
    void neverWritesOverAFileAndPairsAnswersOfSeveralLanguages() throws Exception {
        PersonaFolder.copiedTo(exchange.personas);
        var before = Files.readString(exchange.personas.resolve("mo/lines/shop.yaml"));
        var imports = new Imports(exchange.personas, "en");
        var chinese = exchange.file("shop.csv", "q,a\n有禮券嗎,有。\n");
        var english = exchange.file("more.csv", "q,a,locale\n有禮券嗎,有。,zh-Hant\ngift cards?,Yes.,en\nbags?,No.,en\n");

        assertThat(refusal(() -> imports.add(chinese, "mo", Optional.empty(), Optional.empty(), Set.of())))
                .contains("shop.yaml already, and it stays. Write instead: --as shop-2");
        assertThat(refusal(() -> imports.add(english, "mo", Optional.empty(), Optional.empty(), Set.of())))
                .contains("there are 1 answers in zh-Hant and 2 in en");
        assertThat(Files.readString(exchange.personas.resolve("mo/lines/shop.yaml")))
                .isEqualTo(before);
        assertThat(exchange.personas.resolve("mo/lines/new.yaml")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'hello'|its first line does not name the columns. Write instead: question,answer",
                "'q,a\na,b,c\n'|line 2 has more cells than the first line names",
                "'q,a\n'|there is no answer in it",
                "'q,a,locale\na,b,klingon-of-old\n'|klingon-of-old is no language tag"
            })
    void refusesWhatIsNoSuchTable(String csv, String why) {
        assertThat(refusal(() -> exchange.welcome(exchange.file("a.csv", csv)))).contains(why);
        assertThat(exchange.personas).isEmptyDirectory();
    }

    @Test
    void refusesWhatNoPersonMade() {
        var many = new StringBuilder("q,a\n");
        for (int i = 0; i < 10_000; i++) {
            many.append("question ").append(i).append(",answer ").append(i).append('\n');
        }
        var latin = "q,a\ncaf\u00e9,yes\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(refusal(() -> exchange.welcome(exchange.file("a.csv", many.toString()))))
                .contains("it holds 10000 answers, and a persona 2000 at most");
        assertThat(refusal(() -> exchange.welcome(exchange.file("b.csv", latin))))
                .contains("b.csv is not UTF-8");
        assertThat(refusal(() -> exchange.welcome(exchange.file("c.csv", "q,a\nx," + "y".repeat(1 << 21)))))
                .contains("over 1 MB");
        assertThat(exchange.personas).isEmptyDirectory();
    }

    private Persona taken(String csv) {
        exchange.welcome(exchange.file("faq.csv", csv));
        return exchange.guest();
    }
}
