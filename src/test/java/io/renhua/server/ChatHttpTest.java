package io.renhua.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    @Test
    void goesOnAfterTheLastEventThePageHeard() throws Exception {
        get("/c/pao");
        post("/c/pao/messages", "{\"id\": \"a1\", \"text\": \"first\"}");
        String heard;
        try (var events = ChatLines.open(browser, uri("/c/pao/events"))) {
            events.next("\"from\":\"bot\"");
            post("/c/pao/messages", "{\"id\": \"a2\", \"text\": \"second\"}");
            heard = events.next("\"id\":\"a2\"").replaceAll(".*\"seq\":([0-9]+).*", "$1");
        }

        try (var events = ChatLines.open(browser, uri("/c/pao/events"), "Last-Event-ID", heard)) {
            assertThat(events.next("data: {\"is\"")).contains("你說：second");
        }
    }

    @Test
    void neverTellsWhatWasWithheld() throws Exception {
        get("/c/pao");
        post("/c/pao/messages", "{\"id\": \"a1\", \"text\": \"a secret\"}");
        post("/c/pao/messages", "{\"id\": \"a2\", \"text\": \"next\"}");

        try (var events = ChatLines.open(browser, uri("/c/pao/events"))) {
            assertThat(events.next("\"from\":\"bot\"")).contains("你說：next");
        }
    }

    @Test
    void showsNobodyElsesConversation() throws Exception {
        get("/c/pao");
        post("/c/pao/messages", "{\"id\": \"a1\", \"text\": \"mine\"}");
        var other = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        other.send(request("/c/pao").build(), BodyHandlers.discarding());

        try (var events = ChatLines.open(other, uri("/c/pao/events"))) {
            assertThat(events.next("event:")).isEqualTo("event: ready");
        }
    }

    @Test
    void closesTheStreamsBooksWhenThePageLeaves() throws Exception {
        get("/c/pao");
        var events = ChatLines.open(browser, uri("/c/pao/events"));
        events.next("event: ready");
        var streams = server.getApplicationContext().getBean(Events.class);
        assertThat(streams.open()).isPositive();

        events.close();

        await().until(() -> streams.open() == 0);
    }

    @Test
    void showsThatTheLineLivesWhileNothingHappens() throws Exception {
        get("/c/pao");
        try (var events = ChatLines.open(browser, uri("/c/pao/events"))) {
            events.next("event: ready");
            server.getApplicationContext().getBean(Events.class).beat();

            assertThat(events.next("event:")).isEqualTo("event: beat");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, https://evil.example, ,           403",
        "application/json, null,                 ,           403",
        "application/json, ,                     ,           403",
        "application/json, own,                  cross-site, 403",
        "application/json, own,                  same-site,  403",
        "text/plain,       own,                  same-origin, 415",
        "application/x-www-form-urlencoded, own, same-origin, 415",
        "application/json, own,                  same-origin, 202",
    })
    void takesNothingFromOtherSites(String type, @Nullable String origin, @Nullable String site, int status)
            throws Exception {
        get("/c/pao");
        var request = request("/c/pao/messages").header("Content-Type", type);
        if (origin != null) {
            request.header("Origin", origin.equals("own") ? origin() : origin);
        }
        if (site != null) {
            request.header("Sec-Fetch-Site", site);
        }

        var answer = browser.send(
                request.POST(HttpRequest.BodyPublishers.ofString("{\"id\": \"x\", \"text\": \"silence\"}"))
                        .build(),
                BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/c/pao/messages    | {\"id\": \"a\"}                     | 400",
                "/c/pao/messages    | {\"id\": \"a\", \"text\": \"cut    | 400",
                "/c/nobody/messages | {\"id\": \"a\", \"text\": \"hi\"} | 404",
            })
    void saysInASentenceWhatIsWrong(String path, String body, int status) throws Exception {
        get("/c/pao");

        var answer = post(path, body);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).startsWith("{\"problem\":\"").doesNotContain("Exception");
    }

    @Test
    void refusesABodyLargerThanAnybodyTypes() throws Exception {
        get("/c/pao");

        var answer = post("/c/pao/messages", "{\"id\": \"a\", \"text\": \"" + "a".repeat(70_000) + "\"}");

        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @Test
    void refusesWhoHasNoTokenOfOurs() throws Exception {
        assertThat(post("/c/pao/messages", "{\"id\": \"a\", \"text\": \"hi\"}").statusCode())
                .isEqualTo(403);
    }

    @Test
    void forgetsAClearedChat() throws Exception {
        get("/c/pao");
        post("/c/pao/messages", "{\"id\": \"a1\", \"text\": \"mine\"}");

        var answer = post("/c/pao/clear", "{}");

        assertThat(answer.statusCode()).isEqualTo(204);
        try (var events = ChatLines.open(browser, uri("/c/pao/events"))) {
            assertThat(events.next("event:")).isEqualTo("event: ready");
        }
    }

    @Test
    void tellsKindlyThatThereIsNobody() throws Exception {
        var page = get("/c/nobody?lang=en");

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("There&#39;s nobody here");
    }

    @Test
    void remembersTheLanguageChosen() throws Exception {
        get("/c/pao?lang=en");

        assertThat(get("/").body()).contains("Who would you like to talk to?", "/c/pao", "/c/orvanne");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-TW", "zh-HK,en;q=0.5", "zh-Hant-MO", "fr,ja"})
    void readsTraditionalChineseFromTheBrowserOrThePersona(String liked) throws Exception {
        var page =
                browser.send(request("/c/pao").header("Accept-Language", liked).build(), BodyHandlers.ofString());

        assertThat(page.body()).contains("<html lang=\"zh-Hant\"");
    }

    @Test
    void servesAPersonasFaceAndNothingThatCouldRunInIt() throws Exception {
        var picture = get("/p/pao/img/avatar.svg");

        assertThat(picture.statusCode()).isEqualTo(200);
        assertThat(picture.headers().firstValue("Content-Type")).hasValue("image/svg+xml");
        assertThat(picture.headers().firstValue("Content-Security-Policy").orElse(""))
                .startsWith("sandbox");
        assertThat(picture.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/p/pao/img/..%2F..%2Forvanne%2Fimg%2Favatar.svg",
                "/p/pao/img/%2e%2e/img/avatar.svg",
                "/p/pao/img/.hidden.svg",
                "/p/pao/img/note.txt",
                "/p/pao/img/missing.svg",
                "/p/pao/img/no-picture.png",
                "/p/pao/snd/missing.mp3",
                "/p/pao/mov/..%2Fimg%2Favatar.svg",
                "/p/nobody/img/avatar.svg",
            })
    void servesNothingButPictures(String path) throws Exception {
        assertThat(get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void putsNoWordsOfItsAddressIntoThePage() throws Exception {
        var page = get("/c/pao?s=%22%3E%3Cscript%3Ealert(1)%3C/script%3E&lang=%22%3E%3Cscript%3E");

        assertThat(page.body()).doesNotContain("alert(1)", "\"><script>");
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
