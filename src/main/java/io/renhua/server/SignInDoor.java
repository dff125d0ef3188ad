package io.renhua.server;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.renhua.conversation.AgentWatch;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Lets in who has shown to be who they say, and knows their browser again. */
@Singleton
final class SignInDoor {
    private static final Duration A_QUARTER = Duration.ofDays(90);
    private static final String KNOWN = "device";

    private final StaffSessions sessions;
    private final StaffKeys keys;
    private final StaffCookies cookies;
    private final AgentWatch agents;

    SignInDoor(StaffSessions sessions, StaffKeys keys, StaffCookies cookies, AgentWatch agents) {
        this.sessions = sessions;
        this.keys = keys;
        this.cookies = cookies;
        this.agents = agents;
    }

    HttpResponse<?> open(HttpRequest<?> request, StaffMember member, String to) {
        var response = DeskPages.goTo(to);
        keep(request, response, sessions.begin(member));
        var device = StaffKeys.random(12);
        var proof = keys.proof(KNOWN, device + " of " + member.login());
        cookies.keep(request, response, StaffCookies.DEVICE, device + "." + proof, A_QUARTER);
        return response;
    }

    void close(StaffSession session) {
        sessions.end(session);
        agents.signedOut(session.member().login());
    }

    void keep(HttpRequest<?> request, MutableHttpResponse<?> response, StaffSession session) {
        cookies.keep(request, response, StaffCookies.SESSION, sessions.token(session), StaffSessions.LONGEST);
    }

    /** The browser's own name where this account was opened in it before, else {@code unknown}. */
    String device(HttpRequest<?> request, String login) {
        return cookies.read(request, StaffCookies.DEVICE)
                .map(cookie -> cookie.split("\\.", 2))
                .filter(parts -> parts.length == 2 && keys.proves(parts[1], KNOWN, parts[0] + " of " + login))
                .map(parts -> parts[0])
                .orElse("unknown");
    }

    /** Only our own pages; anything else leads to the desk. */
    static String within(String path) {
        return path.matches("/desk([/?][\\w/?=&%.~+:-]*)?") ? path : "/desk";
    }
}
