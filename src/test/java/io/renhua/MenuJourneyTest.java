package io.renhua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micronaut.context.ApplicationContext;
import io.renhua.connector.Delivery;
import io.renhua.connector.Menu;
import io.renhua.connector.MenuPlan;
import io.renhua.dialogue.MenuChoices;
import io.renhua.journal.Happening.Passed;
import io.renhua.message.Choice;
import io.renhua.message.ConversationId;
import io.renhua.persona.PersonaReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a script's menu offers, from the platforms that show it to the line it leads to. */
class MenuJourneyTest {
    @TempDir
    private Path data;

    private House house;

    @BeforeEach
    void open() {
        house = House.open(data);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void aCommandOnTelegramLeadsToItsLine() {
        house.send(Knocks.telegram("200000888", "700888", "/order_status"));

        says("mo-telegram", "200000888", "訂單號是多少？");
    }

    @Test
    void aCommandOnTelegramLeadsToAPerson() {
        var person = new ConversationId("mo-telegram", "200000888");

        house.send(Knocks.telegram("200000888", "700888", "/handoff_explicit"));

        await().untilAsserted(() -> assertThat(house.happened(person, Passed.class))
                .extracting(Passed::owner)
                .contains("queued"));
    }

    @Test
    void aCommandThatLeadsNowhereIsWordsLikeOthers() {
        house.send(Knocks.telegram("200000888", "700888", "/help"));

        says("mo-telegram", "200000888", "換個說法好嗎？");
    }

    @Test
    void aClickOnWeChatsMenuLeadsToItsLine() {
        var person = "oPao-1xQ8_renhua_visitor_001";

        house.send(Knocks.wechatBody(Knocks.recorded("wechat/event-click.xml"), person, "415670888"));

        says("mo-wechat", person, "訂單號是多少？");
    }

    @Test
    void setsTheMenuWhereThePlatformTakesOne() {
        var outcomes = accounts("telegram", "wechat", "line").stream()
                .map(plan ->
                        plan instanceof MenuPlan.Shown shown ? shown.set().get().getClass() : plan.getClass())
                .toList();

        assertThat(outcomes).isEqualTo(List.of(Delivery.Sent.class, Delivery.Sent.class, MenuPlan.None.class));
        assertThat(house.taken("telegram", "\"commands\"")).first().asString().contains("order_status", "查訂單");
        assertThat(house.taken("wechat", "\"button\"")).first().asString().contains("order_status", "查订单");
    }

    /** What becomes of the menu of 小墨 on each platform, as the command finds it. */
    private List<MenuPlan> accounts(String... platforms) {
        var persona = Objects.requireNonNull(new PersonaReader()
                .read(Path.of("src/test/resources/personas/mo"))
                .persona());
        Map<String, List<Choice>> choices = persona.locales().offered().stream()
                .collect(Collectors.toMap(
                        locale -> locale,
                        locale -> MenuChoices.of(persona, locale, house.clock().instant())));
        var accounts = LocalAccounts.of("mo", configuration(), new PlatformHttp());
        assertThat(accounts.closed()).isEmpty();
        return List.of(platforms).stream()
                .map(platform -> accounts.open().stream()
                        .filter(account -> account.channel().platform().equals(platform))
                        .findFirst()
                        .orElseThrow()
                        .menu(new Menu("zh-Hant", choices)))
                .toList();
    }

    private Configuration configuration() {
        try (var context = ApplicationContext.builder()
                .deduceEnvironment(false)
                .properties(house.settings())
                .build()) {
            return Configuration.of(context.getEnvironment().start(), new ArrayList<>());
        }
    }

    private void says(String channel, String person, String words) {
        await().untilAsserted(() ->
                assertThat(house.said(new ConversationId(channel, person))).contains(words));
    }
}
