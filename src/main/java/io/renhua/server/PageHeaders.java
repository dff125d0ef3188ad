package io.renhua.server;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.Map;

/** What every answer tells the browser not to do. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class PageHeaders {
    private static final String CONTENT_POLICY = "Content-Security-Policy";
    private static final String CONTENT = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data:",
            "media-src 'self'",
            "font-src 'self'",
            "connect-src 'self'",
            "manifest-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'");

    /** What stands on every answer, whoever gives it. */
    static final Map<String, String> ALWAYS = Map.of(
            CONTENT_POLICY,
            CONTENT,
            "X-Content-Type-Options",
            "nosniff",
            "Referrer-Policy",
            "no-referrer",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            "X-Frame-Options",
            "DENY");

    /** And on those that went through TLS. */
    static final String TRANSPORT = "Strict-Transport-Security";

    static final String TRANSPORT_FOR = "max-age=31536000";

    private final StaffCookies cookies;

    PageHeaders(StaffCookies cookies) {
        this.cookies = cookies;
    }

    @ResponseFilter
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void add(HttpRequest<?> request, MutableHttpResponse<?> response) {
        var headers = response.getHeaders();
        ALWAYS.forEach((name, value) -> {
            if (!name.equals(CONTENT_POLICY) || !headers.contains(name)) { // a picture's own is stricter
                headers.set(name, value);
            }
        });
        headers.remove("Server");
        if (isPersonal(request.getPath())) {
            headers.set("Cache-Control", "no-store");
        }
        if (cookies.isSecure(request)) {
            headers.set(TRANSPORT, TRANSPORT_FOR);
        }
    }

    private static boolean isPersonal(String path) {
        return path.equals("/desk") || path.startsWith("/desk/") || path.startsWith("/api/v1/");
    }
}
