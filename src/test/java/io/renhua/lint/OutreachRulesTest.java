package io.renhua.lint;

import static io.renhua.lint.Judged.SHOP;
import static io.renhua.lint.Judged.TOP;
import static io.renhua.persona.Problem.Severity.ERROR;
import static io.renhua.persona.Problem.Severity.WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.persona.Problem;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules for what is said without being asked, each on 墨 with a campaign that keeps to it and one that does not. */
class OutreachRulesTest {
    private static final String AUTUMN = "campaigns/autumn.yaml";
    private static final String LATER = "campaigns/later.yaml";
    private static final String PEOPLE = "tests/people.yaml";

    @TempDir
    private Path directory;

    private Judged mo;

    @BeforeEach
    void aCampaignThatKeepsToEverything() {
        mo = new Judged(directory)
                .change(TOP, "  mask: [order_no]", "  mask: [order_no]\n  minors_under: 14")
                .change(PEOPLE, "tests:\n", """
                        tests:
                          - name: quiet
                            chat: [{they: 你是真人嗎}]
                            then: {not_sent: [campaigns.autumn]}
                        """)
                .write(AUTUMN, """
                        campaigns:
                          autumn:
                            plan:
                              purpose: repurchase
                              who: [loyal]
                              runs: {from: "2026-10-01", to: "2026-10-15", tz: Asia/Taipei}
                              ad_label: "true"
                            coupon:
                              pool: AUT26
                              needs: none
                              expires: 14d
                              terms: https://mo.example/terms
                              say: {zh-Hant: "拿去：{code}", zh-Hans: "拿去：{code}", en: "Here: {code}"}
                              gone: {zh-Hant: 發完了。, zh-Hans: 发完了。, en: All gone.}
                            share:
                              reward: none
                              say: {zh-Hant: 喜歡就傳給朋友。, zh-Hans: 喜欢就传给朋友。, en: Pass it on.}
                            testimony:
                              after: {event: delivered, days: 5}
                              reward: none
                              ask: {zh-Hant: 好壞都想聽。, zh-Hans: 好坏都想听。, en: Tell us.}
                              consent: {uses: [wall], name: [none, nickname], revoke: any-time}
                              staff: must-disclose
                        """)
                .write(LATER, """
                        followups:
                          sleepy:
                            after: {idle_days: 60}
                            class: promo
                            only_if: [opted_in, window_open]
                            cap: {week: 1}
                            quiet: "21:30-09:30"
                            say: {zh-Hant: 還看書嗎？不想收回 TD。, zh-Hans: 还看书吗？不想收回 TD。, en: Still reading? Reply STOP to end.}
                        """);
    }

