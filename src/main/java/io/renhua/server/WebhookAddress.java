package io.renhua.server;

import io.netty.handler.codec.http.QueryStringDecoder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which channel a request is meant for. */
final class WebhookAddress {
    private static final String FOLDER = "/webhooks/";

    private WebhookAddress() {}

    /**
     * The channel's name in {@code /webhooks/<channel>}, still encoded; null for any other address. Slashes as Micronaut
     * takes them: one more at the end is allowed.
     */
    static @Nullable String channel(String uri) {
        int start = path(uri);
        if (start < 0 || !uri.startsWith(FOLDER, start) || uri.indexOf('#', start) >= 0) {
            return null;
        }
        int from = start + FOLDER.length();
        int query = uri.indexOf('?', from);
        int to = query < 0 ? uri.length() : query;
        if (to > from && uri.charAt(to - 1) == '/') {
            to--;
        }
        int slash = uri.indexOf('/', from);
        return to == from || (slash >= 0 && slash < to) ? null : uri.substring(from, to);
    }

    /** Where the path begins: a proxy may send the whole address. */
    private static int path(String uri) {
        if (uri.startsWith("/")) {
            return 0;
        }
        int host = uri.indexOf("://");
        return host < 0 ? -1 : uri.indexOf('/', host + 3);
    }

    /**
     * The name itself.
     *
     * @throws IllegalArgumentException when it is not encoded as names are
     */
    static String decoded(String channel) {
        return channel.indexOf('%') < 0 ? channel : QueryStringDecoder.decodeComponent(channel);
    }

    /**
     * The decoded parameters.
     *
     * @throws IllegalArgumentException when they are not encoded as parameters are
     */
    static Map<String, List<String>> parameters(String uri) {
        return uri.indexOf('?') < 0 ? Map.of() : new QueryStringDecoder(uri).parameters();
    }
}
