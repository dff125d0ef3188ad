package io.renhua.persona;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an author hears about each kind of mistake: where, why, and what to write instead. */
class MistakesTest {
    private static final String SHOP = "lines/shop.yaml";
    private static final String TOP = "persona.yaml";

    @TempDir
    private Path directory;

    private PersonaFolder mo;

    @BeforeEach
    void copy() {
        mo = PersonaFolder.copiedTo(directory);
    }

    @Test
    void aMistypedKeyGetsTheNearestOne() {
        mo.change(SHOP, "    asks:\n      - 推薦", "    akss:\n      - 推薦");

        assertThat(errors())
                .contains(
                        "mo/lines/shop.yaml:20: nobody knows the key akss here: did you mean asks? Write instead: asks");
    }

    @Test
    void aKeyOfAnEditorIsLeftAlone() {
        mo.change(SHOP, "  pick_book:\n", "  pick_book:\n    x-note: {by: somebody}\n");

        assertThat(errors()).isEmpty();
    }

    @Test
    void aFeelingNeedsABoundOnItsOwnSideAndAReasonThatThereIs() {
        mo.write("lines/felt.yaml", """
                feelings:
                  angry:
                    when: {score: ">=0.5"}
                    do: [humor_off]
                    after: {times: 2, do: handoff.furious}
                  sad:
                    when: {score: "<=-0"}
                  happy:
                    cap: monthly
                """);

        assertThat(errors())
                .containsExactly(
                        "mo/lines/felt.yaml:3: >=0.5 is no bound for angry."
                                + " Write instead: \"<=-0.5\", in quotes; 1 is the utmost",
                        "mo/lines/felt.yaml:4: humor_off cannot stand here: did you mean humour_off?"
                                + " Write instead: humour_off",
                        "mo/lines/felt.yaml:5: there is no reason furious."
                                + " Write instead: one of explicit, fallback, patron, regular, stuck, urgent",
                        "mo/lines/felt.yaml:7: <=-0 is no bound for sad."
                                + " Write instead: \"<=-0.5\", in quotes; 1 is the utmost",
                        "mo/lines/felt.yaml:9: monthly is no cap. Write instead: 1/30d: once in thirty days");
    }

    @Test
    void aStepSaysSomethingHandsOffOrPausesForSoLong() {
        mo.write("lines/rude.yaml", """
                sensitive:
                  abuse:
                    asks: [笨蛋]
                    says: 好好說。
                    steps:
                      - mood: sorry
                      - do: handoff.furious
                      - do: shout
                      - do: pause
                      - {text: 好好說。, for: 1h}
                      - {do: pause, for: 30d}
                """);

        assertThat(errors())
                .contains(
                        "mo/lines/rude.yaml:5: a line that goes step by step does nothing else: says stands beside steps."
                                + " Write instead: all of it under steps",
                        "mo/lines/rude.yaml:6: nothing is said or done at this step."
                                + " Write instead: text: …, do: handoff.negative, or do: pause",
                        "mo/lines/rude.yaml:7: there is no reason furious."
                                + " Write instead: one of explicit, fallback, patron, regular, stuck, urgent",
                        "mo/lines/rude.yaml:8: a step can hand off or pause."
                                + " Write instead: do: handoff.negative, or do: pause",
                        "mo/lines/rude.yaml:9: a pause says for how long, and nothing else does."
                                + " Write instead: do: pause and for: 1h",
                        "mo/lines/rude.yaml:10: a pause says for how long, and nothing else does."
                                + " Write instead: do: pause and for: 1h",
                        "mo/lines/rude.yaml:11: nobody is left without an answer for so long."
                                + " Write instead: at most 7d");
    }

    @Test
    void sensitivePacksAreNamedAsPacks() {
        mo.write("lines/rude.yaml", "sensitive:\n  packs: [zh-sensitive, pack:zh-sensitve]\n");

        assertThat(errors())
                .anySatisfy(error ->
                        assertThat(error).endsWith("zh-sensitive is no word pack. Write instead: pack:zh-sensitive"))
                .anySatisfy(error ->
                        assertThat(error).contains("there is no word pack zh-sensitve: did you mean zh-sensitive?"));
    }

    @Test
    void onlyADayMustComeAfterAnother() {
        mo.change(TOP, "        ask: 訂單號是多少？", "        must: {after: yesterday, open_at: shop}\n        ask: 訂單號是多少？");

        assertThat(errors())
                .anySatisfy(error -> assertThat(error)
                        .endsWith("only a day can come after, before or within hours."
                                + " Write instead: an entity with system: date"))
                .anySatisfy(error -> assertThat(error).contains("yesterday cannot stand here"))
                .anySatisfy(error -> assertThat(error).contains("there is no slot shop"));
    }

