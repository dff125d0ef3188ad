package io.renhua.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.persona.Guard;
import io.renhua.persona.PersonaFolder;
import io.renhua.persona.PersonaReader;
import io.renhua.persona.Problem;
import io.renhua.text.Han;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** L3, L4: what is earned by passing something on, or by praise, whatever the gift is called. */
class TiedRewardTest {
    private static final Guard GUARD = Judge.of(new PersonaReader().read(PersonaFolder.MO));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "關注我們，送書籤。",
                "轉發抽iPhone。",
                "轉發這篇。抽一張券送你。",
                "抽大獎！轉發這篇就行。",
                "幫我砍一刀，免費拿。",
                "邀請朋友，你和他各得一本書。",
                "分享到朋友圈領貼紙。",
            })
    void passingItOnIsFoundInBothScripts(String text) {
        assertThat(codes("zh-Hant", text)).contains("L3");
        assertThat(codes("zh-Hans", Han.simplified(text))).contains("L3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Help me get 10% off.",
                "Share this. You'll get a coupon.",
                "Follow us and get a bookmark.",
                "Share with a friend and win.",
            })
    void passingItOnIsFoundInEnglish(String text) {
        assertThat(codes("en", text)).contains("L3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"五星好評送書籤。", "給個五星好評就領一張券。", "寫評價抽三位。"})
    void praiseIsFoundInBothScripts(String text) {
        assertThat(codes("zh-Hant", text)).contains("L4");
        assertThat(codes("zh-Hans", Han.simplified(text))).contains("L4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Leave us a five-star review and get a bookmark.", "Rate us and win a prize."})
    void praiseIsFoundInEnglish(String text) {
        assertThat(codes("en", text)).contains("L4");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "關注我們。",
                "送你一句話。",
                "關注我們，送你一句話。",
                "轉發沒有獎品。",
                "不用轉發，人人送書籤。",
                "這本免費。喜歡就轉給朋友。",
                "分享你喜歡的書，書今天送到。",
                "關注物流就好，書會送到。",
                "轉發給朋友，送修也可以。",
                "人人都有。喜歡的話，轉給朋友。",
            })
    void whatIsHonestIsLeftAloneInChinese(String text) {
        assertThat(codes("zh-Hant", text)).doesNotContain("L3", "L4");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Feel free to share it.",
                "Share it with a friend if you like.",
                "Share the number with me. You'll get an answer.",
                "Delivery is free. Tell us how it was.",
                "Help me find it: what is the number?",
            })
    void whatIsHonestIsLeftAloneInEnglish(String text) {
        assertThat(codes("en", text)).doesNotContain("L3", "L4");
    }

    private static List<String> codes(String locale, String words) {
        return GUARD.judge(locale, words).stream().map(Problem::code).toList();
    }
}
