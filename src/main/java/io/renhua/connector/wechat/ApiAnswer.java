package io.renhua.connector.wechat;

import com.fasterxml.jackson.databind.JsonNode;
import io.renhua.connector.Delivery;
import io.renhua.connector.Http;
import io.renhua.connector.JsonBody;
import io.renhua.text.Wording;
import java.time.Duration;

/**
 * What one call of the API came to.
 *
 * @param code WeChat's errcode, 0 for well done; {@link #NONE} where no answer of WeChat's own came
 */
record ApiAnswer(int code, JsonNode json, Delivery outcome) {
    static final int NONE = Integer.MIN_VALUE;

    private static final Duration SOON = Duration.ofSeconds(5);

    static ApiAnswer none(Delivery outcome) {
        return new ApiAnswer(NONE, JsonBody.object(), outcome);
    }

    static ApiAnswer of(Http.Answer answer) {
        return switch (answer) {
            case Http.Answered answered -> of(answered);
            case Http.NotSent(var why) -> none(new Delivery.Postponed(SOON, why));
            case Http.Lost(var why) -> none(new Delivery.InDoubt(why));
        };
    }

    private static ApiAnswer of(Http.Answered answered) {
        int status = answered.status();
        if (status == 504) {
            return none(new Delivery.InDoubt("a gateway before WeChat gave up waiting"));
        }
        if (status == 429) {
            return none(new Delivery.Throttled(SOON, "WeChat wants fewer calls: HTTP 429"));
        }
        if (status >= 500) {
            return none(new Delivery.Postponed(
                    SOON, Wording.of("WeChat is out of order: HTTP %s", status).toString()));
        }
        if (status != 200) {
            return none(new Delivery.Refused(Wording.of("HTTP %s is no answer of WeChat's; check api-base", status)
                    .toString()));
        }
        return of(JsonBody.read(answered));
    }

    /** The token's call has no errcode when it went well; every other call has one. */
    private static ApiAnswer of(JsonNode json) {
        int code = json.path("errcode").asInt(json.has("access_token") ? 0 : NONE);
        return code == NONE
                ? none(new Delivery.InDoubt("an answer without errcode"))
                : new ApiAnswer(code, json, ErrorCodes.outcome(code, json));
    }
}
