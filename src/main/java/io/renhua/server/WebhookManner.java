package io.renhua.server;

import io.netty.handler.codec.http.HttpVersion;

/** How a caller's answer goes out. */
record WebhookManner(HttpVersion version, boolean keepAlive, boolean secure) {
    static final WebhookManner USUAL = new WebhookManner(HttpVersion.HTTP_1_1, true, false);

    static WebhookManner of(HttpVersion theirs, boolean keepAlive, boolean secure) {
        boolean old = theirs.equals(HttpVersion.HTTP_1_0);
        return keepAlive && !secure && !old
                ? USUAL
                : new WebhookManner(old ? HttpVersion.HTTP_1_0 : HttpVersion.HTTP_1_1, keepAlive, secure);
    }

    WebhookManner closing() {
        return new WebhookManner(version, false, secure);
    }
}
