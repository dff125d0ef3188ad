package io.renhua.server;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.security.rules.SecurityRuleResult;
import io.micronaut.web.router.RouteAttributes;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * Which doors stand open to everybody. Below {@code /desk} and {@code /api/v1} and for the metrics the routes name their roles themselves; what
 * neither is open here nor names a role is closed.
 */
@Singleton
final class StaffDoors implements SecurityRule<HttpRequest<?>> {
    private static final List<String> OPEN_BELOW = List.of("/webhooks/", "/c/", "/p/", "/a/", "/static/");
    private static final List<String> OPEN =
            List.of("/", "/health", "/health/liveness", "/health/readiness", "/favicon.ico", "/api/docs", ApiDocs.FILE);

    @Override
    public Publisher<SecurityRuleResult> check(
            @Nullable HttpRequest<?> request, @Nullable Authentication authentication) {
        return Mono.just(request == null ? SecurityRuleResult.REJECTED : check(request));
    }

    private static SecurityRuleResult check(HttpRequest<?> request) {
        var path = request.getPath();
        if (OPEN.contains(path) || OPEN_BELOW.stream().anyMatch(path::startsWith)) {
            return SecurityRuleResult.ALLOWED;
        }
        boolean isThere = RouteAttributes.getRouteMatch(request).isPresent();
        if (isForStaff(path) || (isThere && ApiErrors.isApi(request))) {
            return SecurityRuleResult.UNKNOWN;
        }
        // where there is nothing, nothing is to be kept closed: that is a 404
        return isThere ? SecurityRuleResult.REJECTED : SecurityRuleResult.ALLOWED;
    }

    private static boolean isForStaff(String path) {
        return path.equals("/desk") || path.startsWith("/desk/") || path.equals(ScrapeController.PATH);
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
