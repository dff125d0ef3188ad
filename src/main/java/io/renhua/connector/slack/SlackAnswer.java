package io.renhua.connector.slack;

import com.fasterxml.jackson.databind.JsonNode;
import io.renhua.connector.Delivery;
import io.renhua.connector.Http;
import io.renhua.connector.JsonBody;
import io.renhua.connector.Shortened;
import io.renhua.text.Wording;
import java.time.Duration;

/** What an answer of Slack's means for our message. Most failures come as 200 with {@code ok: false}. */
record SlackAnswer(Http.Answered answer, JsonNode json) {
    private static final Duration WHEN_BUSY = Duration.ofSeconds(5);
    private static final Duration WHEN_BROKEN = Duration.ofSeconds(2);

    static SlackAnswer of(Http.Answered answer) {
        return new SlackAnswer(answer, JsonBody.read(answer));
    }

    Delivery delivery() {
        int status = answer.status();
        if (status == 429) {
            return new Delivery.Throttled(retryAfter(), said());
        }
        if (status >= 500) {
            return new Delivery.Postponed(WHEN_BROKEN, said());
        }
        return status == 200 && json.path("ok").asBoolean()
                ? new Delivery.Sent(json.path("ts").asText())
                : failed();
    }

    private Delivery failed() {
        return switch (error()) {
            case "ratelimited", "rate_limited" -> new Delivery.Throttled(retryAfter(), said());
            case "service_unavailable", "team_added_to_org" -> new Delivery.Postponed(WHEN_BROKEN, said());
            // some of the work may have been done before these, says Slack
            case "internal_error", "fatal_error", "request_timeout" -> new Delivery.InDoubt(said());
            case "not_authed", "invalid_auth", "account_inactive", "token_revoked", "token_expired" ->
                new Delivery.Refused(Wording.of("%s; install the app again and set bot-token", said())
                        .toString());
            case "missing_scope" ->
                new Delivery.Refused(Wording.of(
                                "%s; add the scope %s to the app",
                                said(), json.path("needed").asText())
                        .toString());
            case "not_in_channel", "channel_not_found" ->
                new Delivery.Refused(Wording.of("%s; invite the app into the channel", said())
                        .toString());
            case "" -> answer.status() == 200 ? new Delivery.InDoubt(said()) : new Delivery.Refused(said());
            default -> new Delivery.Refused(said());
        };
    }

    private String error() {
        return Shortened.to(100, json.path("error").asText());
    }

    private Duration retryAfter() {
        return answer.header("retry-after")
                .filter(seconds -> seconds.matches("\\d{1,9}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .orElse(WHEN_BUSY);
    }

    private String said() {
        return Wording.of("Slack answered %s %s", answer.status(), error()).toString();
    }
}
