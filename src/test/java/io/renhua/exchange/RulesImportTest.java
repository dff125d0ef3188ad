package io.renhua.exchange;

import static io.renhua.exchange.Exchange.asks;
import static io.renhua.exchange.Exchange.refusal;
import static io.renhua.exchange.Exchange.said;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bots of patterns: AIML and RiveScript. */
class RulesImportTest {
    @TempDir
    private Path here;

    private Exchange exchange;

    @BeforeEach
    void aFolderForPersonas() {
        exchange = new Exchange(here);
    }

    @Test
    void aCategoryOfAimlIsALine() {
        exchange.welcome(exchange.file("mei.aiml", """
                <?xml version="1.0" encoding="UTF-8"?>
                <aiml version="1.0.1" xmlns="http://alicebot.org/2001/AIML-1.0.1">
                  <category>
                    <pattern>WHEN DO YOU OPEN</pattern>
                    <template>At ten.<br/>Come <b>early</b>.</template>
                  </category>
                  <category>
                    <pattern>ARE YOU OPEN *</pattern>
                    <template><srai>when do you open?</srai></template>
                  </category>
                  <category>
                    <pattern>WHO ARE YOU</pattern>
                    <template>
                      <think><set name="topic">ME</set></think>
                      I am <bot name="name"/>,
                      <random><li>your tea friend.</li><li>{nickname} to you.</li></random>
                    </template>
                  </category>
                  <topic name="*">
                    <category><pattern>_ TEA BAG</pattern><template>Here.</template></category>
                  </topic>
                </aiml>
                """));

        var guest = exchange.guest();
        assertThat(asks(guest, "when_do_you_open", "en")).containsExactly("when do you open", "are you open");
        assertThat(said(guest, "when_do_you_open", "en")).containsExactly("At ten.\nCome early.");
        assertThat(said(guest, "who_are_you", "en"))
                .containsExactly("I am {nickname}, your tea friend.", "I am {nickname}, ｛nickname｝ to you.");
        assertThat(asks(guest, "tea_bag", "en")).containsExactly("tea bag");
        assertThat(guest.identity().nickname().in("en")).isEqualTo("mei");
    }

    @Test
    void whatOnlyARunningAimlBotKnowsIsTold() {
        var arrived = exchange.welcome(exchange.file("mei.aiml", """
                <aiml version="2.0">
                  <category><pattern>HELLO THERE</pattern><template>Good day.</template></category>
                  <category><pattern>CALL ME *</pattern><template>Hi <star/>.</template></category>
                  <category><pattern>YES PLEASE</pattern><that>TEA OR COFFEE</that><template>Tea.</template></category>
                  <topic name="TEA"><category><pattern>WHICH ONE</pattern><template>Green.</template></category></topic>
                  <category><pattern>*</pattern><template>I see.</template></category>
                  <category><pattern>* YOU</pattern><template>Me?</template></category>
                  <category><pattern>GO ROUND</pattern><template><srai>ROUND GO</srai></template></category>
                  <category><pattern>ROUND GO</pattern><template><srai>GO ROUND</srai></template></category>
                </aiml>
                """));

        assertThat(exchange.guest().lines()).containsKey("hello_there").doesNotContainKey("call_me");
        assertThat(String.join("\n", arrived.remarks()))
                .contains("only a running bot knows what stands in <star>: CALL ME *.")
                .contains("it is answered only after certain words of the bot: YES PLEASE.")
                .contains("it is answered within a topic only: WHICH ONE.")
                .contains("(its words may go under small_talk.unknown): *.")
                .contains("its pattern has no words that tell what is asked: * YOU.")
                .contains("what it leads to has no answer that was taken: GO ROUND; ROUND GO.");
    }

    @Test
    void anAimlBotIsAFolder() {
        exchange.file(
                "mei/a.aiml", "<aiml><category><pattern>TEA NOW</pattern><template>Yes.</template></category></aiml>");
        exchange.file(
                "mei/b.aiml",
                "<aiml><category><pattern>GIVE ME TEA</pattern><template><srai>TEA NOW</srai></template></category></aiml>");
        exchange.file("mei/readme.txt", "nothing of it");

        exchange.welcome(here.resolve("mei"));

        assertThat(asks(exchange.guest(), "tea_now", "en")).containsExactly("tea now", "give me tea");
        assertThat(exchange.guest().identity().nickname().in("en")).isEqualTo("mei");
    }

    @Test
    void aRiveScriptBotIsAFolderWhateverItsFirstFileHolds() {
        exchange.file("mei/begin.rive", "! version = 2.0\n! var name = Mei\n");
        exchange.file("mei/tea.rive", "+ tea please\n- Here, says <bot name>.\n");

        exchange.welcome(here.resolve("mei"));

        assertThat(said(exchange.guest(), "tea_please", "en")).containsExactly("Here, says {nickname}.");
    }

