package io.renhua.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** An event stream as its lines. Reading waits; a stream that ends without what is waited for fails the test. */
final class ChatLines implements AutoCloseable {
    private final HttpResponse<InputStream> response;
    private final BufferedReader reader;

    private ChatLines(HttpResponse<InputStream> response) {
        this.response = response;
        this.reader = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    static ChatLines open(HttpClient browser, URI address, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address).header("Accept", "text/event-stream");
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return new ChatLines(browser.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()));
    }

    int status() {
        return response.statusCode();
    }

    /** The next line that holds the part. */
    String next(String part) throws IOException {
        for (var line = reader.readLine(); line != null; line = reader.readLine()) {
            if (line.contains(part)) {
                return line;
            }
        }
        throw new AssertionError("the stream ended before a line with " + part);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
