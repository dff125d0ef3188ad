package io.renhua.hook;

import io.renhua.action.Signer;
import io.renhua.connector.Http;
import io.renhua.text.Wording;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Brings events to one address: one signed POST for each try. */
public final class HookPost {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration LONGEST_PAUSE = Duration.ofDays(1);
    private static final int GONE = 410;

    private final Http http;
    private final String path;
    private final Signer signer;
    private final Clock clock;

    /** @param path and query of the address, below what {@code http} is bound to */
    public HookPost(Http http, String path, Signer signer, Clock clock) {
        this.http = http;
        this.path = path;
        this.signer = signer;
        this.clock = clock;
    }

    /** What came of one try. */
    sealed interface Outcome {
        record Taken() implements Outcome {}

        /** Not now; before {@code notBefore} nothing else either, where they say so. */
        record Later(String why, @Nullable Instant notBefore) implements Outcome {}

        /** Whoever is there wants no events any more. */
        record Gone() implements Outcome {}
    }

    Outcome send(String id, byte[] body) {
        var headers = new HashMap<>(signer.headers(id, clock.instant(), body));
        headers.put("content-type", "application/json; charset=utf-8");
        headers.put("user-agent", "Renhua");
        return switch (http.send(new Http.Call("POST", path, headers, body, PATIENCE))) {
            case Http.Answered answered -> outcome(answered);
            case Http.NotSent(var why) -> new Outcome.Later(why, null);
            case Http.Lost(var why) -> new Outcome.Later(why, null);
        };
    }

    private Outcome outcome(Http.Answered answered) {
        int status = answered.status();
        if (status >= 200 && status < 300) {
            return new Outcome.Taken();
        }
        return status == GONE
                ? new Outcome.Gone()
                : new Outcome.Later(
                        Wording.of("it answered %s", status).toString(),
                        answered.header("retry-after").flatMap(this::moment).orElse(null));
    }

    /** {@code Retry-After}, in seconds or as a date; at most a day. */
    private Optional<Instant> moment(String value) {
        var now = clock.instant();
        var latest = now.plus(LONGEST_PAUSE);
        return parsed(value, now).map(moment -> moment.isAfter(latest) ? latest : moment);
    }

    private static Optional<Instant> parsed(String value, Instant now) {
        if (value.matches("[0-9]{1,9}")) {
            return Optional.of(now.plusSeconds(Long.parseLong(value)));
        }
        try {
            return Optional.of(ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty(); // neither: as if nothing had been said
        }
    }
}
