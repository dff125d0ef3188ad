package io.renhua.server;

import static io.netty.handler.codec.http.HttpResponseStatus.BAD_REQUEST;
import static io.netty.handler.codec.http.HttpResponseStatus.EXPECTATION_FAILED;
import static io.netty.handler.codec.http.HttpResponseStatus.METHOD_NOT_ALLOWED;
import static io.netty.handler.codec.http.HttpResponseStatus.NOT_FOUND;
import static io.netty.handler.codec.http.HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE;
import static io.netty.handler.codec.http.HttpResponseStatus.UNSUPPORTED_MEDIA_TYPE;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.renhua.connector.Connector;
import io.renhua.connector.WebhookRequest;
import io.renhua.conversation.Channels;
import java.util.List;
import java.util.Map;

/** What the head of a call at a webhook's address says: for whom it is, or why it is refused. */
sealed interface WebhookCall {

    /** For a channel of ours. */
    record Welcome(Connector connector, HttpRequest head, Map<String, List<String>> query) implements WebhookCall {
        private static final byte[] NOTHING = {};

        /** The request with what came after its head; only a POST says anything by that. */
        WebhookRequest with(byte[] body) {
            return new WebhookRequest(
                    head.method().name(),
                    new WebhookHeaders(head.headers()),
                    query,
                    head.method().equals(HttpMethod.POST) ? body : NOTHING);
        }
    }

    /** Not for us, whatever its body holds. */
    record Refused(HttpResponseStatus status) implements WebhookCall {}

    static WebhookCall of(HttpRequest head, String encodedChannel, Channels channels) {
        if (!isTaken(head.method())) {
            return new Refused(METHOD_NOT_ALLOWED);
        }
        try {
            var query = WebhookAddress.parameters(head.uri());
            return channels.named(WebhookAddress.decoded(encodedChannel))
                    .map(connector -> objection(new Welcome(connector, head, query)))
                    .orElseGet(() -> new Refused(NOT_FOUND));
        } catch (IllegalArgumentException e) {
            return new Refused(BAD_REQUEST); // a broken percent sign
        }
    }

    private static boolean isTaken(HttpMethod method) {
        return method.equals(HttpMethod.POST) || method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
    }

    private static WebhookCall objection(Welcome call) {
        var headers = call.head().headers();
        var encoding = headers.get(HttpHeaderNames.CONTENT_ENCODING);
        if (encoding != null && !HttpHeaderValues.IDENTITY.contentEqualsIgnoreCase(encoding.strip())) {
            return new Refused(UNSUPPORTED_MEDIA_TYPE); // no platform compresses, and nobody can blow one up
        }
        if (HttpUtil.getContentLength(call.head(), 0L) > WebhookBody.LARGEST) {
            return new Refused(REQUEST_ENTITY_TOO_LARGE);
        }
        if (headers.contains(HttpHeaderNames.EXPECT) && !HttpUtil.is100ContinueExpected(call.head())) {
            return new Refused(EXPECTATION_FAILED);
        }
        return call;
    }
}
