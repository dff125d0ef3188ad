package io.renhua.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.message.Entry;
import org.junit.jupiter.api.Test;

class LanguageTest {

    @Test
    void greetsInTheProfilesLanguage() {
        Chat.running(Script.pao()).speaking("en-GB").enters(new Entry.Opened()).persona("Hi, I'm Pao.");
        Chat.running(Script.pao())
                .speaking("zh-CN")
                .enters(new Entry.Opened())
                .persona("嗨，我是泡小拾。")
                .user("how do I brew it")
                .persona("Three minutes, no stirring.");
    }

    @Test
    void fallsBackToTheScriptsOwn() {
        Chat.running(Script.pao()).speaking("fi").enters(new Entry.Opened()).persona("嗨，我是泡小拾。");
    }

    @Test
    void answersInWhatTheyWrite() {
        Chat.running(Script.pao())
                .speaking("en")
                .user("这个怎么泡")
                .persona("三分钟、别搅。")
                .user("這個怎麼泡")
                .persona("三分鐘、別攪。");
    }

    @Test
    void staysWithALanguageThatNothingSpeaksAgainst() {
        var chat = Chat.running(Script.pao())
                .user("这个怎么泡")
                .user("好")
                .user("thanks")
                .user("SP20260101")
                .user("12");

        assertThat(chat.last().locale()).isEqualTo("zh-Hans");
    }

    @Test
    void comesBackToTheScriptThatWasWritten() {
        var chat = Chat.running(Script.pao())
                .user("这个怎么泡")
                .user("how do I brew it")
                .user("好");

        assertThat(chat.last().locale()).isEqualTo("zh-Hans");
    }

    @Test
    void takesSharedCharactersForTheChineseOfTheProfile() {
        assertThat(Chat.running(Script.pao())
                        .speaking("zh-CN")
                        .user("你好")
                        .last()
                        .locale())
                .isEqualTo("zh-Hans");
        assertThat(Chat.running(Script.pao()).speaking("en").user("你好").last().locale())
                .isEqualTo("zh-Hant");
    }

    @Test
    void takesAGreetingForALanguageWhileNoneWasWritten() {
        var chat = Chat.running(Script.pao()).enters(new Entry.Opened()).user("hi");

        assertThat(chat.last().locale()).isEqualTo("en");
    }

    @Test
    void doesNotTakeANameForALanguage() {
        Chat.running(Script.pao())
                .user("我想預約")
                .user("台北")
                .user("2026-11-05")
                .user("Anna Lindqvist")
                .persona("台北，11月5日（週四），可以嗎？");
    }
}
