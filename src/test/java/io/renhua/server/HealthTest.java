package io.renhua.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.renhua.store.Store;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a load balancer and a container's keeper are told. */
class HealthTest {
    private final DeskHouse house = DeskHouse.open();

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void isLiveAndReadyAndTellsNobodyMore() {
        for (var path : new String[] {"/health", "/health/liveness", "/health/readiness"}) {
            var answer = house.browser().ask(path);

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("{\"status\":\"UP\"}");
        }
    }

    @Test
    void livesOnButIsNotReadyWhileItDrainsAndTakesNothingNew() {
        house.get(Draining.class).begin();

        assertThat(status("/health/liveness")).isEqualTo(200);
        assertThat(status("/health/readiness")).isEqualTo(503);
        var webhook = knock("/webhooks/web-mo");
        assertThat(webhook.statusCode()).isEqualTo(503);
        assertThat(webhook.headers().firstValue("Retry-After")).hasValue("1");
    }

    @Test
    void isNotLiveOnceNobodyWritesToTheStore() {
        assertThat(status("/health/liveness")).isEqualTo(200);

        house.get(Store.class).close();

        await().untilAsserted(() -> assertThat(status("/health/liveness")).isEqualTo(503));
        await().untilAsserted(() -> assertThat(status("/health/readiness")).isEqualTo(503));
        assertThat(house.browser().ask("/health/readiness").body()).isEqualTo("{\"status\":\"DOWN\"}");
    }

    private int status(String path) {
        return house.browser().ask(path).statusCode();
    }

    private HttpResponse<String> knock(String path) {
        var browser = house.browser();
        return browser.send(browser.request(path).POST(BodyPublishers.ofString("{}")));
    }
}
