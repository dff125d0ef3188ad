package io.renhua;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serviceUnavailable;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.micrometer.core.instrument.MeterRegistry;
import io.renhua.message.ConversationId;
import io.renhua.people.Profiles;
import io.renhua.persona.PersonaFolder;
import io.renhua.server.ClosedChannels;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A question on LINE, a program of somebody else's that knows the answer, and the answer on LINE. */
class ActionJourneyTest {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final ConversationId PERSON = new ConversationId("mo-line", "Uaction");

    private final WireMockServer program =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());

    @TempDir
    private Path directory;

    @BeforeEach
    void start() {
        program.start();
        PersonaFolder.copiedTo(directory.resolve("personas")).withAction();
    }

    @AfterEach
    void stop() {
        program.stop();
    }

    @Test
    void theAnswerComesAfterATryThatFailed() {
        program.stubFor(post("/find")
                .inScenario("busy")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(serviceUnavailable())
                .willSetStateTo("well"));
        program.stubFor(post("/find")
                .inScenario("busy")
                .whenScenarioStateIs("well")
                .willReturn(okJson("{\"result\":\"shipped\",\"eta\":\"2026-11-27\"}")));
        try (var house = house(Map.of("private-network", "true"))) {
            asks(house);

            await().untilAsserted(() -> assertThat(said(house)).endsWith("我查一下。", "MO1234出發了，11月27日（週五）到。"));
            await().untilAsserted(
                            () -> assertThat(house.taken("line", "MO1234出發了")).hasSize(1));
            var registry = house.get(MeterRegistry.class);
            for (var outcome : List.of("later", "done")) {
                var tries =
                        registry.get("renhua.action").tags("persona", "mo", "action", "find_order", "outcome", outcome);
                assertThat(tries.timer().count()).isOne();
            }
            program.verify(
                    2,
                    postRequestedFor(urlEqualTo("/find"))
                            .withHeader(
                                    "webhook-id",
                                    equalTo(program.getAllServeEvents()
                                            .getFirst()
                                            .getRequest()
                                            .getHeader("idempotency-key")))
                            .withRequestBody(matchingJsonPath("$.data.given.order_no", equalTo("MO1234"))));
        }
    }

    @Test
    void whatItFindsOfThePersonStaysKnown() {
        PersonaFolder.copiedTo(directory.resolve("knowing"))
                .withAction()
                .change("persona.yaml", "shipped: {eta: date}", "shipped: {eta: date, orders: number, title: text}")
                .change("persona.yaml", "    meanwhile: 我查一下。\n", "    remembers: [orders, title]\n")
                .change("locales/en/persona.yaml", "    meanwhile: Let me look.\n", "")
                .change("tests/orders.yaml", "eta: 2026-11-27", "eta: 2026-11-27, orders: 12, title: 陳小姐")
                .change("persona.yaml", "    when: {tag: member}\n", "    when: {orders: \">=3\"}\n")
                .change("lines/shop.yaml", "        channel: [weibo]\n", "")
                .change("lines/shop.yaml", "          上次那本讀完了嗎？\n", "          {title|朋友}，上次那本讀完了嗎？\n");
        var found = "{\"result\":\"shipped\",\"eta\":\"2026-11-27\",\"orders\":12,\"title\":\"陳小姐\"}";
        program.stubFor(post("/find").willReturn(okJson(found)));
        var knowing = directory.resolve("knowing").toString();
        try (var house = house(Map.of("private-network", "true"), knowing)) {
            asks(house);
            await().untilAsserted(
                            () -> assertThat(said(house)).last().asString().startsWith("MO1234出發了"));

            house.send(Knocks.line(PERSON.thread(), "a-later", "推薦一本書"));

            await().untilAsserted(() -> assertThat(said(house)).contains("陳小姐，上次那本讀完了嗎？"));
            assertThat(house.get(Profiles.class).of(PERSON).facts()).isEqualTo(Map.of("orders", "12", "title", "陳小姐"));
        }
    }

    @Test
    void noProgramInsideTheNetworkIsCalledUnlessThatIsMeant() {
        try (var house = house(Map.of())) {
            asks(house);

            await().untilAsserted(() -> assertThat(said(house)).endsWith("系統不理我。"));
            assertThat(program.getAllServeEvents()).isEmpty();
        }
    }

    @Test
    void theStartSaysWhatIsWrongAndServesWithoutIt() {
        try (var house = house(Map.of("secret", "short", "timeout-seconds", "0"))) {
            assertThat(house.get(ClosedChannels.class).reasons())
                    .containsExactly(
                            "action mo-orders is not done: renhua.actions.mo-orders.timeout-seconds is 1 to 60 for one"
                                    + " try, not 0; renhua.actions.mo-orders.secret is whsec_ and 24 to 64 random bytes"
                                    + " in base64: openssl rand -base64 32 makes some",
                            "nothing does find_order for mo: set persona, action, url and secret under"
                                    + " renhua.actions.<a name>");
            asks(house);
            await().untilAsserted(() -> assertThat(said(house)).endsWith("系統不理我。"));
        }
    }

    /** Without what can be pressed under it. */
    private static List<String> said(House house) {
        return house.said(PERSON).stream()
                .map(said -> said.lines().findFirst().orElse(""))
                .toList();
    }

    private static void asks(House house) {
        for (var words : List.of("我的書到哪了", "MO1234")) {
            house.send(Knocks.line(PERSON.thread(), "a-" + words, words));
        }
    }

    private House house(Map<String, String> own) {
        return house(own, directory.resolve("personas").toString());
    }

    private House house(Map<String, String> own, String personas) {
        var place = "renhua.actions.mo-orders.";
        var settings = new HashMap<String, String>();
        settings.put("renhua.personas", personas);
        settings.put(place + "persona", "mo");
        settings.put(place + "action", "find_order");
        settings.put(place + "url", program.baseUrl() + "/find");
        settings.put(place + "secret", SECRET);
        own.forEach((key, value) -> settings.put(place + key, value));
        return House.open(directory.resolve("data"), settings);
    }
}