    @Test
    void findNothingWhereAllIsWell() {
        assertThat(mo.all()).extracting(Problem::code).containsOnly("S4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"share", "follow", "like", "invite", "help"})
    void l3FindsAGiftThatIsEarnedByPassingItOn(String needs) {
        mo.change(AUTUMN, "needs: none", "needs: " + needs);

        assertThat(mo.of(Rule.L3)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(ERROR);
            assertThat(finding.line()).isEqualTo(10);
            assertThat(finding.instead()).isEqualTo("needs: none");
        });
    }

    @Test
    void l3FindsAShareThatIsPaidFor() {
        mo.change(AUTUMN, "reward: none\n      say", "reward: 50 points\n      say");

        assertThat(mo.of(Rule.L3)).extracting(Problem::why).containsExactly("who passes it on gets 50 points");
    }

    @ParameterizedTest
    @ValueSource(strings = {"分享到朋友圈就送書籤。", "轉發抽獎，抽三位。", "按讚加分享，領優惠券。", "優惠券給關注我們的人。", "邀請好友，積分翻倍。"})
    void l3FindsItInChineseWords(String text) {
        assertThat(mo.says(text).of(Rule.L3)).first().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(ERROR);
            assertThat(finding.instead()).isEqualTo("人人都有。喜歡的話，轉給朋友。");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Share this and get a coupon.",
                "Follow us to win a prize.",
                "Free bookmarks if you tag a friend.",
                "Repost for 10% off."
            })
    void l3FindsItInEnglishWords(String text) {
        assertThat(mo.saysInEnglish(text).of(Rule.L3))
                .extracting(Problem::instead)
                .containsExactly("It is for everybody. If you like, pass it on.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"喜歡就分享給朋友。", "這本免費。喜歡就轉給朋友。", "滿三本送書籤。"})
    void l3LetsWishesAndGiftsStandApart(String text) {
        assertThat(mo.says(text).of(Rule.L3)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "needs: none | needs: praise | this is given for a praise",
                "'reward: none\n      ask' | 'reward: a book\n      ask' | who tells gets a book",
                "'      consent: {uses: [wall], name: [none, nickname], revoke: any-time}\n' | '' | nobody is asked whether their words may be shown",
                "', revoke: any-time' | '' | nobody can take their words back",
                "'      staff: must-disclose\n' | '' | staff may praise without saying who they are",
            })
    void l4FindsPraiseThatIsPaidForOrTaken(String from, String to, String why) {
        mo.change(AUTUMN, from, to);

        assertThat(mo.of(Rule.L4)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(ERROR);
            assertThat(finding.why()).isEqualTo(why);
        });
    }

    @Test
    void l4FindsItInWords() {
        assertThat(mo.says("五星好評就送折價券。")
                        .saysInEnglish("Leave a review and get a voucher.")
                        .of(Rule.L4))
                .extracting(Problem::instead)
                .contains("人人都有。喜歡的話，好壞都告訴我們。", "It is for everybody. If you like, tell us, good or bad.");
    }

    @Test
    void l4LetsAnHonestQuestionPass() {
        assertThat(mo.says("看完好壞都告訴我。").saysInEnglish("Good or bad, tell me.").of(Rule.L4))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'      ad_label: \"true\"\n' | '' | this campaign is not marked as advertising",
                "'      runs: {from: \"2026-10-01\", to: \"2026-10-15\", tz: Asia/Taipei}\n' | '' | this campaign does not say from when to when",
                "'      terms: https://mo.example/terms\n' | '' | nobody can read the terms of this",
                "'      expires: 14d\n' | '' | nobody knows how long this is good",
                "'      gone: {zh-Hant: 發完了。, zh-Hans: 发完了。, en: All gone.}\n' | '' | nothing is said when there is none left",
                "'en: \"Here: {code}\"' | 'en: \"Here.\"' | whoever gets this gets no code",
            })
    void l5FindsWhatNobodyIsTold(String from, String to, String why) {
        mo.change(AUTUMN, from, to);

        assertThat(mo.of(Rule.L5)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(ERROR);
            assertThat(finding.why()).isEqualTo(why);
            assertThat(finding.instead()).isNotBlank();
        });
    }

    @Test
    void l6FindsAPriceThatOnlySomeHear() {
        mo.change(SHOP, "      - 你喜歡故事還是詩？", "      - if: {audience: loyal}\n        text: 書籤30元，你打8折。\n      - 書籤30元。")
                .change(
                        "locales/en/lines/shop.yaml",
                        "Stories or poems?",
                        "Bookmarks at $1.\n      - Bookmarks at $1.");

        assertThat(mo.of(Rule.L6))
                .extracting(Problem::why)
                .isNotEmpty()
                .allMatch(why -> why.equals("only some people hear 8折"));
    }

    @Test
    void l6FindsItInEnglish() {
        mo.change(
                        SHOP,
                        "      - 你喜歡故事還是詩？",
                        "      - if: {any: [{tag: member}, {audience: loyal}]}\n        text: 書籤便宜。\n      - 有書籤。")
                .change(
                        "locales/en/lines/shop.yaml",
                        "Stories or poems?",
                        "20% off for you.\n      - We have bookmarks.");

        assertThat(mo.of(Rule.L6)).extracting(Problem::why).containsExactly("only some people hear 20%");
    }

    @Test
    void l6LetsOtherWordsForTheSamePricePass() {
        mo.change(SHOP, "      - 你喜歡故事還是詩？", "      - if: {audience: loyal}\n        text: 老價錢，30元。\n      - 書籤30元。")
                .change("locales/en/lines/shop.yaml", "Stories or poems?", "$1 as ever.\n      - Bookmarks at $1.");

        assertThat(mo.of(Rule.L6)).isEmpty();
    }

    @Test
    void l6FindsTheSameCodesOnOtherTerms() {
        mo.write("campaigns/other.yaml", """
                campaigns:
                  winter:
                    plan:
                      purpose: acquire
                      who: [ordinary]
                      runs: {from: "2026-10-01", to: "2026-10-15", tz: Asia/Taipei}
                      ad_label: "true"
                    coupon:
                      pool: AUT26
                      expires: 3d
                      terms: https://mo.example/terms
                      say: {zh-Hant: "拿去：{code}", en: "Here: {code}"}
                      gone: {zh-Hant: 沒了。, en: Gone.}
                """);

        assertThat(mo.of(Rule.L6))
                .extracting(Problem::why)
                .containsExactly("who gets this gets other terms than those of autumn");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'opted_in, ' | '' | this goes to people who never said yes",
                "'    cap: {week: 1}\n' | '' | nothing says how often at most",
                "'    quiet: \"21:30-09:30\"\n' | '' | this may wake people",
                "' Reply STOP to end.' | '' | nobody is told how to end this",
                "'zh-Hant: 還看書嗎？不想收回 TD。' | 'zh-Hant: 還看書嗎？' | nobody is told how to end this",
            })
    void l9WantsPromotionToBeWelcome(String from, String to, String why) {
        mo.change(LATER, from, to);

        assertThat(mo.of(Rule.L9)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(ERROR);
            assertThat(finding.why()).isEqualTo(why);
        });
    }

    @Test
    void l9ProposesTheWayOut() {
        assertThat(mo.change(LATER, "zh-Hant: 還看書嗎？不想收回 TD。", "zh-Hant: 還看書嗎？").of(Rule.L9))
                .extracting(Problem::instead)
                .containsExactly("還看書嗎？不想收回 TD。");
    }

    @Test
    void l9IsNotAboutService() {
        mo.change(LATER, "class: promo", "class: service").change(LATER, "opted_in, ", "");

        assertThat(mo.of(Rule.L9)).isEmpty();
    }

    @Test
    void l14FindsACampaignForMinors() {
        mo.change(TOP, "audiences:\n", "audiences:\n  pupils:\n    when: {tag: school}\n")
                .change(AUTUMN, "who: [loyal]", "who: [loyal, pupils]");

        assertThat(mo.of(Rule.L14)).extracting(Problem::why).containsExactly("this is aimed at minors: pupils");
    }

    @Test
    void l14FindsMinorsByAChineseTagAndInAGroup() {
        mo.change(TOP, "audiences:\n", "audiences:\n  young:\n    when: {any: [{tag: 國中生}, {tag: school}]}\n")
                .write("campaigns/group.yaml", """
                        community:
                          group:
                            who: [young]
                            invite: {zh-Hant: 來嗎？, en: Coming?}
                        """);

        assertThat(mo.of(Rule.L14)).extracting(Problem::why).containsExactly("this is aimed at minors: young");
    }

    @Test
    void l14WantsAnAgeWhereSomethingIsSold() {
        mo.change(TOP, "\n  minors_under: 14", "");

        assertThat(mo.of(Rule.L14))
                .extracting(Problem::instead)
                .containsExactly("minors_under: 14, or as the law has it");
    }

    @Test
    void l14FindsAnOfferToTheUnhappyAndTheEndangered() {
        mo.write("lines/felt.yaml", "feelings:\n  angry:\n    offer: [campaigns.autumn.share]\n")
                .change(TOP, "    hands_off: urgent\n", "    hands_off: urgent\n    quick: [order_status]\n");

        assertThat(mo.of(Rule.L14))
                .extracting(Problem::why)
                .containsExactlyInAnyOrder(
                        "something is offered to people who are angry", "somebody in danger is led back to the shop");
    }

    @Test
    void l14FindsPromotionAfterACrisis() {
        mo.change(LATER, "after: {idle_days: 60}", "after: crisis");

        assertThat(mo.of(Rule.L14)).extracting(Problem::why).containsExactly("this sells after crisis");
    }

    @Test
    void l14LetsOffersToTheHappyPass() {
        mo.write("lines/felt.yaml", "feelings:\n  happy:\n    offer: [campaigns.autumn.share]\n");

        assertThat(mo.of(Rule.L14)).isEmpty();
    }

    @Test
    void c7FindsWhatTheWindowWouldKeepBack() {
        mo.change(LATER, ", window_open", "");

        assertThat(mo.severities(Rule.C7)).containsExactly(ERROR);
    }

    @Test
    void c7LetsAnApprovedTemplatePass() {
        mo.change(LATER, ", window_open]", "]\n    template: sleepy_v2");

        assertThat(mo.of(Rule.C7)).isEmpty();
    }

    @Test
    void c8MissesATestOfACampaign() {
        mo.change(PEOPLE, "    then: {not_sent: [campaigns.autumn]}\n", "");

        assertThat(mo.of(Rule.C8))
                .extracting(Problem::why)
                .containsExactly("no test shows when campaigns.autumn is not sent");
    }

    @Test
    void s10FindsALabelThatNamesAThing() {
        mo.change(TOP, "{zh-Hant: 查訂單, en: Check my order}", "{zh-Hant: 訂單, en: My order}");

        assertThat(mo.severities(Rule.S10)).containsExactly(WARNING);
        assertThat(mo.of(Rule.S10)).extracting(Problem::instead).contains("See my order");
    }

    @Test
    void whatIsMeantSoIsSilenced() {
        mo.change(LATER, "  sleepy:\n", "  sleepy:   # lint-ok: C7 our shop's own channel has no window\n")
                .change(LATER, ", window_open", "");

        assertThat(mo.verdict().standing()).extracting(Problem::code).doesNotContain("C7", "S11");
        assertThat(mo.verdict().meant())
                .extracting(meant -> meant.problem().code())
                .isEqualTo(List.of("C7"));
    }
}
