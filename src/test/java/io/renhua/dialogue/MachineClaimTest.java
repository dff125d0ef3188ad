package io.renhua.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MachineClaimTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "我是AI，不是真人。",
                "我是AI小幫手。要找真人說一聲。",
                "我是泡小拾，店裡的虛擬助手。",
                "我只是個程式。",
                "作為AI，我沒喝過。",
                "I am a virtual assistant.",
                "I'm just a bot, sorry.",
                "As an AI I have no tongue.",
                "This is not a real person."
            })
    void findsWhatOnlyAMachineSaysOfItself(String words) {
        assertThat(MachineClaim.in(words)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "我們的機器烘得很勻。",
                "真人九點到。",
                "I'm the one who packed it.",
                "The machine dries it slowly.",
                "Mail it again, please.",
                "這款是愛的味道。"
            })
    void leavesOtherWordsAlone(String words) {
        assertThat(MachineClaim.in(words)).isFalse();
    }
}
