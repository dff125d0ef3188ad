package io.renhua.lint;

import static io.renhua.lint.Judged.SHOP;
import static io.renhua.lint.Judged.TOP;
import static io.renhua.persona.Problem.Severity.ERROR;
import static io.renhua.persona.Problem.Severity.INFO;
import static io.renhua.persona.Problem.Severity.WARNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.renhua.nlu.Band;
import io.renhua.nlu.Candidate;
import io.renhua.nlu.Classifier;
import io.renhua.nlu.Ranking;
import io.renhua.persona.Persona;
import io.renhua.persona.PersonaFolder;
import io.renhua.persona.PersonaReader;
import io.renhua.persona.Problem;
import io.renhua.text.Wording;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules that look further than one sentence's form, each on a script that keeps to it and on one that does not. */
class RulesTest {
    private static final String ANOTHER_VARIANT = "      - if: {audience: loyal}\n        channel: [weibo]";

    private static final String NOT_FOUND = "      - 查不到{order_no}。";

    private static final Persona GOOD =
            Objects.requireNonNull(new PersonaReader().read(PersonaFolder.MO).persona());

    @TempDir
    private Path directory;

    private int copies;

    @Test
    void findNothingInAGoodScript() {
        assertThat(mo().all()).extracting(Problem::code).containsOnly("S4"); // 墨's simplified words are converted
    }

    @Test
    void s3KnowsWhichValuesComeWithWhichResult() {
        assertThat(mo().withAction().of(Rule.S3)).isEmpty();
        assertThat(mo().withAction()
                        .change(Judged.SHOP, "      - 查不到{order_no}。", "      - 查不到{order_no}，{eta}。")
                        .of(Rule.S3))
                .extracting(Problem::why)
                .contains("{eta} may be empty here");
    }

    @Test
    void s3KnowsWhenAPersonHasHelped() {
        assertThat(mo().change(SHOP, NOT_FOUND, helped("resolved", "{helped_topic}，{helped_until}"))
                        .of(Rule.S3))
                .isEmpty();
        assertThat(mo().change(SHOP, NOT_FOUND, helped("[resolved, released]", "{helped_until}"))
                        .of(Rule.S3))
                .isEmpty();
        assertThat(mo().change(SHOP, NOT_FOUND, helped("[resolved, released]", "{helped_topic}"))
                        .of(Rule.S3))
                .extracting(Problem::why, Problem::instead)
                .contains(tuple("{helped_topic} may be empty here", "{helped_topic|…}"));
        assertThat(mo().change(SHOP, NOT_FOUND, helped("nobody", "{helped_until}"))
                        .of(Rule.S3))
                .extracting(Problem::why)
                .contains("{helped_until} may be empty here");
    }

    private static String helped(String how, String gap) {
        return "      - if: {helped: " + how + "}\n        text: 剛才" + gap + "，查不到{order_no}。";
    }

    @Test
    void s7IsContentWithALineThatHasAnAnswerToEveryResult() {
        var every = "      - if: {result: none}\n        text: 查不到{order_no}。";
        assertThat(mo().withAction()
                        .change(Judged.SHOP, "      - 查不到{order_no}。", every)
                        .of(Rule.S7))
                .isEmpty();
        var one = "      - if: {audience: loyal}\n        text: 查不到{order_no}。";
        assertThat(mo().withAction()
                        .change(Judged.SHOP, "      - 查不到{order_no}。", one)
                        .of(Rule.S7))
                .hasSize(1);
    }

    @Test
    void jokesAloneAreAWarning() {
        var jokes = mo().change(Judged.SHOP, "      - 你喜歡故事還是詩？", "      - humour: 1\n        text: 你喜歡故事還是詩？");

        assertThat(jokes.severities(Rule.S7)).containsExactly(Problem.Severity.WARNING);
    }

    @Test
    void s7FindsAFormOfWhichNobodySaysWhatCame() {
        var unsaid = "    form: order_lookup\n";
        assertThat(mo().change(Judged.SHOP, unsaid, "").of(Rule.S7))
                .extracting(Problem::why)
                .containsExactly("no line says what the form order_lookup came to");
        assertThat(mo().withAction().change(Judged.SHOP, unsaid, "").of(Rule.S7))
                .extracting(Problem::why)
                .containsExactly("no line says what the form order_lookup came to");
        assertThat(mo().change(Judged.TOP, "    does: look_up.orders", "    does: handoff.fallback")
                        .change(Judged.SHOP, unsaid, "")
                        .of(Rule.S7))
                .isEmpty();
    }

