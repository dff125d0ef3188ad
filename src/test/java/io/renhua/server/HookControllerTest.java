package io.renhua.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import io.renhua.hook.HookWork;
import io.renhua.hook.Hooks;
import io.renhua.message.ConversationId;
import io.renhua.message.Person;
import io.renhua.store.Database;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Those who are told, on the page of operations. */
class HookControllerTest {
    private static final ConversationId MEI = new ConversationId("web-mo", "mei");

    private final WireMockServer helpdesk =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());
    private DeskHouse house;
    private DeskBrowser marc;

    @BeforeEach
    void open() {
        helpdesk.start();
        var place = "renhua.hooks.helpdesk.";
        house = DeskHouse.open(
                Database.H2,
                Map.of(
                        place + "url", helpdesk.baseUrl() + "/renhua?key=hidden",
                        place + "secret", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                        place + "private-network", "true"));
        house.get(MeterRegistry.class);
        house.get(HookWork.class).start();
        house.hire("marc", "Marc", StaffRole.OPERATOR);
        marc = house.signedIn("marc");
    }

    @AfterEach
    void close() {
        house.close();
        helpdesk.stop();
    }

    @Test
    void showsWhyItDoesNotArriveAndCountsIt() {
        helpdesk.stubFor(WireMock.any(WireMock.anyUrl()).willReturn(WireMock.status(500)));
        house.received(MEI, Person.of("mei"), "in there?", Instant.now());

        await().untilAsserted(() -> assertThat(page())
                .contains("helpdesk", "localhost", "not getting through", "it answered 500")
                .contains("A program of yours is not told what happens.")
                .doesNotContain("key=hidden"));
        assertThat(marc.get("/prometheus").body())
                .contains("renhua_hook_events{hook=\"helpdesk\",state=\"waiting\"}")
                .contains("renhua_hook_seconds_count{hook=\"helpdesk\",outcome=\"later\"}");
    }

    @Test
    void sendsATestAndSendsAgainWhatHappened() {
        house.received(MEI, Person.of("mei"), "in there?", Instant.now());
        helpdesk.stubFor(WireMock.any(WireMock.anyUrl()).willReturn(WireMock.ok()));

        page();
        assertThat(post("test", Map.of())).isEqualTo("hook_test_sent");
        await().untilAsserted(() -> helpdesk.verify(WireMock.postRequestedFor(WireMock.urlPathEqualTo("/renhua"))
                .withRequestBody(WireMock.matchingJsonPath("$.type", WireMock.equalTo("hook.test")))));
        await().untilAsserted(() ->
                assertThat(house.get(Hooks.class).list().getFirst().waiting()).isZero());

        assertThat(post("replay-since", Map.of("hours", "1"))).isEqualTo("hook_since_sent&n=2");
        assertThat(marc.get("/desk/operations?done=hook_since_sent&n=2").body())
                .contains("2 events are on their way again.");
        assertThat(post("replay-since", Map.of("hours", "x"))).isEqualTo("hook_nothing");
        assertThat(post("replay", Map.of("event", "evt_9999_1"))).isEqualTo("hook_nothing");
    }

    @Test
    void goesOnAfterItWasStopped() {
        helpdesk.stubFor(WireMock.any(WireMock.anyUrl()).willReturn(WireMock.status(410)));
        house.received(MEI, Person.of("mei"), "in there?", Instant.now());
        await().untilAsserted(() -> assertThat(page()).contains("It answered that it wants no more."));

        helpdesk.stubFor(WireMock.any(WireMock.anyUrl()).willReturn(WireMock.ok()));
        assertThat(post("resume", Map.of())).isEqualTo("hook_resumed");
        await().untilAsserted(() -> assertThat(page()).contains("gets through"));
    }

    private String page() {
        return marc.get("/desk/operations").body();
    }

    private String post(String what, Map<String, String> fields) {
        var form = new HashMap<>(fields);
        form.put("hook", "helpdesk");
        var answer = marc.post("/desk/operations/hooks/" + what, form);
        return answer.headers()
                .firstValue("Location")
                .orElse("" + answer.statusCode())
                .replaceAll(".*done=", "");
    }
}
