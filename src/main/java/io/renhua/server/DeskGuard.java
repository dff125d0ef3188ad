package io.renhua.server;

import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.body.ByteBody;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lets nothing change at the desk that another site's page asked a browser to do. */
@ServerFilter({"/desk", "/desk/**"})
final class DeskGuard {
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final String FIELD = DeskToken.FIELD + "=";

    /** After whoever asks is known: {@link ServerFilterPhase#SECURITY} and a step more. */
    static final int AFTER_SECURITY = 39_250;

    private final DeskToken token;

    DeskGuard(DeskToken token) {
        this.token = token;
    }

    @RequestFilter
    @Order(DeskGuard.AFTER_SECURITY)
    @ExecuteOn(TaskExecutors.BLOCKING)
    @Nullable
    HttpResponse<?> check(HttpRequest<?> request) {
        return READING.contains(request.getMethod()) || isOurs(request)
                ? null
                : HttpResponse.status(HttpStatus.FORBIDDEN);
    }

    private boolean isOurs(HttpRequest<?> request) {
        return comesFromHere(request)
                && tokenIn(request).filter(found -> token.fits(request, found)).isPresent();
    }

    private static boolean comesFromHere(HttpRequest<?> request) {
        var headers = request.getHeaders();
        var site = headers.get("Sec-Fetch-Site");
        var origin = headers.get("Origin");
        var host = headers.get("Host");
        return (site == null || site.equals("same-origin"))
                && origin != null
                && host != null
                && authority(origin).filter(host::equalsIgnoreCase).isPresent();
    }

    private static Optional<String> authority(String origin) {
        try {
            return Optional.ofNullable(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // no browser sends that
        }
    }

    private static Optional<String> tokenIn(HttpRequest<?> request) {
        var header = request.getHeaders().get(DeskToken.HEADER);
        if (header != null) {
            return Optional.of(header);
        }
        boolean form = request.getContentType()
                .filter(type -> type.matches(MediaType.APPLICATION_FORM_URLENCODED_TYPE))
                .isPresent();
        return form && request instanceof ServerHttpRequest<?> served ? field(served) : Optional.empty();
    }

    private static Optional<String> field(ServerHttpRequest<?> request) {
        try (var copy = request.byteBody().split(ByteBody.SplitBackpressureMode.FASTEST);
                var body = copy.buffer().join()) {
            return Arrays.stream(body.toString(StandardCharsets.UTF_8).split("&"))
                    .filter(pair -> pair.startsWith(FIELD))
                    .map(pair -> URLDecoder.decode(pair.substring(FIELD.length()), StandardCharsets.UTF_8))
                    .findFirst();
        }
    }
}
