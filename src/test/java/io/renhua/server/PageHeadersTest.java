package io.renhua.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageHeadersTest {
    private static DeskHouse house;

    @BeforeAll
    static void open() {
        house = DeskHouse.open();
        house.hire("lin", "Lin", StaffRole.AGENT);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/c/mo",
                "/c/nobody",
                "/health",
                "/webhooks/none",
                "/nothing",
                "/static/desk/desk.css",
                "/static/nothing.css",
                "/desk",
                "/desk/sign-in",
                "/desk/lists",
                "/desk/nothing",
                "/desk/staff",
                "/desk/operations",
                "/prometheus"
            })
    void standOnEveryAnswer(String path) {
        assertGuarded(house.browser().get(path));
        assertGuarded(house.signedIn("lin").get(path));
    }

    @Test
    void standOnRefusals() {
        var browser = house.browser();

        var forged = browser.send(browser.request("/desk/claim").POST(BodyPublishers.ofString("{}")));
        var unknownMethod = browser.send(browser.request("/desk/sign-in").method("PUT", BodyPublishers.noBody()));
        var broken = browser.send(
                browser.request("/desk/transcripts/read?conversation=none").GET());

        assertGuarded(forged);
        assertGuarded(unknownMethod);
        assertGuarded(broken);
    }

    @Test
    void keepPersonalDataOutOfCaches() {
        var answer = house.signedIn("lin").ask("/desk/lists");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
    }

    private static void assertGuarded(HttpResponse<String> answer) {
        var headers = answer.headers();
        assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).hasValue("same-origin");
        assertThat(headers.firstValue("Server")).isEmpty();
    }
}
