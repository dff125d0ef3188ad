package io.renhua.connector.line;

import io.renhua.connector.Delivery;
import io.renhua.connector.Http;
import io.renhua.connector.JsonBody;
import io.renhua.connector.Shortened;
import io.renhua.text.Wording;
import java.time.Duration;
import java.util.Locale;

/** What an answer of LINE's means for our message. */
final class LineAnswer {
    private static final Duration WHEN_BUSY = Duration.ofSeconds(5);
    private static final Duration WHEN_BROKEN = Duration.ofSeconds(2);

    private LineAnswer() {}

    static Delivery of(Http.Answered answer) {
        return switch (answer.status()) {
            // 409: this retry key was taken before, so an earlier try arrived
            case 200, 202, 409 -> new Delivery.Sent(messageId(answer));
            case 401 ->
                refused(answer, "LINE does not know the channel access token: issue a new one for this account");
            case 403 -> refused(answer, "LINE does not allow this account to send: check its plan and permissions");
            case 429 ->
                quotaIsUsedUp(answer)
                        ? refused(answer, "this month's messages are used up: choose a larger plan")
                        : new Delivery.Throttled(WHEN_BUSY, said(answer));
            default ->
                answer.status() >= 500
                        ? new Delivery.Postponed(WHEN_BROKEN, said(answer))
                        : new Delivery.Refused(said(answer));
        };
    }

    /** The reply token is too old, or used. */
    static boolean tokenIsSpent(Http.Answered answer) {
        return answer.status() == 400 && message(answer).startsWith("Invalid reply token");
    }

    private static boolean quotaIsUsedUp(Http.Answered answer) {
        return message(answer).toLowerCase(Locale.ROOT).contains("monthly limit");
    }

    private static Delivery refused(Http.Answered answer, String advice) {
        return new Delivery.Refused(said(answer) + "; " + advice);
    }

    private static String messageId(Http.Answered answer) {
        return JsonBody.read(answer).path("sentMessages").path(0).path("id").asText();
    }

    private static String said(Http.Answered answer) {
        return Wording.of("LINE answered %s %s", answer.status(), Shortened.to(200, message(answer)))
                .toString();
    }

    private static String message(Http.Answered answer) {
        return JsonBody.read(answer).path("message").asText();
    }
}
