package io.renhua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.renhua.journal.Happening.Said;
import io.renhua.journal.Journal;
import io.renhua.journal.JournalEntry;
import io.renhua.message.Face;
import io.renhua.persona.PersonaFolder;
import io.renhua.publishing.Publication;
import io.renhua.publishing.StorePublications;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a script says of a face, a film and a sound, on its way to the page and to every platform. */
class FaceJourneyTest {
    private static final byte[] PICTURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 0};
    private static final byte[] FILM = {0, 0, 0, 8, 'f', 't', 'y', 'p', 'i', 's', 'o', 'm'};

    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @TempDir
    private Path directory;

    private House house;
    private String version = "";

    @BeforeEach
    void open() {
        PersonaFolder.copiedTo(directory.resolve("personas"))
                .change("persona.yaml", "      sorry: img/mo.svg", "      sorry: img/sorry.png\n      wry: img/mo.svg")
                .change("lines/shop.yaml", "      - 你喜歡故事還是詩？\n", """
                              - text: 你喜歡故事還是詩？
                                mood: sorry
                                media: {video: mov/貓 招手.mp4, alt: {zh-Hant: 招手的貓, en: a cat that waves}}
                        """)
                .write("img/sorry.png", PICTURE)
                .write("mov/貓 招手.mp4", FILM);
        house = House.open(
                directory.resolve("data"),
                Map.of(
                        "renhua.personas",
                        directory.resolve("personas").toString(),
                        "renhua.public-url",
                        "https://chat.example"));
        version = house.get(StorePublications.class).of("mo").stream()
                .findFirst()
                .map(Publication::brief)
                .orElse("");
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void theMoodIsJournaledWithEachBubbleAndToldToThePageAgainAndAgain() {
        get("/c/mo");
        say("推薦一本書");

        await().until(() -> faces().toList().size() == 2);
        assertThat(faces()).containsOnly(new Face("sorry", own("img/sorry.png")));
        assertThat(told()).hasSize(2).isEqualTo(told());
        assertThat(told().getFirst()).contains("\"face\":{\"mood\":\"sorry\",\"picture\":\"" + own("img/sorry.png"));
        assertThat(get(path("img/sorry.png")).body()).isEqualTo(PICTURE);
    }

    @Test
    void lineShowsTheMoodAndOpensTheFilmByALink() {
        house.send(Knocks.line("Umei", "01TESTEVENT000000000000777", "推薦一本書"));

        var call = taken("line", "你喜歡故事還是詩");
        assertThat(call).contains("\"iconUrl\":\"" + own("img/sorry.png") + "\"", "招手的貓 " + film());
    }

    @Test
    void telegramPlaysTheFilmAndSlackAndWeChatOpenItByALink() {
        house.send(Knocks.telegram("200000777", "700777", "推薦一本書"));
        house.send(Knocks.slack("U0LIN", "Ev0TEST777", "推薦一本書", house.clock().instant()));
        house.send(Knocks.wechat("oPao-1xQ8_renhua_visitor_777", "24000000000000777", "推薦一本書"));

        assertThat(taken("telegram", "\"video\"")).contains("\"video\":\"" + film() + "\"", "\"caption\":\"招手的貓\"");
        assertThat(taken("slack", "招手的貓")).contains(film());
        assertThat(taken("wechat", "招手的貓")).contains(film());
    }

    @Test
    void aFilmComesWholeOrInTheParts() {
        var whole = get(path("mov/%E8%B2%93%20%E6%8B%9B%E6%89%8B.mp4"));
        var part = get(path("mov/%E8%B2%93%20%E6%8B%9B%E6%89%8B.mp4"), "Range", "bytes=4-7");
        var beyond = get(path("mov/%E8%B2%93%20%E6%8B%9B%E6%89%8B.mp4"), "Range", "bytes=99-");
        var changed =
                get(path("mov/%E8%B2%93%20%E6%8B%9B%E6%89%8B.mp4"), "Range", "bytes=4-7", "If-Range", "\"another\"");

        assertThat(whole.statusCode()).isEqualTo(200);
        assertThat(whole.body()).isEqualTo(FILM);
        assertThat(whole.headers().firstValue("Content-Type")).hasValue("video/mp4");
        assertThat(whole.headers().firstValue("Accept-Ranges")).hasValue("bytes");
        assertThat(whole.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).containsExactly('f', 't', 'y', 'p');
        assertThat(part.headers().firstValue("Content-Range")).hasValue("bytes 4-7/12");
        assertThat(beyond.statusCode()).isEqualTo(416);
        assertThat(beyond.headers().firstValue("Content-Range")).hasValue("bytes */12");
        assertThat(changed.statusCode()).isEqualTo(200);
    }

    private String own(String path) {
        return "https://chat.example" + path(path);
    }

    private String film() {
        return own("mov/%E8%B2%93%20%E6%8B%9B%E6%89%8B.mp4");
    }

    private String path(String path) {
        return "/p/mo@" + version + "/" + path;
    }

    private Stream<Face> faces() {
        return house.get(Journal.class).all(0, 1_000).stream()
                .map(JournalEntry::happening)
                .filter(Said.class::isInstance)
                .map(Said.class::cast)
                .map(said -> said.speaker().face())
                .filter(face -> face != null);
    }

    /** The bubbles with a face that a page is told of which opens now. */
    private List<String> told() {
        try (var lines = send("/c/mo/events", BodyHandlers.ofLines(), "Accept", "text/event-stream")
                .body()) {
            return lines.takeWhile(Predicate.not("event: ready"::equals))
                    .filter(line -> line.contains("\"face\""))
                    .toList();
        }
    }

    private String taken(String platform, String words) {
        return await().until(() -> house.taken(platform, words), Predicate.not(List::isEmpty))
                .getFirst();
    }

    private void say(String words) {
        var request = HttpRequest.newBuilder(URI.create(house.address() + "/c/mo/messages"))
                .header("Content-Type", "application/json")
                .header("Origin", house.address())
                .POST(BodyPublishers.ofString("{\"id\": \"a1\", \"text\": \"" + words + "\"}"));
        assertThat(send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(202);
    }

    private HttpResponse<byte[]> get(String path, String... headers) {
        return send(path, BodyHandlers.ofByteArray(), headers);
    }

    private <T> HttpResponse<T> send(String path, HttpResponse.BodyHandler<T> body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(house.address() + path));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return send(request, body);
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        try {
            return browser.send(request.build(), body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
