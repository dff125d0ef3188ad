package io.renhua.server;

import io.micronaut.http.HttpRequest;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.filters.AuthenticationFetcher;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Tells micronaut-security who asks, by our cookie. */
@Singleton
final class StaffFetcher implements AuthenticationFetcher<HttpRequest<?>> {
    /** Open to everybody, and tells staff more. */
    private static final String HEALTH = "/health";

    private final StaffSessions sessions;
    private final StaffCookies cookies;
    private final ExecutorService blocking;

    StaffFetcher(
            StaffSessions sessions, StaffCookies cookies, @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.sessions = sessions;
        this.cookies = cookies;
        this.blocking = blocking;
    }

    @Override
    public Publisher<Authentication> fetchAuthentication(HttpRequest<?> request) {
        return Mono.justOrEmpty(isForStaff(request.getPath()) ? cookies.read(request, StaffCookies.SESSION) : null)
                .flatMap(token -> Mono.fromCallable(() -> sessions.read(token))
                        .subscribeOn(Schedulers.fromExecutorService(blocking)))
                .flatMap(Mono::justOrEmpty)
                .map(StaffFetcher::authentication);
    }

    private static boolean isForStaff(String path) {
        return path.startsWith("/desk") || path.equals(ScrapeController.PATH) || path.equals(HEALTH);
    }

    private static Authentication authentication(StaffSession session) {
        var member = session.member();
        return Authentication.build(
                member.login(), List.of(member.role().word()), Map.of(StaffSession.ATTRIBUTE, session));
    }
}
