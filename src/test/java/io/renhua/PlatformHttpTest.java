package io.renhua;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import io.renhua.connector.Http;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlatformHttpTest {
    private static final String REFUSAL = "{\"ok\":false,\"error_code\":429,\"parameters\":{\"retry_after\":1}}";

    private final WireMockServer platform =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());
    private final PlatformHttp http = new PlatformHttp();

    @BeforeEach
    void start() {
        platform.start();
    }

    @AfterEach
    void stop() {
        http.close();
        platform.stop();
    }

    @Test
    void callsBelowItsBase() {
        answers(aResponse().withStatus(200).withBody("fine").withHeader("X-Line-Request-Id", "r1"));

        var answered = (Http.Answered) call(platform.baseUrl() + "/v1/", Duration.ofSeconds(10));

        assertThat(new String(answered.body(), UTF_8)).isEqualTo("fine");
        assertThat(answered.headers()).containsEntry("x-line-request-id", List.of("r1"));
        platform.verify(postRequestedFor(urlEqualTo("/v1/send?a=1"))
                .withHeader("authorization", equalTo("Bearer t"))
                .withRequestBody(equalTo("{}")));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 409, 413, 429, 500, 502, 503})
    void givesARefusalBackAsItCame(int status) {
        for (var type : List.of("application/json", "text/html", "")) {
            var answer = aResponse().withStatus(status).withBody(REFUSAL);
            answers(type.isEmpty() ? answer : answer.withHeader("content-type", type));

            assertThat(call()).isInstanceOfSatisfying(Http.Answered.class, answered -> {
                assertThat(answered.status()).isEqualTo(status);
                assertThat(new String(answered.body(), UTF_8)).isEqualTo(REFUSAL);
            });
        }
    }

    @Test
    void followsNoRedirect() {
        answers(aResponse().withStatus(302).withHeader("location", platform.baseUrl() + "/elsewhere"));

        assertThat(((Http.Answered) call()).status()).isEqualTo(302);
    }

    @Test
    void knowsThatACallNeverLeft() {
        var base = platform.baseUrl();
        platform.stop();

        assertThat(call(base, Duration.ofSeconds(10))).isInstanceOf(Http.NotSent.class);
    }

    @Test
    void doesNotKnowWhatBecameOfACallThatBroke() {
        for (var fault : List.of(Fault.CONNECTION_RESET_BY_PEER, Fault.EMPTY_RESPONSE)) {
            answers(aResponse().withFault(fault));

            assertThat(call()).isInstanceOf(Http.Lost.class);
        }
    }

    @Test
    void doesNotKnowWhatBecameOfACallThatTookTooLong() {
        answers(aResponse().withFixedDelay(5_000));

        assertThat(call(platform.baseUrl(), Duration.ofMillis(200))).isInstanceOf(Http.Lost.class);
    }

    private void answers(ResponseDefinitionBuilder answer) {
        platform.resetAll();
        platform.stubFor(any(anyUrl()).willReturn(answer));
    }

    private Http.Answer call() {
        return call(platform.baseUrl(), Duration.ofSeconds(10));
    }

    private Http.Answer call(String base, Duration timeout) {
        var headers = Map.of("authorization", "Bearer t", "content-type", "application/json");
        return http.to(URI.create(base))
                .send(new Http.Call("POST", "/send?a=1", headers, "{}".getBytes(UTF_8), timeout));
    }
}
