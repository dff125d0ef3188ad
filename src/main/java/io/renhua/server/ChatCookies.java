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
 * What the browser keeps for a chat: the visitor's secret, one per persona, or what a site signed for them, out of reach of
 * every script and every other site; and the language chosen. EventSource can carry nothing but cookies, so the secret is one.
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

    Optional<Visitor> usual(HttpRequest<?> request, String persona) {
        return visitorIn(request, name(request, persona));
    }

    /** Whoever tries a version is somebody of their own, so that their usual chat stays as it is. */
    Optional<Visitor> trying(HttpRequest<?> request, String persona) {
        return visitorIn(request, trialName(request, persona));
    }

    private static Optional<Visitor> visitorIn(HttpRequest<?> request, String name) {
        return request.getCookies().findCookie(name).map(Cookie::getValue).flatMap(Visitor::holding);
    }

    /** What a site signed for whoever is signed in; whether it holds still is the connector's to say. */
    Optional<String> signed(HttpRequest<?> request, String persona) {
        return request.getCookies().findCookie(signedName(request, persona)).map(Cookie::getValue);
    }

    /** @param lasts as long as they are signed in */
    Cookie keepingSigned(HttpRequest<?> request, String persona, String token, Duration lasts) {
        return cookie(request, signedName(request, persona), token, lasts);
    }

    Cookie endingSigned(HttpRequest<?> request, String persona) {
        return cookie(request, signedName(request, persona), "", Duration.ZERO);
    }

    Cookie keeping(HttpRequest<?> request, String persona, Visitor visitor) {
        return cookie(request, name(request, persona), visitor.token(), SECRET_LASTS);
    }

    /** @param lasts as long as they may try it */
    Cookie keepingTrial(HttpRequest<?> request, String persona, Visitor visitor, Duration lasts) {
        return cookie(request, trialName(request, persona), visitor.token(), lasts);
    }

    Cookie endingTrial(HttpRequest<?> request, String persona) {
        return cookie(request, trialName(request, persona), "", Duration.ZERO);
    }

    private Cookie cookie(HttpRequest<?> request, String name, String value, Duration lasts) {
        return Cookie.of(name, value)
                .path("/")
                .httpOnly(true)
                .secure(secure(request))
                .sameSite(SameSite.Lax)
                .maxAge(lasts);
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

    /** No persona's own: their ids have no dot. */
    private String trialName(HttpRequest<?> request, String persona) {
        return name(request, persona) + ".trial";
    }

    private String signedName(HttpRequest<?> request, String persona) {
        return name(request, persona) + ".signed";
    }

    private boolean secure(HttpRequest<?> request) {
        return host.resolve(request).startsWith("https:");
    }
}
