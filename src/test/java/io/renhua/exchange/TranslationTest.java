package io.renhua.exchange;

import static io.renhua.exchange.Exchange.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.persona.PersonaFolder;
import io.renhua.persona.PersonaReader;
import io.renhua.persona.Phrase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TranslationTest {
    @TempDir
    private Path here;

    private Exchange exchange;
    private PersonaFolder mo;
    private Path table;

    @BeforeEach
    void aPersonaAndATable() {
        exchange = new Exchange(here);
        mo = PersonaFolder.copiedTo(exchange.personas);
        table = here.resolve("mo.csv");
    }

    @Test
    void hasARowForEachTextWithWhatThereIsOfIt() throws IOException {
        assertThat(out("en"))
                .contains("mo/lines/shop.yaml,lines.pick_book.says[1].text,bubble,你喜歡故事還是詩？,")
                .contains("mo/persona.yaml,labels.order_status,label,查訂單,Check my order,,en")
                .doesNotContain("asks[");
        Files.delete(table);
        assertThat(out("zh-Hans"))
                .contains("mo/persona.yaml,entry.follow.say,bubble,嗨，我是{nickname}。找書還是查訂單？,嗨，我是{nickname}。找书还是查订单？,"
                        + "derived,zh-Hans");
    }

    @Test
    void writesWordsWhereTheyStandAndLeavesTheRestAlone() throws IOException {
        mo.write("locales/en/persona.yaml", script("locales/en/persona.yaml") + "\n# a remark\nx-mine: kept\n");
        var before = script("locales/en/persona.yaml");
        var old = phrase("entry.follow.say").words().getOrDefault("en", "");

        out("en");
        back(old, "Hello, {nickname} here: a book, or your order?");

        assertThat(phrase("entry.follow.say").words().get("en"))
                .isEqualTo("Hello, {nickname} here: a book, or your order?");
        assertThat(script("locales/en/persona.yaml"))
                .isEqualTo(before.replaceFirst(
                        "(say: )\"?\\Q" + old + "\\E\"?", "$1\"Hello, {nickname} here: a book, or your order?\""));
    }

    @Test
    void writesADerivedTextOnceSomebodyChangedOrReviewedIt() throws IOException {
        out("zh-Hans");
        back("找书还是查订单？", "想找书还是查订单？");
        back("AI，不是真人。,derived", "AI，不是真人。,reviewed");

        assertThat(script("locales/zh-Hans/persona.yaml")).isEqualTo("""
                entry:
                  follow:
                    say: "嗨，我是{nickname}。想找书还是查订单？"
                small_talk:
                  are_you_human:
                    says: 我是AI，不是真人。
                """);
        assertThat(phrase("small_talk.are_you_human.says[0].text").written()).contains("zh-Hans");
    }

    @Test
    void fillsALanguageThatHasNothingYet() throws IOException {
        mo.change("persona.yaml", "[zh-Hant, zh-Hans, en]", "[zh-Hant, zh-Hans, en, fr]");
        out("fr");
        var rows = CsvRows.read(
                        Files.readString(table).substring(1),
                        TranslationTable.COLUMNS.stream().collect(Collectors.toMap(name -> name, List::of)),
                        List.of())
                .rows();
        var filled = new StringBuilder("path,source,translation,locale\n");
        var expected = new TreeMap<String, String>();
        for (var row : rows) {
            var french = "fr: " + row.cell("source") + (row.line() % 3 == 0 ? "\n# \"encore\" - 'oui'" : "");
            expected.put(row.cell("path"), french);
            filled.append(
                    String.join(",", quoted(row.cell("path")), quoted(row.cell("source")), quoted(french), "fr\n"));
        }
        exchange.file("mo.csv", filled.toString());

        new Imports(exchange.personas, "en").translation(table, "mo");

        var reading = mo.read();
        assertThat(reading.persona()).as(reading.problems().toString()).isNotNull();
        Map<String, String> french = reading.phrases().all().stream()
                .filter(phrase -> !TranslationTable.isSentence(phrase))
                .collect(Collectors.toMap(
                        Phrase::path,
                        phrase -> Objects.requireNonNull(phrase.words().get("fr"))));
        expected.keySet().removeIf(path -> path.matches(".*(asks|not|cancel)\\[\\d+]"));
        assertThat(french).containsAllEntriesOf(expected);
        assertThat(Objects.requireNonNull(reading.persona()).lines().get("order_status"))
                .isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lines.pick_book.says[1].text|你喜歡小說？|Novels?|its source has changed since; it is now: 你喜歡故事還是詩？",
                "lines.order_status.says[1].text|查不到{order_no}。|Not found.|its placeholders are not those of the source:"
                        + " none instead of {order_no}",
                "lines.pick_book.says[1].text|你喜歡故事還是詩？|{nickname}?|{nickname} instead of none",
                "lines.gone.says[0].text|嗨|Hi.|there is no such text in en any more"
            })
    void changesNothingWhereARowIsWrong(String path, String source, String words, String why) throws IOException {
        var before = script("locales/en/lines/shop.yaml");
        exchange.file(
                "mo.csv",
                "path,source,translation,locale\n"
                        + "lines.pick_book.says[1].text,你喜歡故事還是詩？,Prose or verse?,en\n"
                        + String.join(",", path, quoted(source), quoted(words), "en\n"));

        assertThat(refusal(() -> new Imports(exchange.personas, "en").translation(table, "mo")))
                .startsWith("It is refused, and nothing is changed:\nline 3, " + path + ": ")
                .contains(why);
        assertThat(script("locales/en/lines/shop.yaml")).isEqualTo(before);
    }

    @Test
    void comesBackUnchangedWithoutAChange() throws IOException {
        out("en");

        assertThat(new Imports(exchange.personas, "en").translation(table, "mo"))
                .isEmpty();
    }

    @Test
    void isNotOutForALanguageThatIsNotOffered() {
        assertThat(refusal(() -> Exports.translation(exchange.personas.resolve("mo"), "fr", table, "en")))
                .contains("does not offer fr. Write instead: locales: offer: [zh-Hant, fr]");
        assertThat(refusal(() -> Exports.translation(exchange.personas.resolve("mo"), "zh-Hant", table, "en")))
                .contains("zh-Hant is the default");
    }

    private String out(String locale) throws IOException {
        Exports.translation(exchange.personas.resolve("mo"), locale, table, "en");
        return Files.readString(table);
    }

    private void back(String from, String to) throws IOException {
        var text = Files.readString(table);
        assertThat(text).contains(from);
        exchange.file("mo.csv", text.replace(from, to));
        new Imports(exchange.personas, "en").translation(table, "mo");
    }

    private Phrase phrase(String path) {
        return new PersonaReader()
                .read(exchange.personas.resolve("mo")).phrases().all().stream()
                        .filter(phrase -> phrase.path().equals(path))
                        .findFirst()
                        .orElseThrow();
    }

    private String script(String path) throws IOException {
        return Files.readString(exchange.personas.resolve("mo").resolve(path));
    }

    private static String quoted(String cell) {
        return '"' + cell.replace("\"", "\"\"") + '"';
    }
}
