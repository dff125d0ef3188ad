package io.renhua.nlu;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.text.Han;
import java.util.HashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegionalWordsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            最近的捷運站在哪裡 | 最近的地铁站在哪里
            可以用行動支付嗎   | 可以用移动支付吗
            怎麼登入           | 怎么登录
            有沒有折價券       | 有没有优惠券
            邊度有計程車       | 哪里有出租车
            幾多錢             | 多少钱
            點解冇貨           | 为什么没有货
            請問保固多久       | 请问保修多久
            我要換新的螢幕     | 我要换新的屏幕
            為啥還沒到         | 为什么还没到
            """)
    void makesOneWordOfWhatIsOneThing(String said, String elsewhere) {
        assertThat(Utterance.of(said).fingerprint())
                .isEqualTo(Utterance.of(elsewhere).fingerprint());
    }

    @ParameterizedTest
    @CsvSource({"土豆", "饭店", "人工客服", "窝心", "下载"})
    void leavesWordsAloneThatMeanTwoThings(String word) {
        assertThat(RegionalWords.fold(word)).isEqualTo(word);
    }

    @Test
    void leadsNowhereTwice() throws Exception {
        var said = new HashMap<String, String>();
        try (var in = RegionalWords.class.getResourceAsStream("regional.txt")) {
            assertThat(in).isNotNull();
            new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" "))
                    .forEach(names -> {
                        for (int i = 1; i < names.length; i++) {
                            assertThat(said.put(names[i], names[0]))
                                    .as(names[i])
                                    .isNull();
                        }
                    });
        }

        assertThat(said).hasSizeGreaterThan(200).allSatisfy((name, meant) -> {
            assertThat(Han.simplified(name)).isEqualTo(name);
            assertThat(RegionalWords.fold(meant)).as(name).isEqualTo(meant);
        });
    }
}
