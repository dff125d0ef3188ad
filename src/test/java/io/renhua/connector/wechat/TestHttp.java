package io.renhua.connector.wechat;

import io.renhua.connector.Http;
import io.renhua.connector.HttpFactory;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** Plain calls for tests, by the JDK's own client. */
final class TestHttp implements HttpFactory {
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Override
    public Http to(URI base) {
        return call -> {
            try {
                var request = HttpRequest.newBuilder(URI.create(base + call.path()))
                        .timeout(call.timeout())
                        .method(call.method(), BodyPublishers.ofByteArray(call.body()));
                call.headers().forEach(request::header);
                var response = client.send(request.build(), BodyHandlers.ofByteArray());
                return new Http.Answered(
                        response.statusCode(), response.headers().map(), response.body());
            } catch (ConnectException e) {
                return new Http.NotSent("no connection");
            } catch (IOException e) {
                return new Http.Lost("no answer");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return new Http.Lost("interrupted");
            }
        };
    }
}