    @Test
    void aTriggerOfRiveScriptIsALine() {
        exchange.welcome(exchange.file("bot.rive", """
                ! version = 2.0
                ! var name = Mei
                ! var shop = the Tea Shed
                ! array drink = tea coffee
                // what it is asked
                + when (do you|will you) open [today]
                - At ten. /* always */
                - <bot shop> opens at ten.{weight=3}

                + do you have @drink
                - {random}Yes|Sure{/random},\\s
                ^ says <bot name>.\\nCome in!

                + (hours|opening hours) *
                @ when (do you|will you) open [today]
                """));

        var guest = exchange.guest();
        assertThat(guest.identity().nickname().in("en")).isEqualTo("Mei");
        assertThat(asks(guest, "when_do_you_open", "en"))
                .containsExactly(
                        "when do you open",
                        "when do you open today",
                        "when will you open",
                        "when will you open today",
                        "hours",
                        "opening hours");
        assertThat(said(guest, "when_do_you_open", "en")).containsExactly("At ten.", "the Tea Shed opens at ten.");
        assertThat(asks(guest, "do_you_have_tea", "en")).containsExactly("do you have tea", "do you have coffee");
        assertThat(said(guest, "do_you_have_tea", "en"))
                .containsExactly("Yes, says {nickname}.\nCome in!", "Sure, says {nickname}.\nCome in!");
    }

    @Test
    void whatOnlyARunningRiveScriptBotKnowsIsTold() {
        var arrived = exchange.welcome(exchange.file("bot.rive", """
                + hello bot
                * <get name> != undefined => Hello <get name>!
                - Hello!

                + my name is *
                - Nice to meet you, <star>.

                + yes please
                % tea or coffee
                - Tea.

                + *
                - I see.

                > topic tea
                + which one
                - Green.
                < topic

                > object hash perl
                + not a rule
                - return 1;
                < object
                """));

        assertThat(said(exchange.guest(), "hello_bot", "en")).containsExactly("Hello!");
        assertThat(exchange.guest().lines()).doesNotContainKeys("my_name_is", "yes_please", "which_one", "not_a_rule");
        assertThat(String.join("\n", arrived.remarks()))
                .contains(
                        "it is said under a condition only: hello bot * <get name> != undefined => Hello <get name>!.")
                .contains("only a running bot knows what stands for <star>: my name is * - Nice to meet you, <star>..")
                .contains("it is answered only after certain words of the bot: yes please.")
                .contains("it is answered within 'topic tea' only: which one.")
                .contains("(its words may go under small_talk.unknown): *.");
    }

    @Test
    void chineseRulesComeInAsChinese() {
        exchange.welcome(exchange.file("bot.rive", """
                + 幾點開門
                - 十點，泡好茶等你。

                + * 停車 *
                - 門口有三格。
                """));

        assertThat(exchange.guest().locales().standard()).isEqualTo("zh-Hant");
        assertThat(exchange.guest().lines().values().stream()
                        .flatMap(line -> line.asks().getOrDefault("zh-Hant", java.util.List.of()).stream()))
                .contains("幾點開門", "停車");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "<aiml><category></aiml> | cannot be read in line 1, column",
                "<!DOCTYPE aiml [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><aiml><category><pattern>A B</pattern><template>&a;</template></category></aiml> | cannot be read",
                "<html xmlns:aiml='x'><aiml/></html> | is XML, and no AIML",
                "<aiml><category><pattern>*</pattern><template>I see.</template></category></aiml> | no pattern in it has words and an answer",
            })
    void aimlThatCannotBeReadIsRefused(String aiml, String why) {
        assertThat(refusal(() -> exchange.welcome(exchange.file("bad.aiml", aiml))))
                .contains(why);
        assertThat(exchange.personas).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "((((",
                "[a|(b|[c",
                "@",
                "a) b] c)",
                "{random}",
                "<bot",
                "(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)"
            })
    void triggersThatWereNeverClosedEndAnyway(String trigger) {
        exchange.welcome(exchange.file("bot.rive", "+ hello bot\n- Hello.\n\n+ " + trigger + "\n- Well.\n"));

        assertThat(exchange.guest().lines()).containsKey("hello_bot");
    }

    @Test
    void deepXmlIsRefused() {
        var deep = "<aiml>" + "<b>".repeat(5000) + "</b>".repeat(5000) + "</aiml>";

        assertThat(refusal(() -> exchange.welcome(exchange.file("deep.aiml", deep))))
                .contains("cannot be read");
    }
}