    @Test
    void aLineEndsInAPersonInOneWay() {
        mo.change(TOP, "    hands_off: urgent\n", "    hands_off: urgent\n    do: handoff.urgent\n");
        mo.change(SHOP, "  pick_book:\n", "  pick_book:\n    do: shout\n    promo: always\n");

        assertThat(errors())
                .anySatisfy(error -> assertThat(error)
                        .endsWith("do and hands_off both say in whom this ends. Write instead: one of them"))
                .anySatisfy(error ->
                        assertThat(error).endsWith("a line can only hand off. Write instead: do: handoff.urgent"))
                .anySatisfy(error -> assertThat(error).contains("always cannot stand here"));
    }

    @Test
    void aProfileTellsNothingThatIsKnownWithoutIt() {
        mo.change("tests/orders.yaml", "      audience: ordinary\n", "      profile: {orders: 3, channel: line}\n");

        assertThat(errors())
                .singleElement()
                .asString()
                .contains("channel is nothing that a profile tells. Write instead: given: channel, or another name");
    }

    @Test
    void anAudienceMayAskWhatAProfileTellsButNotWhatLooksLikeASlip() {
        mo.change(
                TOP,
                "    when: {tag: member}",
                "    when: {any: [{orders: \">=3\"}, {tga: member}]}\n    rules: [no-names]");

        assertThat(errors())
                .anySatisfy(error -> assertThat(error).contains("nobody knows the fact tga: did you mean tag?"))
                .anySatisfy(error -> assertThat(error).contains("no-names cannot stand here"))
                .noneSatisfy(error -> assertThat(error).contains("nobody knows the fact orders"));
    }

    @Test
    void aTestGivesAFeelingByNameOrScore() {
        mo.write("tests/felt.yaml", """
                tests:
                  - name: felt
                    given: {feeling: furious, agents: 2}
                    chat: [{they: 嗨}, {we: {humour: 0}}]
                    then: {brief_has: [reason], after_next_angry: {state: GONE}}
                """);

        assertThat(errors())
                .anySatisfy(error -> assertThat(error)
                        .endsWith("furious is no feeling. Write instead: angry, sad, happy, or a score from -1 to 1"))
                .anySatisfy(error -> assertThat(error).contains("GONE cannot stand here"))
                .hasSize(2);
    }

    @Test
    void aStoryHasAsManyBubblesInEachLanguage() {
        mo.write("campaigns/fair.yaml", """
                campaigns:
                  fair:
                    plan: {purpose: inform}
                    story: {zh-Hant: [書展開始了。, 來看看。], en: [The fair is on.]}
                """);

        assertThat(errors()).singleElement().asString().contains("the story has 2 bubbles in zh-Hant and 1 in en");
    }

    @Test
    void aCommaBetweenBracesEndsAText() {
        mo.change(
                TOP,
                "  handoff.explicit: {zh-Hant: 找真人, en: Get a person}",
                "  handoff.explicit: {zh-Hant: 找真人, en: Please, a person}");

        assertThat(errors())
                .singleElement()
                .asString()
                .endsWith("a comma between braces ends the text before it, so that this is a key: a person."
                        + " Write instead: \"…\" around the whole text");
    }

    @Test
    void theFirstWordsAreTheSameInEveryPersona() {
        mo.change(TOP, "entry:\n", "entry:\n  first_contact: {say: [small_talk.greeting]}\n");

        assertThat(errors())
                .singleElement()
                .asString()
                .endsWith("the first words are always disclosure.first."
                        + " Write instead: say: [disclosure.first], and a greeting under follow: say:");
    }

    @Test
    void aGreetingForWhoComesBackSaysAfterHowLong() {
        mo.change(TOP, "entry:\n", "entry:\n  first_contact: {say: [disclosure.first]}\n  back_after: {say: 好久不見}\n");

        assertThat(errors())
                .anySatisfy(error -> assertThat(error)
                        .endsWith("it must say after how many days of silence. Write instead: days: 30"));
    }

    @Test
    void aKeyTwiceNamesBothLines() {
        mo.change(SHOP, "    not: [我要下單]\n", "    not: [我要下單]\n    not: [別的]\n");

        assertThat(errors())
                .containsExactly("mo/lines/shop.yaml:11: the key not stands here twice, first in line 10."
                        + " Write instead: one of them, or another name");
    }

