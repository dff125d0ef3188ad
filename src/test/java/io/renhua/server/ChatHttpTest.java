package io.renhua.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ChatHttpTest {
    private static EmbeddedServer server;

    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @BeforeAll
    static void open() {
        server = ChatHouse.open();
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void servesTheChatPageInTheReadersLanguage() throws Exception {
        var page = browser.send(
                request("/c/pao").header("Accept-Language", "zh-CN,zh;q=0.9").build(), BodyHandlers.ofString());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("set-cookie").orElse(""))
                .contains("renhua-pao=", "HTTPOnly", "SameSite=Lax")
                .doesNotContain("Secure");
        assertThat(page.body()).contains("lang=\"zh-Hans\"", "茶包店里话有点多的小伙计", "说点什么");
    }

    @Test
    void takesWhatIsSaidAndTellsWhatHappens() throws Exception {
        get("/c/pao");

        var answer = post("/c/pao/messages", "{\"id\": \"a1\", \"text\": \"hello\"}");

        assertThat(answer.statusCode()).isEqualTo(202);
        try (var events = ChatLines.open(browser, uri("/c/pao/events"))) {
            assertThat(events.next("\"from\":\"person\"")).contains("\"body\":\"hello\"", "\"id\":\"a1\"");
            assertThat(events.next("\"from\":\"bot\"")).contains("你說：hello");
        }
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return browser.send(request(path).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return browser.send(
                request(path)
                        .header("Content-Type", "application/json")
                        .header("Origin", origin())
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(uri(path));
    }

    private static URI uri(String path) {
        return URI.create(origin() + path);
    }

    private static String origin() {
        return "http://localhost:" + server.getPort();
    }
}
