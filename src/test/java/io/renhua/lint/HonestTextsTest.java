package io.renhua.lint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What honest brands write every day, and no rule of law may take for what it forbids. */
class HonestTextsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "you're not talking to a person: I'm an AI",
                "You are not chatting with a human.",
                "You're being connected to a person.",
                "Once you're speaking to a person, I stay quiet.",
                "No machines involved: every pot is thrown by hand.",
                "接下來回覆您的是真人同事。",
                "接下来为您服务的是真人同事。",
                "名字旁有真人標記時，回您的是真人。",
                "如果對面是真人，會先說一聲。",
                "很多人以為我是真人。",
                "這裡沒有機器，只有師傅的手。",
                "全手工，沒有機器。"
            })
    void nobodyClaimsToBeAPerson(String text) {
        assertThat(HumanClaim.in(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "正在為您服務的是真人客服。",
                "我可不是什麼機器人。",
                "這裡沒有機器人。",
                "I'm no bot.",
                "You're talking to a real person.",
                "No bots here!"
            })
    void somebodyClaimsToBeAPerson(String text) {
        assertThat(HumanClaim.in(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "我是AI，可能會說錯。",
                "I'm an AI, so I might get things wrong.",
                "我是泡泡，AI店員，想喝什麼？",
                "I'm Pao, an AI: what can I get you?"
            })
    void somebodySaysThatTheyAreAMachine(String text) {
        assertThat(Admission.isIn(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"我是AI還是真人，你猜？", "Certainly, dear.", "Who knows whether I am a bot.", "我是機器人嗎？"})
    void nobodySaysThatTheyAreAMachine(String text) {
        assertThat(Admission.isIn(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "有優惠時會第一時間分享給您。",
                "加入會員，我們會分享最新優惠。",
                "我們每週分享免費食譜。",
                "適合分享，送禮物也體面。",
                "適合跟同事分享，整盒九折。",
                "分享穿搭靈感：圓領和翻領。",
                "分享收納技巧：抽繩束口袋。",
                "請關注訂單狀態，免運訂單三天到。",
                "We invite you to a free tasting on Saturday.",
                "The tag inside shows the size, and returns are free.",
                "A box for sharing, gift wrap is free."
            })
    void nothingIsGivenForPassingItOn(String text) {
        assertThat(TiedReward.forSpreading().isIn(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"五星飯店同款，首購免運。", "Great reviews, free returns."})
    void nothingIsGivenForPraise(String text) {
        assertThat(TiedReward.forPraise().isIn(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "任何人要您提供信用卡號，都是詐騙。",
                "Keep your card number safe: share it with nobody.",
                "到店取貨時出示身分證核對即可。",
                "收款帳號稍後傳給您。",
                "退款原路退回銀行卡，可以嗎？"
            })
    void nobodyAsksForPapers(String text) {
        assertThat(PaperWish.isIn(text)).isFalse();
    }
}
