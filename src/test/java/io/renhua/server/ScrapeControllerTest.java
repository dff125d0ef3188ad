package io.renhua.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScrapeControllerTest {
    @Test
    void letsNoCollectorInWhereNoTokenIsSet() {
        try (var house = DeskHouse.open()) {
            var browser = house.browser();

            for (var shown : List.of("Bearer ", "Bearer null", "Bearer ***")) {
                var request = browser.request("/prometheus").header("Authorization", shown);
                assertThat(browser.status(request)).as(shown).isEqualTo(401);
            }
        }
    }

    @Test
    void showsOperatorsTheMetrics() {
        try (var house = DeskHouse.open()) {
            house.get(MeterRegistry.class); // as a start does
            house.hire("marc", "Marc", StaffRole.OPERATOR);

            var answer = house.signedIn("marc").get("/prometheus");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("renhua_store_up 1.0");
            assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        }
    }
}
