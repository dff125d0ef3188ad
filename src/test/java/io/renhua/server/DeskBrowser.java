package io.renhua.server;

import io.renhua.store.Json;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without a screen: keeps cookies, names its origin, and finds the token on the page. */
public final class DeskBrowser {
    private static final Pattern TOKEN = Pattern.compile("<meta name=\"token\" content=\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newHttpClient();
    final String address;
    final Map<String, String> cookies = new HashMap<>();
    String token = "";

    public DeskBrowser(String address) {
        this.address = address;
    }

    /** The same person in the same browser, led to another node. */
    public DeskBrowser at(String elsewhere) {
        var browser = new DeskBrowser(elsewhere);
        browser.cookies.putAll(cookies);
        browser.token = token;
        return browser;
    }

    void signIn(String login, String password) {
        get("/desk/sign-in");
        var answer = post("/desk/sign-in", Map.of("login", login, "password", password, "to", "/desk"));
        if (answer.statusCode() == 303) {
            get("/desk");
        }
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).header("Accept", "text/html").GET());
    }

    public HttpResponse<String> ask(String path) {
        return send(request(path).header("Accept", "application/json").GET());
    }

    /** Sends a form as a page of ours does. */
    public HttpResponse<String> post(String path, Map<String, String> form) {
        var fields = new HashMap<>(form);
        fields.put("token_of_page", token);
        return send(form(path, fields).header("Origin", address).header("Sec-Fetch-Site", "same-origin"));
    }

    HttpRequest.Builder form(String path, Map<String, String> fields) {
        var body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    /** Does something at the desk as its scripts do. */
    public HttpResponse<String> act(String what, Map<String, ?> values) {
        return send(request("/desk/" + what)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .header("Origin", address)
                .header("X-Renhua-Token", token)
                .POST(HttpRequest.BodyPublishers.ofString(Json.write(values))));
    }

    HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(address + path));
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            answer.headers().allValues("Set-Cookie").forEach(this::keep);
            var found = TOKEN.matcher(answer.body());
            token = found.find() ? found.group(1) : token;
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts a test", e);
        }
    }

    /** Only how it was answered: some answers never end. */
    int status(HttpRequest.Builder request) {
        try {
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            answer.body().close();
            return answer.statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts a test", e);
        }
    }

    /** Listens to an answer that goes on. */
    public Listening stream(String path) {
        var text = new StringWriter(); // safe to share
        var done = http.sendAsync(
                        request(path).header("Accept", "text/event-stream").build(),
                        HttpResponse.BodyHandlers.ofByteArrayConsumer(
                                part -> part.ifPresent(bytes -> text.write(new String(bytes, StandardCharsets.UTF_8)))))
                .thenApply(HttpResponse::statusCode);
        return new Listening(text, done);
    }

    /** What was heard so far. */
    public record Listening(StringWriter heard, CompletableFuture<Integer> done) {
        public String text() {
            return heard.toString();
        }

        boolean ended() {
            return done.isDone();
        }
    }

    private void keep(String header) {
        var pair = header.split(";", 2)[0].split("=", 2);
        if (header.contains("Max-Age=0")) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }
}
