package io.renhua.server;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import io.micronaut.http.server.util.HttpHostResolver;
import io.renhua.connector.Visitor;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/**
 * What the browser keeps for a chat: the visitor's secret, one per persona, out of reach of every script and every other
 * site; and the language chosen. EventSource can carry nothing but cookies, so the secret is one.
 */
@Singleton
class ChatCookies {
    private static final Duration SECRET_LASTS = Duration.ofDays(30);
    private static final Duration LANGUAGE_LASTS = Duration.ofDays(365);
    private static final String LANGUAGE = "renhua-language";

    private final HttpHostResolver host;

    ChatCookies(HttpHostResolver host) {
        this.host = host;
    }

    Optional<Visitor> visitor(HttpRequest<?> request, String persona) {
        return request.getCookies()
                .findCookie(name(request, persona))
                .map(Cookie::getValue)
                .flatMap(Visitor::holding);
    }

    Cookie keeping(HttpRequest<?> request, String persona, Visitor visitor) {
        return Cookie.of(name(request, persona), visitor.token())
                .path("/")
                .httpOnly(true)
                .secure(secure(request))
                .sameSite(SameSite.Lax)
                .maxAge(SECRET_LASTS);
    }

    Optional<String> language(HttpRequest<?> request) {
        return request.getCookies().findCookie(LANGUAGE).map(Cookie::getValue);
    }

    Cookie keepingLanguage(HttpRequest<?> request, String language) {
        return Cookie.of(LANGUAGE, language)
                .path("/")
                .httpOnly(true)
                .secure(secure(request))
                .sameSite(SameSite.Lax)
                .maxAge(LANGUAGE_LASTS);
    }

    /** {@code __Host-} where browsers allow it: then no subdomain can plant a secret of its own. */
    private String name(HttpRequest<?> request, String persona) {
        return (secure(request) ? "__Host-" : "") + "renhua-" + persona;
    }

    private boolean secure(HttpRequest<?> request) {
        return host.resolve(request).startsWith("https:");
    }
}
