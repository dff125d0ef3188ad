package io.renhua.server;

import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The token that forms carry: it proves that the page they stand on was ours and the same browser's. */
@Singleton
final class DeskToken {
    /** The form field's name. */
    static final String FIELD = "token_of_page";

    static final String HEADER = "X-Renhua-Token";

    private final StaffKeys keys;
    private final StaffCookies cookies;

    DeskToken(StaffKeys keys, StaffCookies cookies) {
        this.keys = keys;
        this.cookies = cookies;
    }

    /** For a page that is given to somebody: bound to the session, or before there is one to the visit. */
    String of(String binding) {
        return keys.proof("form", binding);
    }

    boolean fits(HttpRequest<?> request, String token) {
        return binding(request)
                .filter(binding -> keys.proves(token, "form", binding))
                .isPresent();
    }

    Optional<String> binding(HttpRequest<?> request) {
        return session(request)
                .map(session -> "session " + session.id())
                .or(() -> cookies.read(request, StaffCookies.VISIT).map(visit -> "visit " + visit));
    }

    static Optional<StaffSession> session(HttpRequest<?> request) {
        return request.getUserPrincipal(Authentication.class)
                .map(known -> known.getAttributes().get(StaffSession.ATTRIBUTE))
                .map(StaffSession.class::cast);
    }
}
