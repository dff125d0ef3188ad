package io.renhua.action;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.renhua.connector.Http;
import io.renhua.connector.Secret;
import io.renhua.connector.SettableClock;
import io.renhua.message.ConversationId;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpPerformerTest {
    private static final Errand ERRAND = new Errand(
            "e1",
            "pao",
            "find_order",
            new ConversationId("pao-line", "U1"),
            "zh-Hant",
            Map.of("order_no", "SP20260101"));

    private final List<Http.Call> calls = new ArrayList<>();
    private Http.Answer answer = answered(200, "{\"result\":\"none\"}");

    @Test
    void tellsWhoAsksAndWhatIsGivenSignedAndUnderOneName() throws IOException {
        perform();

        var call = calls.getFirst();
        assertThat(call.method()).isEqualTo("POST");
        assertThat(call.path()).isEqualTo("/find?shop=1");
        assertThat(call.headers())
                .containsEntry("webhook-id", "e1")
                .containsEntry("idempotency-key", "e1")
                .containsEntry("webhook-timestamp", "1790942400")
                .containsKey("webhook-signature");
        assertThat(new ObjectMapper().readTree(call.body())).isEqualTo(new ObjectMapper().readTree("""
                {"type": "action.find_order", "timestamp": "2026-10-02T12:00:00Z",
                 "data": {"persona": "pao", "conversation": "pao-line/U1", "locale": "zh-Hant",
                          "given": {"order_no": "SP20260101"}}}"""));
    }

    @Test
    void givesANumberAsOne() throws IOException {
        var errand = new Errand(
                "e1",
                "pao",
                "reserve",
                new ConversationId("pao-line", "U1"),
                "zh-Hant",
                Map.of("pieces", "12", "order_no", "007"),
                Set.of("pieces"),
                null);

        performer().perform(errand, Duration.ofSeconds(3));

        assertThat(new ObjectMapper()
                        .readTree(calls.getFirst().body())
                        .path("data")
                        .path("given")
                        .toString())
                .isIn("{\"pieces\":12,\"order_no\":\"007\"}", "{\"order_no\":\"007\",\"pieces\":12}");
    }

    @Test
    void waitsNoLongerThanSomebodyWaits() {
        perform();
        performer().perform(ERRAND, Duration.ofMillis(700));

        assertThat(calls).extracting(Http.Call::timeout).containsExactly(Duration.ofSeconds(3), Duration.ofMillis(700));
    }

    @Test
    void takesTextsNumbersAndFlagsAndNothingThatIsNone() {
        answer = answered(200, """
                {"result": "shipped", "eta": " 2026-10-09 ", "days": 3.0, "big": 1e6, "gift": true,
                 "note": null, "lines": [1], "more": {"a": 1}}""");

        assertThat(perform())
                .isEqualTo(new Answer.Done(
                        "shipped", Map.of("eta", "2026-10-09", "days", "3", "big", "1000000", "gift", "true")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "[1]|its answer is no JSON object",
                "{|its answer is no JSON object",
                "{\"eta\":\"x\"}|its answer has no result"
            })
    void anAnswerOfAnotherKindIsFinal(String body, String why) {
        answer = answered(200, body);

        assertThat(perform()).isEqualTo(new Answer.Failed(why));
    }

    @Test
    void anEndlessAnswerIsFinal() {
        answer = answered(200, "{\"result\":\"" + "x".repeat(64 * 1024) + "\"}");

        assertThat(perform()).isEqualTo(new Answer.Failed("its answer is longer than 64 KiB"));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 400, 401, 403, 404, 409, 410, 422})
    void aRefusalIsFinal(int status) {
        answer = answered(status, "{\"result\":\"none\"}");

        assertThat(perform()).isEqualTo(new Answer.Failed("it answered " + status));
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 425, 429, 500, 502, 503, 504})
    void whatMayPassIsTriedAgain(int status) {
        answer = new Http.Answered(status, Map.of("retry-after", List.of("2")), new byte[0]);

        assertThat(perform()).isEqualTo(new Answer.Later("it answered " + status, Duration.ofSeconds(2)));
    }

    @Test
    void whatGotLostIsTriedAgain() {
        answer = new Http.Lost("no answer within 3 s");
        assertThat(perform()).isEqualTo(new Answer.Later("no answer within 3 s", Duration.ZERO));

        answer = new Http.NotSent("not reachable");
        assertThat(perform()).isEqualTo(new Answer.Later("not reachable", Duration.ZERO));
    }

    private Answer perform() {
        return performer().perform(ERRAND, Duration.ofSeconds(8));
    }

    private HttpPerformer performer() {
        Http http = call -> {
            calls.add(call);
            return answer;
        };
        return new HttpPerformer(
                "find_order",
                http,
                "/find?shop=1",
                new Signer(List.of(new Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"))),
                Duration.ofSeconds(3),
                new SettableClock(Instant.parse("2026-10-02T12:00:00Z")));
    }

    private static Http.Answer answered(int status, String body) {
        return new Http.Answered(status, Map.of(), body.getBytes(UTF_8));
    }
}
