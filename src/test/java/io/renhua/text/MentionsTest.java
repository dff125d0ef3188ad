package io.renhua.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MentionsTest {

    @Test
    void findsAWordBetweenBorders() {
        assertThat(Mentions.in("Just give me a PERSON!", "person")).isTrue();
        assertThat(Mentions.in("a personal question", "person")).isFalse();
        assertThat(Mentions.in("impersonate", "person")).isFalse();
    }

    @Test
    void findsChineseAnywhereInEitherScript() {
        assertThat(Mentions.in("可以幫我轉人工嗎", "转人工")).isTrue();
        assertThat(Mentions.in("真 人", "真人")).isTrue();
        assertThat(Mentions.in("認真的人", "真人")).isFalse();
    }

    @Test
    void takesTheEdgeOfTheOtherScriptForABorder() {
        assertThat(Mentions.in("我要agent啦", "agent")).isTrue();
    }

    @Test
    void findsNoEmptyWord() {
        assertThat(Mentions.in("anything", "")).isFalse();
        assertThat(Mentions.in("anything", "!")).isFalse();
    }
}
