package io.renhua.connector.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.connector.Menu;
import io.renhua.message.Choice;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TelegramMenuTest {
    private static final Menu MENU = new Menu(
            "zh-Hant",
            Map.of(
                    "zh-Hant",
                    List.of(new Choice("order_status", "查訂單"), new Choice("handoff.explicit", "找真人")),
                    "zh-Hans",
                    List.of(new Choice("order_status", "查订单"), new Choice("handoff.explicit", "找真人")),
                    "en",
                    List.of(new Choice("order_status", "My order"), new Choice("handoff.explicit", "A person"))));

    @Test
    void aCommandLeadsWhereItsChoiceDoes() {
        for (var key : List.of("order_status", "handoff.explicit", "forms.visit", "small_talk.are_you_human")) {
            assertThat(TelegramMenu.key(key.replace('.', '_'))).isEqualTo(key);
        }
    }

    @Test
    void sendsOneMenuForEverybodyAndOneForEachOtherLanguage() {
        assertThat(new TelegramMenu(MENU).calls())
                .extracting(call -> call.parameters().toString())
                .containsExactly(
                        "{\"commands\":[{\"command\":\"order_status\",\"description\":\"查訂單\"},"
                                + "{\"command\":\"handoff_explicit\",\"description\":\"找真人\"}]}",
                        "{\"commands\":[{\"command\":\"order_status\",\"description\":\"My order\"},"
                                + "{\"command\":\"handoff_explicit\",\"description\":\"A person\"}],\"language_code\":\"en\"}");
    }

    @Test
    void saysWhichNamesMakeNoCommand() {
        var menu = new TelegramMenu(new Menu(
                "en",
                Map.of(
                        "en",
                        List.of(
                                new Choice("order_status", "My order"),
                                new Choice("Orders", "Orders"),
                                new Choice("start", "Start"),
                                new Choice("forms_old", "Forms")))));

        assertThat(menu.shows()).containsExactly("/order_status  My order");
        assertThat(menu.leftOut())
                .hasSize(3)
                .first()
                .asString()
                .isEqualTo(
                        "Orders: a command of Telegram's has at most 32 of a-z, 0-9 and _, so this name makes none.");
    }
}