    @Test
    void s7FindsALineThatFallsSilentBeforeAWordWasSaid() {
        assertThat(rude("{text: {zh-Hant: 好好說。, en: Go easy.}, do: pause, for: 1h}")
                        .of(Rule.S7))
                .isEmpty();
        assertThat(rude("{do: pause, for: 1h}").of(Rule.S7))
                .extracting(Problem::why)
                .containsExactly("line sensitive.rude falls silent the first time, and nobody knows why");
    }

    @Test
    void judgesTheWordsOfAStep() {
        assertThat(rude("{zh-Hant: 尊敬的顧客，好好說。, en: Go easy.}").severities(Rule.T5))
                .containsExactly(WARNING);
        assertThat(rude("{zh-Hant: 好好說。, en: Go easy.}").of(Rule.T5)).isEmpty();
    }

    @Test
    void u3WantsNoExamplesOfATopicThatAPackKnows() {
        var unasked =
                mo().write("lines/rude.yaml", "sensitive:\n  abuse:\n    says: [{zh-Hant: 好好說。, en: Go easy.}]\n");

        assertThat(unasked.of(Rule.U3)).extracting(Problem::why).contains("nobody can say this: there is no example");

        unasked.change("lines/rude.yaml", "sensitive:\n", "sensitive:\n  packs: [pack:zh-sensitive]\n");

        assertThat(unasked.of(Rule.U3)).isEmpty();
    }

    @Test
    void l11KeepsToThePacksThatTheScriptNames() {
        var own = "packs:\n  ours:\n    date: 2026-11-26\n    source: us\n    words: [書蟲]\n";
        var mo = mo().write("packs/ours.yaml", own).says("書蟲都愛這本。");

        assertThat(mo.of(Rule.L11)).isEmpty();

        mo.write("lines/rude.yaml", "sensitive:\n  packs: [pack:ours]\n");

        assertThat(mo.severities(Rule.L11)).containsExactly(WARNING);
    }

    @Test
    void l14SellsNothingWhereTheScriptSaysNever() {
        assertThat(mo().of(Rule.L14)).isEmpty();
        assertThat(mo().change(SHOP, "  pick_book:\n", "  pick_book:\n    promo: never\n")
                        .of(Rule.L14))
                .extracting(Problem::why)
                .contains("whoever says this is led back to the shop");
    }

    @Test
    void t3WritesContractionsOutWhereThereAreToBeNone() {
        var formal = mo().change(TOP, "    zh: {use: 你", "    en: {use: you, contractions: false}\n    zh: {use: 你")
                .saysInEnglish("I can't say, it's the owner's pick.");

        assertThat(formal.of(Rule.T3))
                .anySatisfy(finding -> assertThat(finding)
                        .asString()
                        .endsWith("\"can't\" is said too casually here."
                                + " Write instead: I cannot say, it is the owner's pick."));
        assertThat(mo().saysInEnglish("I can't say, it's the owner's pick.").of(Rule.T3))
                .isEmpty();
    }

    @Test
    void t3MissesATextThatCallsPeopleByTheirTitle() {
        var titled = mo().change(TOP, "    zh: {use: 你", "    zh: {title_if_known: true, use: 你");

        assertThat(titled.severities(Rule.T3)).containsExactly(WARNING);
        assertThat(titled.says("{title|朋友}，你好。").of(Rule.T3)).isEmpty();
        assertThat(titled.of(Rule.S2)).isEmpty();
    }

    @Test
    void l7KeepsToTheRulesOfAnAudience() {
        var rules = "    when: {tag: member}\n    rules: [no-disparage, no-rival-name]\n";
        var rude = "if: {audience: loyal}\n        text: 那本很爛。";
        var careful = mo().change(TOP, "    when: {tag: member}\n", rules).says(rude);

        assertThat(careful.of(Rule.L7))
                .extracting(Problem::why)
                .contains("this belittles what they use", "nobody knows the rivals whose names are to be kept out");
        assertThat(mo().says(rude).of(Rule.L7)).isEmpty();
    }

