package io.renhua.server;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/** What every answer tells the browser not to do. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class PageHeaders {
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

    private final StaffCookies cookies;

    PageHeaders(StaffCookies cookies) {
        this.cookies = cookies;
    }

    @ResponseFilter
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void add(HttpRequest<?> request, MutableHttpResponse<?> response) {
        var headers = response.getHeaders();
        if (!headers.contains("Content-Security-Policy")) {
            headers.set("Content-Security-Policy", CONTENT); // a picture's own is stricter
        }
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("X-Frame-Options", "DENY");
        headers.remove("Server");
        if (isPersonal(request.getPath())) {
            headers.set("Cache-Control", "no-store");
        }
        if (cookies.isSecure(request)) {
            headers.set("Strict-Transport-Security", "max-age=31536000");
        }
    }

    private static boolean isPersonal(String path) {
        return path.equals("/desk") || path.startsWith("/desk/");
    }
}
