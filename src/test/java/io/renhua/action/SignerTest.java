package io.renhua.action;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.connector.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignerTest {
    private static final Secret SECRET = new Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    private static final Secret OTHER = new Secret("whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");

    /** Computed with openssl, over the id, time and body of the standard's own example. */
    private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    @Test
    void signsIdTimeAndBody() {
        assertThat(headers(new Signer(List.of(SECRET))))
                .containsEntry("webhook-id", "msg_p5jXN8AQM9LWM0D4loKWxJek")
                .containsEntry("webhook-timestamp", "1614265330")
                .containsEntry("webhook-signature", SIGNATURE);
    }

    @Test
    void signsWithBothSecretsWhileOneTakesTheOthersPlace() {
        assertThat(headers(new Signer(List.of(OTHER, SECRET))).get("webhook-signature"))
                .startsWith("v1,")
                .endsWith(" " + SIGNATURE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                "whsec_",
                "whsec_c2hvcnQ=",
                "whsec_no base64 at all!!!!!!!!!!!!!!"
            })
    void knowsWhatCannotSign(String secret) {
        assertThat(Signer.fits(new Secret(secret))).isFalse();
        assertThat(Signer.fits(SECRET)).isTrue();
    }

    private static Map<String, String> headers(Signer signer) {
        return signer.headers(
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                Instant.ofEpochSecond(1_614_265_330),
                "{\"test\": 2432232314}".getBytes(UTF_8));
    }
}