    @Test
    void t1CountsScreens() {
        var one = mo().change(
                        TOP,
                        "  emoji: {max: 1",
                        "  length: {screens: 1, bubble: {zh: 999}, reply: {zh: 999}}\n  emoji: {max: 1");

        assertThat(one.says("這本好看。".repeat(70)).of(Rule.T1))
                .extracting(Problem::why)
                .containsExactly("a reply of 2 screens, the limit is 1");
    }

    @ParameterizedTest
    @CsvSource({
        "discount, 這本打八折。",
        "discount, 今天有優惠。",
        "countdown, 只剩三本。",
        "countdown, 限時預購。",
        "beg_share, 轉發給朋友看看。",
        "beg_follow, 記得追蹤我們。",
    })
    void t5FindsWhatTheBrandNeverDoes(String never, String text) {
        assertThat(above(never).says(text).severities(Rule.T5)).containsExactly(WARNING);
        assertThat(mo().says(text).of(Rule.T5)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"我們不打折，但都能退。", "沒有優惠，書就是這個價。", "打開看看。"})
    void t5LetsABrandSayWhatItDoesNotDo(String text) {
        assertThat(above("discount").says(text).of(Rule.T5)).isEmpty();
    }

    private Judged above(String never) {
        return mo().change(TOP, "tone:\n", "positioning: {kind: luxury, never: [" + never + "]}\n\ntone:\n");
    }

    @Test
    void s6FindsALineThatAngerKeepsFromEverybody() {
        assertThat(upset("[你們太爛了, 氣死我了]").of(Rule.S6))
                .extracting(Problem::why)
                .contains("every example is heard as angry, which brings a person before this line is said");
        assertThat(upset("[你們太爛了, 書角折到了]").of(Rule.S6))
                .extracting(Problem::why)
                .doesNotContain("every example is heard as angry, which brings a person before this line is said");
    }

    private Judged upset(String asks) {
        return mo().write(
                        "lines/upset.yaml",
                        "feelings:\n  angry:\n    after: {times: 1, do: handoff.fallback}\nlines:\n  upset:\n"
                                + "    asks: {zh-Hant: " + asks + ", en: [the page is torn]}\n"
                                + "    says: [{zh-Hant: 我看看。, en: Let me see.}]\n");
    }

    private Judged rude(String step) {
        return mo().write(
                        "lines/rude.yaml",
                        "sensitive:\n  rude:\n    asks: {zh-Hant: [笨蛋], en: [you fool]}\n    steps:\n      - " + step
                                + "\n");
    }

    @Test
    void judgesTheWordsOfAnAction() {
        assertThat(mo().withAction()
                        .change(Judged.TOP, "says: 系統不理我。", "says: 尊敬的顧客，系統不理我。")
                        .of(Rule.T5))
                .hasSizeGreaterThan(1);
    }

    @Test
    void s8FindsAFileThatNobodyNames() {
        assertThat(mo().write("img/old.svg", "<svg/>").of(Rule.S8))
                .singleElement()
                .hasToString("mo/img/old.svg:1: no script names this file. Write instead: its path where it belongs");
    }

    @ParameterizedTest
    @ValueSource(strings = {"img/mo.png", "img/.hidden", "notes.md"})
    void s8LetsDrawingsHiddenFilesAndNotesPass(String file) {
        assertThat(mo().write(file, "").of(Rule.S8)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"尊敬的讀者，新書到了。", "為了感謝大家，新書打折。", "優雅的、精緻的、高貴的書。"})
    void t6FindsThePressRelease(String text) {
        assertThat(mo().says(text).severities(Rule.T6)).containsExactly(WARNING);
    }

    @Test
    void t6FindsItInEnglish() {
        assertThat(mo().saysInEnglish("We are proud to present books.").of(Rule.T6))
                .hasSize(1);
    }

    @Test
    void t6FindsALongTextThatSpeaksToNobody() {
        assertThat(mo().says("書來了又走，走了又來，".repeat(14)).of(Rule.T6)).hasSize(1);
        assertThat(mo().says("你看書來了又走，走了又來，".repeat(14)).of(Rule.T6)).isEmpty();
    }

    @Test
    void t6LetsAPersonaSwitchItOff() {
        var mo = mo().change(TOP, "  emoji: {max: 1", "  human: {no_press_release: false}\n  emoji: {max: 1");

        assertThat(mo.says("為了感謝大家，新書打折。").of(Rule.T6)).isEmpty();
    }

