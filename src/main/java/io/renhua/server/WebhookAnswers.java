package io.renhua.server;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpHeadersFactory;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.util.AsciiString;
import io.renhua.connector.WebhookAnswer;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the door says, with the headers that stand on every answer of ours. The usual one is made once a second. */
final class WebhookAnswers {
    private static final DefaultHttpHeadersFactory FACTORY =
            DefaultHttpHeadersFactory.headersFactory().withValidation(false);

    private static final List<Header> ALWAYS = PageHeaders.ALWAYS.entrySet().stream()
            .map(header -> new Header(AsciiString.cached(header.getKey()), AsciiString.cached(header.getValue())))
            .toList();

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private static final AsciiString METHODS = AsciiString.cached("GET, HEAD, POST");
    private static final AsciiString SOON = AsciiString.cached("1");
    private static final AsciiString NOTHING = AsciiString.cached("0");

    private final Clock clock;
    private volatile @Nullable Usual usual;

    WebhookAnswers(Clock clock) {
        this.clock = clock;
    }

    private record Header(AsciiString name, AsciiString value) {}

    /** Shared between connections: an answer without a body is only ever read. */
    private record Usual(long second, FullHttpResponse taken) {}

    FullHttpResponse of(WebhookAnswer answer, WebhookManner manner) {
        return answer.equals(WebhookAnswer.OK) && manner.equals(WebhookManner.USUAL)
                ? taken()
                : written(answer, manner);
    }

    private FullHttpResponse taken() {
        var known = usual;
        long second = Math.floorDiv(clock.millis(), 1000L);
        if (known == null || known.second() != second) {
            known = new Usual(second, written(WebhookAnswer.OK, WebhookManner.USUAL));
            usual = known;
        }
        return known.taken();
    }

    private FullHttpResponse written(WebhookAnswer answer, WebhookManner manner) {
        var response =
                response(HttpResponseStatus.valueOf(answer.status()), Unpooled.wrappedBuffer(answer.body()), manner);
        response.headers().add(HttpHeaderNames.CONTENT_TYPE, answer.contentType());
        return response;
    }

    /** An answer that is a status and nothing else. */
    FullHttpResponse of(HttpResponseStatus status, WebhookManner manner) {
        var response = response(status, Unpooled.EMPTY_BUFFER, manner);
        if (status.equals(HttpResponseStatus.SERVICE_UNAVAILABLE)) {
            response.headers().add(HttpHeaderNames.RETRY_AFTER, SOON);
        } else if (status.equals(HttpResponseStatus.METHOD_NOT_ALLOWED)) {
            response.headers().add(HttpHeaderNames.ALLOW, METHODS);
        }
        return response;
    }

    private FullHttpResponse response(HttpResponseStatus status, ByteBuf body, WebhookManner manner) {
        var headers = FACTORY.newHeaders();
        ALWAYS.forEach(header -> headers.add(header.name(), header.value()));
        headers.add(HttpHeaderNames.DATE, DATE.format(clock.instant()));
        headers.add(
                HttpHeaderNames.CONTENT_LENGTH, body.isReadable() ? Integer.toString(body.readableBytes()) : NOTHING);
        connection(headers, manner);
        if (manner.secure()) {
            headers.add(PageHeaders.TRANSPORT, PageHeaders.TRANSPORT_FOR);
        }
        return new DefaultFullHttpResponse(manner.version(), status, body, headers, FACTORY.newEmptyHeaders());
    }

    private static void connection(HttpHeaders headers, WebhookManner manner) {
        if (manner.keepAlive() != manner.version().isKeepAliveDefault()) {
            headers.add(
                    HttpHeaderNames.CONNECTION,
                    manner.keepAlive() ? HttpHeaderValues.KEEP_ALIVE : HttpHeaderValues.CLOSE);
        }
    }
}
