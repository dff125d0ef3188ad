package io.renhua.connector;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** The JDK's client, so that connectors can be tested against a stand-in platform. */
public final class PlainHttp implements HttpFactory {
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Override
    public Http to(URI base) {
        return call -> send(base, call);
    }

    private Http.Answer send(URI base, Http.Call call) {
        var request = HttpRequest.newBuilder(URI.create(base + call.path()))
                .timeout(call.timeout())
                .method(call.method(), HttpRequest.BodyPublishers.ofByteArray(call.body()));
        call.headers().forEach(request::header);
        try {
            var response = client.send(request.build(), BodyHandlers.ofByteArray());
            return new Http.Answered(response.statusCode(), response.headers().map(), response.body());
        } catch (ConnectException e) {
            return new Http.NotSent("no connection");
        } catch (IOException e) {
            return new Http.Lost("no answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Http.Lost("interrupted");
        }
    }
}
