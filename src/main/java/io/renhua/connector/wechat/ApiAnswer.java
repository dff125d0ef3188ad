package io.renhua.connector.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.renhua.connector.Delivery;
import io.renhua.connector.Http;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What one call of the API came to.
 *
 * @param code WeChat's errcode, 0 for well done; {@link #NONE} where no answer of WeChat's own came
 */
record ApiAnswer(int code, Map<String, String> fields, Delivery outcome) {
    static final int NONE = Integer.MIN_VALUE;

    private static final Duration SOON = Duration.ofSeconds(5);

    static ApiAnswer none(Delivery outcome) {
        return new ApiAnswer(NONE, Map.of(), outcome);
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
        if (status == 429 || status >= 500) {
            return none(new Delivery.Postponed(SOON, "WeChat is out of order: HTTP " + status));
        }
        if (status != 200) {
            return none(new Delivery.Refused("HTTP " + status + " is no answer of WeChat's; check api-base"));
        }
        return Json.fields(new String(answered.body(), UTF_8))
                .map(ApiAnswer::of)
                .orElseGet(() -> none(new Delivery.InDoubt("an answer that is no JSON object")));
    }

    /** The token's call has no errcode when it went well; every other call has one. */
    private static ApiAnswer of(Map<String, String> fields) {
        var code = integer(fields.getOrDefault("errcode", fields.containsKey("access_token") ? "0" : ""));
        if (code.isEmpty()) {
            return none(new Delivery.InDoubt("an answer without errcode"));
        }
        var said = fields.getOrDefault("errmsg", "");
        return new ApiAnswer(
                code.getAsInt(), fields, ErrorCodes.outcome(code.getAsInt(), said, fields.getOrDefault("msgid", "")));
    }

    /** The field as a number; 0 where it is none. */
    int number(String field) {
        return integer(fields.getOrDefault(field, "")).orElse(0);
    }

    private static OptionalInt integer(String text) {
        try {
            return OptionalInt.of(Integer.parseInt(text));
        } catch (NumberFormatException e) {
            return OptionalInt.empty();
        }
    }
}
