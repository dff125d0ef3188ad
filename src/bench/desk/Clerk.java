package desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody who works at the desk, signed in as a browser would be. */
final class Clerk {
    /** The cookie that a session is. */
    static final String SESSION = "renhua";

    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private static final Pattern TOKEN = Pattern.compile("<meta name=\"token\" content=\"([^\"]+)\"");
    private static final Pattern INVITATION = Pattern.compile("/desk/welcome\\?token=([A-Za-z0-9_-]+)");
    private static final String PASSWORD = "tea at half past ten";

    final String login;
    private final String address;
    private final Map<String, String> cookies;
    private String token = "";

    private Clerk(String login, String address, Map<String, String> cookies) {
        this.login = login;
        this.address = address;
        this.cookies = cookies;
    }

    /** Follows an invitation, which stands somewhere in some words, and signs in. */
    static Clerk invited(String address, String words, String login) {
        var clerk = new Clerk(login, address, new TreeMap<>());
        var invitation = invitation(words);
        clerk.page("/desk/welcome?token=" + invitation);
        clerk.send("/desk/welcome", Map.of("token", invitation, "login", login, "name", login, "password", PASSWORD));
        clerk.page("/desk");
        return clerk;
    }

    /** The last: each node that starts without an owner invites one, and what was said before holds no more. */
    private static String invitation(String words) {
        return INVITATION
                .matcher(words)
                .results()
                .map(found -> found.group(1))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new IllegalStateException("there is no invitation in it"));
    }

    /** Invites somebody, who comes as an agent. */
    Clerk hire(String login) {
        page("/desk/staff");
        return invited(address, send("/desk/staff/invite", Map.of("role", "agent")), login);
    }

    /** The same person in the same browser, led to another node. */
    Clerk at(String elsewhere) {
        var clerk = new Clerk(login, elsewhere, cookies);
        clerk.token = token;
        return clerk;
    }

    String address() {
        return address;
    }

    String session() {
        return cookies.get(SESSION);
    }

    /** A page, of which the token is kept. */
    private void page(String path) {
        var found = TOKEN.matcher(text(request(path).header("Accept", "text/html").GET()));
        if (found.find()) {
            token = found.group(1);
        }
    }

    private String send(String path, Map<String, String> fields) {
        var form = new TreeMap<>(fields);
        form.put("token_of_page", token);
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return text(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", address)
                .header("Sec-Fetch-Site", "same-origin")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    JsonNode ask(String path) {
        return json(text(request(path).header("Accept", "application/json").GET()));
    }

    /** Does something at the desk; whether it was done. */
    boolean act(String what, String conversation, Map<String, String> more) {
        var values = new TreeMap<>(more);
        values.put("conversation", conversation);
        return json(text(request("/desk/" + what)
                        .header("Content-Type", "application/json")
                        .header("Accept", "application/json")
                        .header("Origin", address)
                        .header("X-Renhua-Token", token)
                        .POST(HttpRequest.BodyPublishers.ofString(JSON.valueToTree(values).toString()))))
                .path("done")
                .asBoolean();
    }

    boolean reply(String conversation, String words) {
        return act("reply", conversation, Map.of("text", words, "messageId", UUID.randomUUID().toString()));
    }

    /** Hears what the page would hear, until the thread is interrupted. */
    void listen(Consumer<String> onEvent) {
        try {
            HTTP.send(request("/desk/events").header("Accept", "text/event-stream").build(), HttpResponse.BodyHandlers.ofLines())
                    .body()
                    .filter(line -> line.startsWith("event:"))
                    .forEach(line -> onEvent.accept(line.substring(6).strip()));
        } catch (IOException | java.io.UncheckedIOException e) {
            Thread.currentThread().interrupt(); // the run is over
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpRequest.Builder request(String path) {
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

    private String text(HttpRequest.Builder request) {
        try {
            var answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 400) {
                throw new IllegalStateException(answer.uri() + " is answered " + answer.statusCode() + ": " + answer.body());
            }
            for (var header : answer.headers().allValues("Set-Cookie")) {
                var pair = header.split(";", 2)[0].split("=", 2);
                cookies.put(pair[0], pair[1]);
            }
            return answer.body();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while asking", e);
        }
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
