package io.renhua.action;

import com.fasterxml.jackson.databind.JsonNode;
import io.renhua.connector.Http;
import io.renhua.connector.JsonBody;
import io.renhua.text.Wording;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Has an action done by a program that is called over HTTP, in one signed POST for each try. */
public final class HttpPerformer implements Performer {
    private static final int LONGEST_ANSWER = 64 * 1024;
    private static final Duration SOON = Duration.ZERO;
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    private final String action;
    private final Http http;
    private final String path;
    private final Signer signer;
    private final Duration patience;
    private final Clock clock;

    /**
     * @param path and query of its address, below what {@code http} is bound to
     * @param patience for one try
     */
    public HttpPerformer(String action, Http http, String path, Signer signer, Duration patience, Clock clock) {
        this.action = action;
        this.http = http;
        this.path = path;
        this.signer = signer;
        this.patience = patience;
        this.clock = clock;
    }

    @Override
    public String action() {
        return action;
    }

    @Override
    public Answer perform(Errand errand, Duration left) {
        var now = clock.instant();
        var body = JsonBody.write(body(errand));
        var headers = new HashMap<>(signer.headers(errand.id(), now, body));
        headers.put("content-type", "application/json; charset=utf-8");
        headers.put("idempotency-key", errand.id());
        var timeout = left.compareTo(patience) < 0 ? left : patience;
        return switch (http.send(new Http.Call("POST", path, headers, body, timeout))) {
            case Http.Answered answered -> answer(answered);
            case Http.NotSent(var why) -> new Answer.Later(why, SOON);
            case Http.Lost(var why) -> new Answer.Later(why, SOON);
        };
    }

    private JsonNode body(Errand errand) {
        var data = JsonBody.object();
        data.put("persona", errand.persona());
        data.put("conversation", errand.conversation().toString());
        data.put("locale", errand.locale());
        var given = data.putObject("given");
        errand.given().forEach((name, value) -> {
            if (errand.numbers().contains(name)) {
                given.put(name, new BigDecimal(value));
            } else {
                given.put(name, value);
            }
        });
        var body = JsonBody.object();
        body.put("type", "action." + errand.action());
        body.put("timestamp", clock.instant().toString());
        body.set("data", data);
        return body;
    }

    private static Answer answer(Http.Answered answered) {
        int status = answered.status();
        if (status == 408 || status == 425 || status == 429 || status >= 500) {
            return new Answer.Later(Wording.of("it answered %s", status).toString(), pause(answered));
        }
        if (status < 200 || status >= 300) {
            return new Answer.Failed(Wording.of("it answered %s", status).toString());
        }
        return answered.body().length > LONGEST_ANSWER
                ? new Answer.Failed(Wording.of("its answer is longer than %s KiB", LONGEST_ANSWER / 1024)
                        .toString())
                : JsonBody.read(answered.body())
                        .map(HttpPerformer::done)
                        .orElseGet(() -> new Answer.Failed("its answer is no JSON object"));
    }

    private static Answer done(JsonNode json) {
        var values = new HashMap<String, String>();
        json.properties().forEach(field -> {
            if (field.getValue().isValueNode() && !field.getValue().isNull()) {
                values.put(field.getKey(), text(field.getValue()));
            }
        });
        var result = values.remove("result");
        return result == null
                ? new Answer.Failed("its answer has no result")
                : new Answer.Done(result, Map.copyOf(values));
    }

    /** A number as people write it: 3 and not 3.0, 1000000 and not 1E+6. */
    private static String text(JsonNode value) {
        return value.isNumber()
                ? value.decimalValue().stripTrailingZeros().toPlainString()
                : value.asText().strip();
    }

    /** The whole seconds of {@code Retry-After}; a date there is passed over. */
    private static Duration pause(Http.Answered answered) {
        return answered.header("retry-after")
                .filter(value -> value.matches("[0-9]{1,6}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value)))
                .filter(pause -> pause.compareTo(LONGEST_PAUSE) < 0)
                .orElse(SOON);
    }
}
