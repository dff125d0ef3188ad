package io.renhua.server;

import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.filters.AuthenticationFetcher;
import jakarta.inject.Singleton;
import java.util.List;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** Tells micronaut-security that a collector of metrics asks, by its token. */
@Singleton
final class ScrapeFetcher implements AuthenticationFetcher<HttpRequest<?>> {
    private static final String BEARER = "Bearer ";

    private final ScrapeToken token;

    ScrapeFetcher(ScrapeToken token) {
        this.token = token;
    }

    @Override
    public Publisher<Authentication> fetchAuthentication(HttpRequest<?> request) {
        return Mono.justOrEmpty(request.getPath().equals(ScrapeController.PATH) ? bearer(request) : null)
                .filter(token::matches)
                .map(known -> Authentication.build(ScrapeController.COLLECTOR, List.of(ScrapeController.COLLECTOR)));
    }

    private static String bearer(HttpRequest<?> request) {
        var header = request.getHeaders().get("Authorization");
        return header != null && header.startsWith(BEARER) ? header.substring(BEARER.length()) : "";
    }
}
