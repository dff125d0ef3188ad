package io.renhua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.renhua.store.Database;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person sees who starts the server with something wrong: what, where, and nothing else. */
class StartTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void cloneWhatARunNeeds() throws IOException {
        Files.createDirectories(folder.resolve("config"));
        Files.copy(Path.of("config/application.yml"), folder.resolve("config/application.yml"));
        Files.copy(Path.of("config/logback.xml"), folder.resolve("config/logback.xml"));
        Folders.copy(Path.of("src/test/resources/personas/mo"), folder.resolve("personas/mo"));
    }

    @Test
    void saysThatThePortIsTaken() throws Exception {
        try (var taken = new ServerSocket(0)) {
            var said = refuses(69, Map.of("PORT", String.valueOf(taken.getLocalPort())));

            assertThat(said).contains("port " + taken.getLocalPort() + " is taken", "PORT=");
        }
    }

    @Test
    void saysThatThePortIsNoNumber() throws Exception {
        assertThat(refuses(78, Map.of("PORT", "abc"))).contains("PORT", "abc");
    }

    @Test
    void saysInWhichLineTheConfigurationIsBroken() throws Exception {
        Files.writeString(folder.resolve("config/application.yml"), "renhua:\n  channels:\n    mo: [broken\n");

        assertThat(refuses(78, Map.of())).contains("config/application.yml", "line 4");
    }

    @Test
    void saysEverythingThatIsWrongAtOnce() throws Exception {
        Files.writeString(folder.resolve("config/application.yml"), """
                renhua:
                  public-url: "not an address"
                  metrics:
                    token: short
                  channels:
                    mo-fax:
                      platform: fax
                      persona: mo
                    nobody:
                      platform: line
                      persona: nobody
                    web-mine:
                      platform: line
                      persona: mo
                """);
        edit("persona.yaml", "version: 2026.11.1", "vresion: 2026.11.1");
        edit("persona.yaml", "retain: {chat: 180d, media: 30d}", "retain: {chat: soon, media: 30d}");
        edit("lines/shop.yaml", "form: order_lookup", "form: order_lockup");

        var said = refuses(78, Map.of());

        assertThat(said)
                .contains("renhua.public-url", "not an address")
                .contains("renhua.metrics.token has at least 16 characters")
                .contains("mo-fax.platform is fax", "line, slack, telegram, wechat")
                .contains("vresion", "soon", "order_lockup")
                .contains("names that begin with web- belong")
                .contains("mo/persona.yaml:", "mo/lines/shop.yaml:");
    }

    @Test
    void saysWhichPersonasThereAre() throws Exception {
        Files.writeString(folder.resolve("config/application.yml"), """
                renhua:
                  channels:
                    nobody: {platform: line, persona: nobody}
                """);

        assertThat(refuses(78, Map.of())).contains("renhua.channels.nobody.persona is nobody; there are mo");
    }

    @Test
    void saysThatAnotherKeepsItsDataThere() throws Exception {
        try (var first = start(Map.of()).awaitOpen()) {
            assertThat(refuses(69, Map.of())).contains("another Renhua", "renhua.data");
            assertThat(first.stop(10)).isTrue();
        }
    }

    @Test
    void refusesOneSettingOfThePostgresWithoutTheOther() throws Exception {
        assertThat(refuses(78, Map.of("RENHUA_STORE_PASSWORD", "right")))
                .contains("renhua.store.password is set and renhua.store.url is not")
                .doesNotContain("right");
        assertThat(refuses(78, Map.of("RENHUA_STORE_URL", "jdbc:postgresql://localhost/renhua?user=renhua")))
                .contains("renhua.store.url is set and renhua.store.password is not");
    }

    @Test
    void saysThatThePostgresDoesNotLetItIn() throws Exception {
        var url = Database.POSTGRESQL.fresh().url().replace("user=postgres", "user=" + Database.GUARDED);

        assertThat(refusesPostgres(url))
                .contains("the PostgreSQL of renhua.store.url does not let this user in", "renhua.store.password")
                .doesNotContain("mistyped");
    }

    @Test
    void saysThatThePostgresHasNoSuchDatabase() throws Exception {
        var url = Database.POSTGRESQL.fresh().url().replaceFirst("/test_\\w+", "/nowhere");

        assertThat(refusesPostgres(url)).contains("the PostgreSQL of renhua.store.url has no such database");
    }

    @Test
    void saysThatThePostgresDoesNotAnswer() throws Exception {
        assertThat(refusesPostgres("jdbc:postgresql://127.0.0.1:1/renhua?user=renhua"))
                .contains("the PostgreSQL of renhua.store.url does not answer");
    }

    private String refusesPostgres(String url) throws InterruptedException {
        var said = refuses(69, Map.of("RENHUA_STORE_URL", url, "RENHUA_STORE_PASSWORD", "mistyped"));
        assertThat(said.lines().dropWhile(line -> !line.contains("cannot start")))
                .hasSize(2);
        return said;
    }

    @Test
    void saysThatKafkaDoesNotAnswerWhereMessagesAreToBeKept() throws Exception {
        Files.writeString(folder.resolve("config/application.yml"), """
                micronaut.server.port: ${PORT:8080}
                renhua:
                  kafka:
                    bootstrap-servers: 127.0.0.1:1
                    inbox: true
                    client: {default.api.timeout.ms: 1000}
                """);

        assertThat(refuses(69, Map.of())).contains("Kafka at 127.0.0.1:1 does not answer", "renhua.kafka.inbox");
    }

    @Test
    void loadsNothingOfKafkaWhereItIsNotUsed() throws Exception {
        var loaded = folder.resolve("loaded.txt");
        var port = String.valueOf(ServerProcess.freePort());
        var environment = Map.of("PORT", port, "JDK_JAVA_OPTIONS", "-Xlog:class+load:file=" + loaded);
        try (var server = start(environment).awaitOpen()) {
            assertThat(status(port, "/webhooks/mo-line")).isEqualTo(404);
            assertThat(server.stop(10)).isTrue();
        }

        assertThat(Files.readString(loaded))
                .contains("io.renhua.conversation.Inbox")
                .doesNotContain("org.apache.kafka");
    }

    @Test
    void closesAChannelWithoutItsSecretAndServesTheRest() throws Exception {
        Files.writeString(folder.resolve("config/application.yml"), """
                micronaut.server.port: ${PORT:8080}
                renhua:
                  channels:
                    mo-line:
                      platform: line
                      persona: mo
                      channel-secret: ${NO_SUCH_SECRET:}
                      channel-access-token: token
                    mo-telegram:
                      platform: telegram
                      persona: mo
                      bot-token: "7000000001:AAinvented"
                      webhook-secret: a-secret
                """);
        var port = String.valueOf(ServerProcess.freePort());
        try (var server = start(Map.of("PORT", port)).awaitOpen()) {
            assertThat(status(port, "/webhooks/mo-line")).isEqualTo(404);
            assertThat(status(port, "/webhooks/mo-telegram")).isEqualTo(401);
            assertThat(server.stop(10)).isTrue();
            assertThat(server.output())
                    .contains("channel mo-line stays closed: renhua.channels.mo-line.channel-secret is missing")
                    .doesNotContain("AAinvented", "a-secret");
        }
    }

    @Test
    void opensTheChatPageOfANewPersonaWithoutARestart() throws Exception {
        var port = String.valueOf(ServerProcess.freePort());
        try (var server = start(Map.of("PORT", port)).awaitOpen()) {
            Folders.copy(folder.resolve("personas/mo"), folder.resolve("fresh"));
            Folders.edit(folder.resolve("fresh/persona.yaml"), "id: mo", "id: mi");
            Files.move(folder.resolve("fresh"), folder.resolve("personas/mi"));

            await().atMost(Duration.ofSeconds(30)).until(() -> pageStatus(port, "/c/mi") == 200);

            // the page's messages have a channel: it asks who is there before it answers
            assertThat(status(port, "/webhooks/web-mi")).isEqualTo(401);
            assertThat(server.stop(10)).isTrue();
        }
    }

    private static int pageStatus(String port, String path) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }

    /** It ends by itself with this code, says what is wrong, and shows nobody the inside of a Java program. */
    private String refuses(int code, Map<String, String> environment) throws InterruptedException {
        try (var server = start(environment)) {
            assertThat(server.exit()).as(server.output()).isEqualTo(code);
            assertThat(server.output())
                    .contains("renhua: cannot start")
                    .doesNotContain("\tat ", "Exception", "Path Taken");
            return server.output();
        }
    }

    private ServerProcess start(Map<String, String> environment) {
        var own = new HashMap<>(environment);
        own.putIfAbsent("PORT", String.valueOf(ServerProcess.freePort()));
        return ServerProcess.start(folder, own, Map.of());
    }

    private static int status(String port, String path) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                    .POST(HttpRequest.BodyPublishers.ofString("{}"))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }

    private void edit(String file, String from, String to) throws IOException {
        Folders.edit(folder.resolve("personas/mo").resolve(file), from, to);
    }
}
