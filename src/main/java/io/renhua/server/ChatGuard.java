package io.renhua.server;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.util.HttpHostResolver;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;

/**
 * Lets a page change something only from its own site. No form of another site can send JSON, no script of another site
 * can send our origin; both are asked for.
 */
@Singleton
class ChatGuard {
    private static final int LARGEST = 64 * 1024;

    private final HttpHostResolver host;

    ChatGuard(HttpHostResolver host) {
        this.host = host;
    }

    /** The refusal, if there is anything to refuse. */
    Optional<HttpResponse<?>> refusal(HttpRequest<?> request, int size) {
        if (!fromOurSite(request)) {
            return Optional.of(problem(HttpStatus.FORBIDDEN, "this must come from our own page"));
        }
        if (!request.getContentType()
                .map(type -> type.getName().equals(MediaType.APPLICATION_JSON))
                .orElse(false)) {
            return Optional.of(problem(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "this must be application/json"));
        }
        return size > LARGEST
                ? Optional.of(problem(HttpStatus.REQUEST_ENTITY_TOO_LARGE, "this is larger than 64 KiB"))
                : Optional.empty();
    }

    private boolean fromOurSite(HttpRequest<?> request) {
        var site = request.getHeaders().get("Sec-Fetch-Site");
        var origin = request.getHeaders().get(HttpHeaders.ORIGIN);
        return (site == null || site.equals("same-origin"))
                && origin != null
                && authority(origin).isPresent()
                && authority(origin).equals(authority(host.resolve(request)));
    }

    /** Host and port: behind a proxy that ends TLS the scheme differs, and the site is the same. */
    private static Optional<String> authority(String address) {
        try {
            return Optional.ofNullable(new URI(address).getRawAuthority());
        } catch (URISyntaxException e) {
            return Optional.empty(); // 'null' and worse
        }
    }

    static MutableHttpResponse<Map<String, String>> problem(HttpStatus status, String sentence) {
        return HttpResponse.<Map<String, String>>status(status)
                .contentType(MediaType.APPLICATION_JSON_TYPE)
                .body(Map.of("problem", sentence));
    }
}