    @Test
    void aLineInTwoFilesNamesBoth() {
        mo.write("lines/more.yaml", "lines:\n  pick_book:\n    asks: [好書]\n    says: OK\n");

        assertThat(errors())
                .containsExactly("mo/lines/shop.yaml:19: pick_book stands in mo/lines/more.yaml:2 and in"
                        + " mo/lines/shop.yaml:19. Write instead: it in one of them only");
    }

    @ParameterizedTest
    @ValueSource(strings = {"says: &hello OK", "says: *hello", "says: !!str OK"})
    void anchorsAliasesAndTagsAreNotRead(String says) {
        mo.write("lines/more.yaml", "lines:\n  greet:\n    asks: [嗨]\n    " + says + "\n");

        assertThat(errors())
                .singleElement()
                .asString()
                .startsWith("mo/lines/more.yaml:4: ")
                .contains("not read");
    }

    @Test
    void aFileTooDeepIsRefused() {
        mo.write("lines/more.yaml", "lines: " + "[".repeat(5000) + "]".repeat(5000));

        assertThat(errors())
                .containsExactly(
                        "mo/lines/more.yaml:1: this stands more than 12 levels deep. Write instead: a flatter form");
    }

    @Test
    void aFileTooLargeIsRefused() {
        mo.write("lines/more.yaml", "#".repeat((1 << 20) + 1));

        assertThat(errors())
                .containsExactly("mo/lines/more.yaml:1: the file is over 1 MB. Write instead: several smaller files");
    }

    @Test
    void aFileInAnotherEncodingIsRefusedByLine() {
        mo.write("lines/more.yaml", "lines:\n  greet:\n    says: \u00e9\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(errors())
                .containsExactly(
                        "mo/lines/more.yaml:3: this line is not UTF-8. Write instead: the file saved again as UTF-8");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "says: 好：a: b        | a colon and a space make a key of this text",
                "says: {nickname}在     | a text may not start with this sign",
                "says: @我             | a text may not start with this sign",
                "'says: \"有。'        | a quote is opened and never closed",
                "says: [有 {genre} 嗎] | inside [ ] a text with { } needs quotes",
                "'  more: 1'           | this line is indented unlike its neighbours",
                "says:好                | the line above has no plain colon with a space behind it",
                "says: \"好\" 吧        | this text goes on behind its closing quote",
                "says: [好             | a [ above is opened and never closed",
                "says                  | this line is neither a key nor part of a list",
            })
    void brokenYamlIsExplained(String says, String why) {
        mo.write("lines/more.yaml", "lines:\n  greet:\n    asks: [嗨]\n    " + says + "\n");

        assertThat(errors())
                .singleElement()
                .asString()
                .startsWith("mo/lines/more.yaml:")
                .contains(why);
    }

    @Test
    void aPackThatNobodyWroteIsNamed() {
        mo.change(TOP, "    avoid: [尊敬的]", "    avoid: [尊敬的]\n    never: [pack:zh-absolut]");

        assertThat(errors())
                .containsExactly("mo/persona.yaml:39: there is no word pack zh-absolut: did you mean zh-absolute?"
                        + " Write instead: zh-absolute");
    }

    @Test
    void aPackSaysHowOldItIsAndWhereItsWordsComeFrom() {
        mo.write("packs/rivals.yaml", "packs:\n  rival-names:\n    date: yesterday\n    words: [甲]\n");

        assertThat(errors())
                .containsExactly(
                        "mo/packs/rivals.yaml:2: pack rival-names does not say where its words come from."
                                + " Write instead: source: …",
                        "mo/packs/rivals.yaml:3: yesterday is no date. Write instead: year, month and day, such as"
                                + " 2026-11-26");
    }

    @Test
    void aDashWithoutSpaceIsTold() {
        mo.change(SHOP, "      - 推薦一本書", "      -推薦一本書");

        assertThat(mo.read().problems())
                .anySatisfy(problem -> assertThat(problem.why()).startsWith("a - without a space"));
    }

    @Test
    void aSectionOfAnotherShapeIsFound() {
        mo.write("lines/more.yaml", "lines:\n  - greet\n");

        assertThat(errors())
                .contains("mo/lines/shop.yaml:1: lines is shaped unlike lines in mo/lines/more.yaml:1."
                        + " Write instead: the shape that it has there");
    }

