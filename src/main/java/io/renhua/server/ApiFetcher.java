package io.renhua.server;

import io.micronaut.http.HttpRequest;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.filters.AuthenticationFetcher;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Tells micronaut-security which program asks, by its token. Cookies count for nothing here, so no browser can be led here. */
@Singleton
final class ApiFetcher implements AuthenticationFetcher<HttpRequest<?>> {
    private static final String BEARER = "Bearer ";

    private final ApiTokens tokens;
    private final ApiTries tries;
    private final StaffCookies addresses;
    private final ExecutorService blocking;

    ApiFetcher(
            ApiTokens tokens,
            ApiTries tries,
            StaffCookies addresses,
            @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.tokens = tokens;
        this.tries = tries;
        this.addresses = addresses;
        this.blocking = blocking;
    }

    @Override
    public Publisher<Authentication> fetchAuthentication(HttpRequest<?> request) {
        return Mono.justOrEmpty(ApiErrors.isApi(request) ? bearer(request) : Optional.<String>empty())
                .flatMap(text -> Mono.fromCallable(() -> shown(text, addresses.address(request)))
                        .subscribeOn(Schedulers.fromExecutorService(blocking)))
                .flatMap(Mono::justOrEmpty)
                .map(ApiFetcher::authentication);
    }

    private static Optional<String> bearer(HttpRequest<?> request) {
        var header = request.getHeaders().get("Authorization");
        return header != null && header.startsWith(BEARER)
                ? Optional.of(header.substring(BEARER.length()).strip())
                : Optional.empty();
    }

    private Optional<ApiToken> shown(String text, String address) {
        if (tries.areTooMany(address)) {
            return Optional.empty();
        }
        var token = tokens.shown(text);
        token.ifPresentOrElse(tokens::used, () -> tries.failed(address));
        return token;
    }

    private static Authentication authentication(ApiToken token) {
        return Authentication.build(
                token.agent(), token.scopes().stream().map(ApiScope::role).toList(), Map.of(ApiToken.ATTRIBUTE, token));
    }
}
