package io.renhua.server;

import io.micronaut.context.annotation.Property;
import io.micronaut.core.convert.value.ConvertibleMultiValues;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import jakarta.inject.Singleton;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the browser keeps for us, and who it truly is behind a proxy that we were told to trust. */
@Singleton
final class StaffCookies {
    static final String SESSION = "renhua";
    static final String DEVICE = "renhua-device";
    static final String VISIT = "renhua-visit";
    static final String LANGUAGE = "renhua-language";
    private static final String HOST_ONLY = "__Host-";

    private final List<String> trustedProxies;

    StaffCookies(@Property(name = "renhua.trusted-proxies", defaultValue = "") List<String> trustedProxies) {
        this.trustedProxies = List.copyOf(trustedProxies);
    }

    Optional<String> read(HttpRequest<?> request, String name) {
        return request.getCookies().findCookie(nameFor(request, name)).map(Cookie::getValue);
    }

    /** Has the browser keep a value, for us alone; for zero long to forget it. */
    void keep(HttpRequest<?> request, MutableHttpResponse<?> response, String name, String value, Duration howLong) {
        response.cookie(Cookie.of(nameFor(request, name), value)
                .path("/")
                .httpOnly(true)
                .secure(isSecure(request))
                .sameSite(SameSite.Lax)
                .maxAge(howLong));
    }

    boolean isSecure(HttpRequest<?> request) {
        return request.isSecure()
                || forwarded(request, "X-Forwarded-Proto")
                        .filter("https"::equals)
                        .isPresent();
    }

    /** Whether a proxy that we trust says that it was reached by TLS. */
    boolean isSecure(@Nullable InetSocketAddress remote, @Nullable String forwardedProto) {
        return remote != null && "https".equals(forwardedProto) && trustedProxies.contains(socket(remote));
    }

    /** Where somebody calls from; what a proxy adds counts only from one we trust. */
    String address(HttpRequest<?> request) {
        return forwarded(request, "X-Forwarded-For")
                .map(list -> list.substring(list.lastIndexOf(',') + 1).strip())
                .orElseGet(() -> socket(request.getRemoteAddress()));
    }

    private Optional<String> forwarded(HttpRequest<?> request, String header) {
        return trustedProxies.contains(socket(request.getRemoteAddress()))
                ? ((ConvertibleMultiValues<String>) request.getHeaders()).getFirst(header)
                : Optional.empty();
    }

    private String nameFor(HttpRequest<?> request, String name) {
        return isSecure(request) ? HOST_ONLY + name : name;
    }

    private static String socket(InetSocketAddress address) {
        return address.getAddress() == null
                ? address.getHostString()
                : address.getAddress().getHostAddress();
    }
}