    @Test
    void aPersonaWithoutGreetingIsFound() {
        mo.change(TOP, "  follow:\n    say: 嗨，我是{nickname}。找書還是查訂單？\n    quick: [order_status, handoff.explicit]\n", "")
                .change(
                        "locales/en/persona.yaml",
                        "  follow:\n    say: Hi, I'm {nickname}. A book, or an order?\n",
                        "");

        assertThat(errors())
                .containsExactly("mo/persona.yaml:46: nothing is said to who opens the chat."
                        + " Write instead: entry: follow: say: …");
    }

    @Test
    void brokenYamlHidesWhatOnlySeemsToBeMissing() {
        mo.change(SHOP, "lines:\n", "lines:\n\tbroken\n");

        assertThat(errors())
                .containsExactly("mo/lines/shop.yaml:2: a tab stands here. Write instead: spaces for the indentation");
    }

    @Test
    void aPlaceholderAtTheStartIsNotAMap() {
        mo.change(SHOP, "      - 查不到{order_no}。", "      - text: {order_no}");

        assertThat(errors())
                .contains("mo/lines/shop.yaml:16: {order_no} at the start of a text makes YAML read a map."
                        + " Write instead: \"…\" around the whole text");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "expires: 30m          | expires: soon        | soon is no length of time",
                "funny: 1              | funny: 5             | 5 is no whole number from 0 to 4",
                "chat: 180d            | chat: 6h             | 6h is no number of days",
                "tz: Asia/Taipei       | tz: Asia/Taipeh      | Asia/Taipeh is no time zone: did you mean Asia/Taipei?",
                "09:30-21:00           | 9:30-21:00           | 9:30-21:00 are no hours of one day",
                "13:00-24:00           | 13:00-12:00          | 13:00-12:00 are no hours of one day",
                "mon-fri:              | mo-fr:               | mo-fr are no days",
                "locked: truth         | locked: thruth       | thruth cannot stand here: did you mean truth?",
                "'pattern: \"MO[0-9]{4}\"' | 'pattern: \"MO[\"' | this is no regular expression",
                "'pattern: \"MO[0-9]{4}\"' | 'pattern: \"(?=MO).*\"' | this is no regular expression",
                "example: MO1234       | example: M1          | the example M1 does not fit its pattern",
                "https://mo.example/privacy | javascript:alert(1) | this is no address",
                "spec: renhua/1        | spec: renhua/2       | this is written for a newer Renhua",
                "id: mo                | id: po               | the id po is not the folder's name mo",
                "default: zh-Hant      | default: zh          | the default locale is not among those offered",
                "when: {tag: member}   | when: {tags: member} | nobody knows the fact tags: did you mean tag?",
                "says: 我是AI，不是真人。 | says: {say: 我是AI}   | nobody knows the key say here",
            })
    void aWrongValueIsExplained(String right, String wrong, String why) {
        mo.change(TOP, right, wrong);

        assertThat(errors())
                .anySatisfy(error ->
                        assertThat(error).startsWith("mo/persona.yaml:").contains(why));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "quick: [order_status, | quick: [order_state, | there is no line, form, handoff or campaign order_state: did you mean order_status?",
                "avatar: img/mo.svg    | avatar: img/me.svg   | there is no file img/me.svg in this persona's folder",
                "avatar: img/mo.svg    | avatar: ../mo/img/mo.svg/../../../x | there is no file",
                "table: tables/orders.csv | table: tables/order.csv | there is no file tables/order.csv",
                "does: look_up.orders  | does: look_up.order  | there is no look-up order: did you mean orders?",
                "name: order_no        | name: oder_no        | there is no entity oder_no: did you mean order_no?",
                "do: handoff.fallback  | do: handoff.fallbak  | there is no reason fallbak: did you mean fallback?",
                "mask: [order_no]      | mask: [order]        | there is no entity order: did you mean order_no?",
                "order_status: {zh-Hant | order_stat: {zh-Hant  | there is no line, form, handoff or campaign order_stat",
            })
    void aDanglingReferenceIsExplained(String right, String wrong, String why) {
        mo.change(TOP, right, wrong);

        assertThat(errors())
                .anySatisfy(error ->
                        assertThat(error).startsWith("mo/persona.yaml:").contains(why));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "form: order_lookup    | form: order_look     | there is no form order_look: did you mean order_lookup?",
                "audience: loyal       | audience: royal      | there is no audience royal: did you mean loyal?",
                "channel: [weibo]      | channel: [webo]      | there is no channel webo",
                "mood: sorry           | mood: sory           | there is no mood picture sory: did you mean sorry?",
                "if: {result: shipped} | if: {result: '>three'} | >three is no bound",
            })
    void aDanglingReferenceInALineIsExplained(String right, String wrong, String why) {
        mo.change(SHOP, right, wrong);

        assertThat(errors())
                .singleElement()
                .asString()
                .startsWith("mo/lines/shop.yaml:")
                .contains(why);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "  nickname: 小墨 | the persona has no nickname",
                "    queued: 前面{ahead}位，約{wait}。 | nothing is said when a handoff is queued",
                "    locked: truth | no locked item says truly that it is a machine",
                "    hands_off: urgent | a crisis must end in a person",
                "    alt: 戴眼鏡的貓 | people who cannot see the pictures get nothing",
                "    avatar: img/mo.svg | the persona has no face",
                "    example: MO1234 | a pattern needs an example to show to people",
            })
    void aMissingPartIsNamed(String part, String why) {
        mo.change(TOP, part, "x-gone: 1");

        assertThat(errors()).anySatisfy(error -> assertThat(error).contains(why));
    }

    @Test
    void theLastTierIsAPerson() {
        mo.change(TOP, "      - do: handoff.fallback", "      - 真的沒聽懂。")
                .change("locales/en/persona.yaml", "      -\n\n", "      - Sorry.\n\n");

        assertThat(errors())
                .containsExactly("mo/persona.yaml:89: who is never understood must reach a person."
                        + " Write instead: a last tier {do: handoff.fallback}");
    }

    @Test
    void theDisclosureIsNotLeftOut() {
        mo.change(TOP, "  first: 我是{brand}的AI{nickname}。對話保存{retain}：{link.privacy}\n", "")
                .change("locales/en/persona.yaml", "  first: \"I'm", "  x-first: \"I'm");

        assertThat(errors())
                .singleElement()
                .asString()
                .contains("the persona never says that it is a machine: disclosure.first is missing");
    }

    @Test
    void aTextWithoutTranslationNamesTheFileItBelongsInto() {
        mo.change("locales/en/lines/shop.yaml", "        short: due {eta}\n", "");

        assertThat(errors()).isEmpty();
        assertThat(said(Problem.Severity.WARNING))
                .contains("mo/lines/shop.yaml:15: there are no en words for this, so the default language says it."
                        + " Write instead: lines.order_status.says[0].short in mo/locales/en/lines/shop.yaml");
    }

    @Test
    void anUntranslatedFileIsOneFinding() {
        mo.delete("locales/en/lines/shop.yaml");

        assertThat(errors()).isEmpty();
        assertThat(said(Problem.Severity.WARNING))
                .contains(
                        "mo/lines/shop.yaml:1: there is no en for 5 texts of this file, so the default language says them."
                                + " Write instead: them in mo/locales/en/lines/shop.yaml");
    }

    @Test
    void anotherCountOfAnswersNamesBothFiles() {
        mo.change("locales/en/lines/shop.yaml", "      - I can't find {order_no}.\n", "");

        assertThat(errors())
                .containsExactly("mo/locales/en/lines/shop.yaml:12: there are 1 entries here and 2 in"
                        + " mo/lines/shop.yaml:12. Write instead: one entry for each of mo/lines/shop.yaml");
    }

    @Test
    void aTranslationOfNothingIsFound() {
        mo.change("locales/en/lines/shop.yaml", "  pick_book:", "  pick_books:");

        assertThat(errors())
                .contains("mo/locales/en/lines/shop.yaml:16: the default files have no lines.pick_books:"
                        + " did you mean pick_book? Write instead: pick_book");
    }

    @Test
    void aLocaleFileHoldsWordsOnly() {
        mo.change("locales/en/lines/shop.yaml", "  order_status:\n", "  order_status:\n    form: another\n");

        assertThat(errors())
                .containsExactly("mo/locales/en/lines/shop.yaml:4: lines.order_status.form holds no words to translate."
                        + " Write instead: it in the default files only");
    }

    @Test
    void aLocaleThatIsNotOfferedIsFound() {
        mo.write("locales/fr/persona.yaml", "identity:\n  nickname: Mo\n");

        assertThat(errors())
                .containsExactly("mo/locales/fr/persona.yaml:1: this persona does not offer fr."
                        + " Write instead: locales: offer: [fr, …]");
    }

    @Test
    void aBrokenTableIsExplainedByItsLines() {
        mo.write("tables/orders.csv", "order_no,result,Eta\nMO1,shipped\nMO2,a,b\nMO2,a,b\nMO3,\"a,b\n");

        assertThat(errors())
                .containsExactly(
                        "mo/tables/orders.csv:1: the column name \"Eta\" is not lower-case letters, digits and _."
                                + " Write instead: such as eta",
                        "mo/tables/orders.csv:2: this row has 2 cells, the first has 3."
                                + " Write instead: as many commas, or quotes around a cell with a comma",
                        "mo/tables/orders.csv:4: MO2 stands here twice. Write instead: one row of it",
                        "mo/tables/orders.csv:5: a quote is opened here and never closed. Write instead: the closing \"",
                        "mo/tables/orders.csv:5: this row has 2 cells, the first has 3."
                                + " Write instead: as many commas, or quotes around a cell with a comma");
    }

    @Test
    void anEmptyTableIsFound() {
        mo.write("tables/orders.csv", "");

        assertThat(errors())
                .containsExactly("mo/tables/orders.csv:1: this table is empty."
                        + " Write instead: a first row with the names of its columns");
    }

    @Test
    void aTableWithoutItsKeyIsFound() {
        mo.write("tables/orders.csv", "number,result,eta\nMO1,shipped,x\n");

        assertThat(errors())
                .containsExactly("mo/tables/orders.csv:1: the first row names no column order_no."
                        + " Write instead: order_no as a column");
    }

    @Test
    void aPictureWithoutWordsIsRefused() {
        mo.change(SHOP, "        humour: 1\n", "        humour: 1\n        media: {image: img/mo.svg}\n");

        assertThat(errors())
                .containsExactly("mo/lines/shop.yaml:31: people who cannot see or hear it get nothing."
                        + " Write instead: alt: what it shows");
    }

    @Test
    void aPictureOfTheShelfSaysWhatItShowsAndIsOneThatEveryPlatformShows() {
        mo.change(TOP, "labels:\n", "shelf:\n  cat:\n    image: img/mo.svg\n\nlabels:\n");

        assertThat(errors())
                .containsExactly(
                        "mo/persona.yaml:28: people who cannot see it get nothing. Write instead: alt: what it shows",
                        "mo/persona.yaml:29: not every platform shows img/mo.svg. Write instead: a PNG or JPEG below img/");
    }

    @Test
    void aQuickReplyNeedsALabel() {
        mo.change(SHOP, "    quick: [handoff.explicit]", "    quick: [pick_book]");

        assertThat(errors())
                .containsExactly("mo/lines/shop.yaml:17: pick_book has no label to press."
                        + " Write instead: labels: pick_book: …");
    }

    @Test
    void aTestThatAsksForTheImpossibleIsFound() {
        mo.change("tests/orders.yaml", "line: order_status", "line: order_stats")
                .change("tests/orders.yaml", "{enters: followed}", "{enters: somehow}")
                .change("tests/orders.yaml", "2026-10-02T20:00+08:00", "tomorrow");

        assertThat(errors())
                .hasSize(3)
                .anySatisfy(
                        error -> assertThat(error).contains("there is no line order_stats: did you mean order_status?"))
                .anySatisfy(error -> assertThat(error).contains("somehow is no way to come in"))
                .anySatisfy(error -> assertThat(error).contains("tomorrow is no moment"));
    }

    @Test
    void aFolderWithoutPersonaIsOneMistake() {
        mo.delete(TOP);

        assertThat(errors())
                .containsExactly("mo/persona.yaml:1: there is no persona.yaml in this folder."
                        + " Write instead: a file of that name");
    }

    @Test
    void everyMistakeIsToldAtOnceInOrderOfPlace() {
        mo.change(TOP, "funny: 1", "funny: 9")
                .change(TOP, "expires: 30m", "expires: soon")
                .change(SHOP, "form: order_lookup", "form: order_look")
                .change("locales/en/persona.yaml", "  nickname: Mo\n", "");

        var reading = mo.read();

        assertThat(reading.persona()).isNull();
        assertThat(errors())
                .extracting(error -> error.substring(0, error.indexOf(": ")))
                .containsExactly("mo/lines/shop.yaml:11", "mo/persona.yaml:32", "mo/persona.yaml:75");
        assertThat(said(Problem.Severity.WARNING)).anyMatch(warning -> warning.startsWith("mo/persona.yaml:13: "));
    }

    private List<String> errors() {
        return said(Problem.Severity.ERROR);
    }

    private List<String> said(Problem.Severity severity) {
        return mo.read().problems().stream()
                .filter(problem -> problem.severity() == severity)
                .map(Problem::toString)
                .toList();
    }
}
