package io.renhua.connector.slack;

import io.renhua.connector.Secret;
import io.renhua.connector.Signatures;
import io.renhua.connector.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Slack's proof: a time, and a hash over that time and the raw body. See <a
 * href="https://docs.slack.dev/authentication/verifying-requests-from-slack">Slack's page</a>.
 */
final class SlackSignature {
    private static final long TOLERANCE_SECONDS = 300;

    private final List<Secret> secrets;
    private final Clock clock;

    SlackSignature(List<Secret> secrets, Clock clock) {
        this.secrets = secrets;
        this.clock = clock;
    }

    /** What is wrong with the request's proof; empty for a genuine one. */
    Optional<String> objection(WebhookRequest request) {
        var time = request.header("x-slack-request-timestamp").orElse("");
        var signature = request.header("x-slack-signature").orElse("");
        if (!time.matches("\\d{1,12}")) {
            return Optional.of("no x-slack-request-timestamp header, or none that is a time");
        }
        if (Math.abs(clock.instant().getEpochSecond() - Long.parseLong(time)) > TOLERANCE_SECONDS) {
            return Optional.of("x-slack-request-timestamp is more than five minutes away");
        }
        return secrets.stream().anyMatch(secret -> Signatures.same(sign(secret, time, request.body()), signature))
                ? Optional.empty()
                : Optional.of("x-slack-signature does not match the body");
    }

    private static String sign(Secret secret, String time, byte[] body) {
        var prefix = ("v0:" + time + ":").getBytes(StandardCharsets.UTF_8);
        return "v0=" + HexFormat.of().formatHex(Signatures.hmacSha256(secret, prefix, body));
    }
}