    @Test
    void t7FindsThanksBeforeTheAnswer() {
        var mo = mo().change(TOP, "  emoji: {max: 1", "  human: {answer_first: true}\n  emoji: {max: 1");

        assertThat(mo.says("謝謝你的詢問。詩集在門口。").of(Rule.T7))
                .extracting(Problem::instead)
                .contains("詩集在門口。");
    }

    @Test
    void t7IsSilentWhereNobodyAskedForIt() {
        assertThat(mo().says("謝謝你的詢問。詩集在門口。").of(Rule.T7)).isEmpty();
    }

    @Test
    void t9FindsAJokeForAngryPeople() {
        var mo = mo().change(SHOP, "- if: {audience: loyal}", "- if: {feeling: angry}");

        assertThat(mo.of(Rule.T9)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(ERROR);
            assertThat(finding.instead()).isEqualTo("humour: 0");
        });
    }

    @Test
    void t9LetsAJokeForHappyPeoplePass() {
        assertThat(mo().change(SHOP, "- if: {audience: loyal}", "- if: {feeling: happy}")
                        .of(Rule.T9))
                .isEmpty();
    }

    @Test
    void t10FindsVariantsThatBeginAlike() {
        var mo = with("你喜歡新書嗎？");

        assertThat(mo.of(Rule.T10)).extracting(Problem::why).contains("2 of 3 variants begin with \"你喜欢\"");
    }

    @Test
    void t10LetsVariantsThatBeginDifferentlyPass() {
        var mo = with("新書還是舊書？");

        assertThat(mo.of(Rule.T10)).isEmpty();
    }

    @Test
    void t11TellsALoudVoiceFromAQuietSlider() {
        var mo = mo().change(TOP, "enthusiastic: 3", "enthusiastic: 1")
                .change(TOP, "    cancelled: 好，先不查。", "    cancelled: 好！先不查！")
                .change(TOP, "換個說法好嗎？", "換個說法！")
                .says("詩！");

        assertThat(mo.severities(Rule.T11)).containsExactly(INFO);
        assertThat(mo.of(Rule.T11).getFirst().why()).contains("loud for enthusiastic 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"國家級的書店。", "國　家　級 的書店。", "銷量ＮＯ．１。", "最.佳的詩集。"})
    void l1FindsAbsoluteTermsInAnyDress(String text) {
        assertThat(mo().says(text).severities(Rule.L1)).containsExactly(ERROR);
    }

    @Test
    void l1OnlyWarnsOfAClaimWithProof() {
        var claimed = "claim: award\n        proof: https://mo.example/award\n        text: 國家級的書店。";

        assertThat(mo().says(claimed).severities(Rule.L1)).containsExactly(WARNING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"claim: award", "proof: https://mo.example/award"})
    void l1WantsBothClaimAndProof(String half) {
        assertThat(mo().says(half + "\n        text: 國家級的書店。").severities(Rule.L1))
                .containsExactly(ERROR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"第一次來嗎？", "出門前最好先打電話。"})
    void l1LetsEverydayPhrasesPass(String text) {
        assertThat(mo().says(text).of(Rule.L1)).isEmpty();
    }

    @Test
    void l2FindsAnEffectOnHealthWhateverTheProof() {
        var proved = "claim: award\n        proof: https://mo.example/award\n        text: 讀詩能降血壓。";

        assertThat(mo().says(proved).severities(Rule.L2)).containsExactly(ERROR);
        assertThat(mo().saysInEnglish("Poems boost. It lowers blood pressure.").of(Rule.L2))
                .hasSize(1);
        assertThat(mo().saysInEnglish("Guaranteed returns.").of(Rule.L2)).hasSize(1);
        assertThat(mo().says("讀詩讓人安靜。").of(Rule.L2)).isEmpty();
    }

    @Test
    void l7FindsARivalByName() {
        var rivals = "packs:\n  rival-names:\n    date: 2026-11-26\n    source: us\n    words: [甲乙書局]\n";

        assertThat(mo().write("packs/rivals.yaml", rivals).says("甲乙書局沒有這本。").severities(Rule.L7))
                .containsExactly(ERROR);
        assertThat(mo().says("甲乙書局沒有這本。").of(Rule.L7)).isEmpty();
    }

    @Test
    void l7FindsBelittlingWithoutAName() {
        assertThat(mo().says("別家的紙很爛。").of(Rule.L7)).isNotEmpty();
        assertThat(mo().says("別家也有好書。").of(Rule.L7)).isEmpty();
    }

    @Test
    void l8FindsACrisisWithoutANumber() {
        assertThat(mo().change(TOP, "請先打{hotline}，", "").of(Rule.L8)).isNotEmpty();
        assertThat(mo().change(TOP, "    hands_off: urgent\n", "").of(Rule.L8)).hasSize(1);
    }

    @Test
    void l10WantsAReasonForSomethingPersonal() {
        var personal = mo().change(TOP, "example: MO1234", "example: MO1234\n    personal: true");

        assertThat(personal.severities(Rule.L10)).containsExactly(WARNING);
        assertThat(personal.change(TOP, "ask: 訂單號是多少？", "ask: 訂單號是多少？\n        why: {zh-Hant: 查訂單用, en: to look it up}")
                        .of(Rule.L10))
                .isEmpty();
    }

    @Test
    void l10RefusesPapersOfIdentity() {
        assertThat(mo().change(TOP, "MO[0-9]{4}", "[A-Z][12][0-9]{8}")
                        .change(TOP, "example: MO1234", "example: A223456781")
                        .severities(Rule.L10))
                .containsExactly(ERROR);
    }

    @Test
    void l11FindsASensitiveWordWhereItStandsWhole() {
        assertThat(mo().says("賭.博的書。").severities(Rule.L11)).containsExactly(WARNING);
        assertThat(mo().says("路口交通很亂。").of(Rule.L11)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"'  retain: {chat: 180d, media: 30d}\n' | ''", "chat: 180d | chat: 1500d"})
    void l12WantsAnEndOfKeeping(String from, String to) {
        assertThat(mo().change(TOP, from, to).severities(Rule.L12)).containsExactly(ERROR);
    }

    @Test
    void l13WantsProofOfAPromise() {
        assertThat(mo().says("保證好看。").severities(Rule.L13)).containsExactly(WARNING);
        assertThat(mo().says("proof: https://mo.example/p\n        text: 保證好看。").of(Rule.L13))
                .isEmpty();
    }

    @Test
    void u1NamesTheThiefOfAnExample() {
        Classifier thief = said -> ranking(Band.SURE, said.equals("幫我挑書") ? "order_status" : lineOf(said));

        assertThat(mo().asking(thief).of(Rule.U1))
                .allSatisfy(finding ->
                        assertThat(finding.why()).isEqualTo("\"幫我挑書\" of pick_book is stolen by order_status"));
        assertThat(mo().asking(thief).of(Rule.U1)).isNotEmpty();
        assertThat(mo().asking(RulesTest::understood).of(Rule.U1)).isEmpty();
    }

    @Test
    void u4ListsSentencesOfLinesThatAreHardToTellApart() {
        Classifier unsure =
                said -> understood(said).best().orElseThrow().intent().equals("pick_book")
                        ? ranking(Band.LIKELY, "pick_book", "order_status")
                        : understood(said);

        assertThat(mo().asking(unsure).of(Rule.U4))
                .singleElement()
                .satisfies(finding -> assertThat(finding.why())
                        .startsWith("order_status and pick_book are hard to tell apart: \"推薦一本書\""));
        assertThat(mo().asking(RulesTest::understood).of(Rule.U4)).isEmpty();
    }

    @Test
    void asksTheClassifierOnceForEachSentence() {
        var asked = new ArrayList<String>();
        mo().asking(words -> {
                    asked.add(words);
                    return understood(words);
                })
                .of(Rule.U1);
        assertThat(asked).isNotEmpty().doesNotHaveDuplicates();
    }

    @Test
    void u6FindsAValueOfTwoEntities() {
        var mo = mo().change(
                        TOP,
                        "  genre:\n",
                        "  form:\n    values:\n      verse:\n        zh: [詩集]\n        en: [verse]\n  genre:\n");

        assertThat(mo.of(Rule.U6)).isEmpty();

        mo.change(SHOP, "      - 有{genre}嗎", "      - 有{genre}嗎\n      - 找{form}");

        assertThat(mo.severities(Rule.U6)).containsExactly(ERROR);
    }

    @Test
    void u6FindsAValueOfTwoPatterns() {
        var mo = mo().change(TOP, "  genre:\n", """
                          code:
                            pattern: "[A-Z]{2}[0-9]+"
                            example: AB12
                          shelf:
                            pattern: "[0-9]{3}"
                            example: "123"
                          genre:
                        """)
                .change(SHOP, "      - 訂單{order_no}寄出了嗎", "      - 訂單{order_no}寄出了嗎\n      - 查{shelf}櫃");

        assertThat(mo.of(Rule.U6)).isEmpty();

        mo.change(SHOP, "      - 查{shelf}櫃", "      - 查{shelf}櫃\n      - 查{code}");

        assertThat(mo.severities(Rule.U6)).containsExactly(ERROR);
        assertThat(mo.of(Rule.U6))
                .extracting(Problem::why)
                .containsExactly("MO1234 is a value of code and of order_no");
    }

    @Test
    void u6FindsAValueOfAListThatAPatternTakesToo() {
        var mo = mo().change(TOP, "  genre:\n", "  kind:\n    pattern: \"poe[a-z]+\"\n    example: poem\n  genre:\n")
                .change(SHOP, "      - 有{genre}嗎", "      - 有{genre}嗎\n      - 找{kind}");

        assertThat(mo.of(Rule.U6)).extracting(Problem::why).containsExactly("poetry is a value of genre and of kind");
    }

    @Test
    void u7OffersTheMaskedSentence() {
        var mo = mo().change(SHOP, "      - 幫我挑書", "      - 打給我0912345678幫我挑書");

        assertThat(mo.of(Rule.U7)).first().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(INFO);
            assertThat(finding.instead()).isEqualTo("打給我{phone}幫我挑書");
        });
    }

    @Test
    void c5WantsToKnowWhenSomebodyIsIn() {
        assertThat(mo().change(TOP, "closed: 現在沒人在，{opens}回你。", "closed: 現在沒人在。")
                        .severities(Rule.C5))
                .containsExactly(WARNING);
    }

    @Test
    void c6FindsAQuestionIntoTheVoid() {
        var mo = mo().change(
                        SHOP,
                        "    sets: {last_topic: books}\n    quick: [order_status]",
                        "    sets: {last_topic: books}");

        assertThat(mo.severities(Rule.C6)).containsExactly(WARNING);
        assertThat(mo.says("詩集在門口。").saysInEnglish("By the door.").of(Rule.C6)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "line: small_talk.are_you_human, the locked small_talk.are_you_human",
        "line: sensitive.crisis, the locked sensitive.crisis",
    })
    void c8MissesATestOfWhatIsLocked(String expectation, String what) {
        assertThat(mo().change("tests/people.yaml", expectation, "max: 99").of(Rule.C8))
                .extracting(Problem::why)
                .contains("no test shows " + what);
    }

    @Test
    void c8MissesATestOfAReasonForAPerson() {
        assertThat(mo().change("tests/people.yaml", "{say: unknown}", "{max: 99}")
                        .of(Rule.C8))
                .extracting(Problem::why)
                .containsExactly("no test shows a handoff for fallback");
    }

    @Test
    void c9TellsWhereATestGoesAnotherWay() {
        var failing = new Lint()
                .playing(test -> test.name().equals("the truth")
                        ? Optional.of(Wording.of("nothing was said"))
                        : Optional.empty());

        assertThat(mo().by(failing).of(Rule.C9))
                .singleElement()
                .hasToString("mo/tests/people.yaml:2: \"the truth\" goes another way: nothing was said."
                        + " Write instead: what should be said");
    }

    /** 墨 has one more thing to say about books. */
    private Judged with(String text) {
        return mo().change(SHOP, ANOTHER_VARIANT, "      - " + text + "\n" + ANOTHER_VARIANT)
                .change("locales/en/lines/shop.yaml", "      - |", "      - New ones?\n      - |");
    }

    private Judged mo() {
        copies++;
        return new Judged(directory.resolve(String.valueOf(copies)));
    }

    /** What a classifier says that has understood everything, by 墨's own lines. */
    private static Ranking understood(String said) {
        return ranking(Band.SURE, lineOf(said));
    }

    private static String lineOf(String said) {
        return Sample.of(GOOD).stream()
                .filter(sample -> sample.words().equals(said))
                .map(Sample::line)
                .findFirst()
                .orElse("none of them");
    }

    private static Ranking ranking(Band band, String... intents) {
        return new Ranking(
                List.of(intents).stream()
                        .map(intent -> new Candidate(intent, 1.0 / intents.length))
                        .toList(),
                band);
    }
}
