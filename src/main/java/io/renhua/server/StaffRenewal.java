package io.renhua.server;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.time.Clock;
import java.time.Duration;

/** Keeps a session from idling out while somebody does something; what a page asks by itself does not count. */
@ServerFilter({"/desk", "/desk/**"})
final class StaffRenewal {
    private static final Duration NOW_AND_THEN = Duration.ofMinutes(5);

    private final SignInDoor door;
    private final Clock clock;

    StaffRenewal(SignInDoor door, Clock clock) {
        this.door = door;
        this.clock = clock;
    }

    @ResponseFilter
    void renew(HttpRequest<?> request, MutableHttpResponse<?> response) {
        if (isDoneByHand(request) && response.code() == 200) {
            DeskToken.session(request)
                    .filter(session -> session.issued().plus(NOW_AND_THEN).isBefore(clock.instant()))
                    .ifPresent(session -> door.keep(request, response, session));
        }
    }

    private static boolean isDoneByHand(HttpRequest<?> request) {
        return request.getMethod() == HttpMethod.POST
                || "navigate".equals(request.getHeaders().get("Sec-Fetch-Mode"));
    }
}
