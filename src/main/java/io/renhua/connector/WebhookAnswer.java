package io.renhua.connector;

import java.nio.charset.StandardCharsets;

/** What a platform gets back from its webhook call. */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way out; nobody compares two answers
public record WebhookAnswer(int status, String contentType, byte[] body) {

    public static final WebhookAnswer OK = text("");

    public static WebhookAnswer text(String body) {
        return of("text/plain; charset=utf-8", body);
    }

    public static WebhookAnswer json(String body) {
        return of("application/json; charset=utf-8", body);
    }

    public static WebhookAnswer xml(String body) {
        return of("text/xml; charset=utf-8", body);
    }

    private static WebhookAnswer of(String type, String body) {
        return new WebhookAnswer(200, type, body.getBytes(StandardCharsets.UTF_8));
    }
}
