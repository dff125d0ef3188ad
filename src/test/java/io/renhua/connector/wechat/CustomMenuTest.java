package io.renhua.connector.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.connector.Menu;
import io.renhua.message.Choice;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CustomMenuTest {
    @Test
    void showsUpToThreeAsButtons() {
        var menu = of("查订单", "挑书", "找真人");

        assertThat(menu.shows()).containsExactly("查订单", "挑书", "找真人");
        assertThat(menu.body().toString())
                .isEqualTo("{\"button\":[{\"type\":\"click\",\"name\":\"查订单\",\"key\":\"key0\"},"
                        + "{\"type\":\"click\",\"name\":\"挑书\",\"key\":\"key1\"},"
                        + "{\"type\":\"click\",\"name\":\"找真人\",\"key\":\"key2\"}]}");
    }

    @Test
    void putsWhatIsTooMuchOrTooLongBehindTheThird() {
        var menu = of("查订单", "最近有什么好书推荐", "挑书", "找真人");

        assertThat(menu.shows()).containsExactly("查订单", "挑书", "更多", "    最近有什么好书推荐", "    找真人");
        assertThat(menu.body().path("button").path(2).path("sub_button")).hasSize(2);
        assertThat(menu.leftOut()).isEmpty();
    }

    @Test
    void saysWhatThereIsNoRoomFor() {
        var long21 = "长".repeat(21);
        var menu = of(Stream.concat(IntStream.range(0, 8).mapToObj(i -> "第" + i), Stream.of(long21))
                .toArray(String[]::new));

        assertThat(menu.shows()).hasSize(8);
        assertThat(menu.leftOut())
                .containsExactly(
                        "key7: WeChat's menu has room for two buttons and five behind the third.",
                        "key8: its label is longer than 60 bytes: " + long21);
    }

    @Test
    void speaksSimplifiedChineseWhereThePersonaDoes() {
        var menu = new Menu(
                "en", Map.of("en", List.of(new Choice("a", "Order")), "zh-Hans", List.of(new Choice("a", "订单"))));

        assertThat(CustomMenu.of(menu).shows()).containsExactly("订单");
        assertThat(CustomMenu.of(new Menu("en", Map.of("en", List.of(new Choice("a", "Order")))))
                        .shows())
                .containsExactly("Order");
    }

    private static CustomMenu of(String... labels) {
        var choices = IntStream.range(0, labels.length)
                .mapToObj(i -> new Choice("key" + i, labels[i]))
                .toList();
        return CustomMenu.of(new Menu("zh-Hans", Map.of("zh-Hans", choices)));
    }
}
