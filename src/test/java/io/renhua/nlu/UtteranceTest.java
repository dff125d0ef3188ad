package io.renhua.nlu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UtteranceTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            What’s up             | what 's up
            我要買iPhone殼        | 我 要 买 iphone 壳
            ＡＢＣ１２            | abc12
            👍🏽好👨‍👩‍👧            | 👍 好 👨‍👩‍👧
            don't!!!              | don 't
            ありがとう            | あ り が と う
            𠮷野家                | 𠮷 野 家
            """)
    void isCutWhereTheScriptChanges(String said, String tokens) {
        assertThat(tokens(Utterance.of(said))).isEqualTo(tokens);
    }

    @Test
    void leavesGapsOfExamplesOut() {
        var example = Utterance.ofExample("訂單{order_no}到哪了");

        assertThat(tokens(example)).isEqualTo("订 单 到 哪 了");
        assertThat(example.hasGap()).isTrue();
    }

    private static String tokens(Utterance utterance) {
        return String.join(
                " ",
                IntStream.range(0, utterance.tokens()).mapToObj(utterance::word).toList());
    }
}
