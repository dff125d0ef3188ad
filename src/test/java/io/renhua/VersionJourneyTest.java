package io.renhua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.renhua.bundle.Fingerprint;
import io.renhua.journal.Happening;
import io.renhua.journal.Journal;
import io.renhua.persona.PersonaFolder;
import io.renhua.publishing.Audience;
import io.renhua.publishing.Editions;
import io.renhua.publishing.Publication;
import io.renhua.publishing.Release;
import io.renhua.publishing.Review;
import io.renhua.publishing.ReviewWish;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A version on its way: tried by a colleague, spoken by everybody, taken back; its pictures stay its own. */
class VersionJourneyTest {
    @TempDir
    private Path directory;

    private PersonaFolder mo;
    private House house;

    @BeforeEach
    void open() {
        mo = PersonaFolder.copiedTo(directory.resolve("personas"));
        house = House.open(
                directory.resolve("data"),
                Map.of("renhua.personas", directory.resolve("personas").toString(), "renhua.publish", "by-hand"));
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void aColleagueTriesADraftByItsLinkWhileOthersHearWhatSpeaks() {
        mo.change("persona.yaml", "version: 2026.11.1", "version: 2026.11.2");
        mo.change("persona.yaml", "nickname: 小墨", "nickname: 墨墨");
        var draft = publish(new Audience.Testers());
        var colleague = new Visit();
        var other = new Visit();

        var page = colleague.open(link(draft, Duration.ofHours(1)));

        assertThat(page.uri().getQuery()).isNull();
        assertThat(page.body()).contains("墨墨", "你正在試 2026.11.2 版，別人還聽不到。");
        assertThat(other.open("/c/mo?lang=zh-Hant").body()).contains("小墨").doesNotContain("class=\"trial\"", "墨墨");
        colleague.says("有人嗎");
        other.says("有人嗎");
        await().untilAsserted(() -> assertThat(versions())
                .containsExactlyInAnyOrder(draft.kept().name(), live().kept().name()));
        assertThat(colleague.open("/c/mo?try=no&lang=zh-Hant").body())
                .contains("小墨")
                .doesNotContain("class=\"trial\"");
    }

    @Test
    void aReviewerTriesAFirstVersionThatNobodyElseHears() throws IOException {
        Folders.copy(PersonaFolder.MO, directory.resolve("personas/mi"));
        Folders.edit(directory.resolve("personas/mi/persona.yaml"), "id: mo", "id: mi");
        var sent = sendToReview("mi");
        var reviewer = new Visit();
        var other = new Visit();

        var page = reviewer.open(link("mi", sent.address(), Duration.ofHours(1)));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("小墨", "別人還聽不到");
        reviewer.says("mi", "有人嗎");
        await().untilAsserted(() -> assertThat(versions()).contains(sent.kept().name()));
        assertThat(other.open("/c/mi").statusCode()).isEqualTo(404);
        assertThat(other.answerTo("/c/mi/messages", "{\"id\": \"a1\", \"text\": \"有人嗎\"}"))
                .isEqualTo(404);
        assertThat(other.open(link("mi", sent.address(), Duration.ofMinutes(-1)))
                        .statusCode())
                .isEqualTo(404);
        assertThat(other.open("/").body()).doesNotContain("/c/mi");
    }

    private Review sendToReview(String id) {
        var script = directory.resolve("personas").resolve(id);
        return house.get(StorePublications.class)
                .review(
                        new ReviewWish(
                                id, Fingerprint.of(script), "2026.11.1", Review.Step.SENT, "lin", "the first one"),
                        Optional.of(Editions.pack(script)));
    }

    @Test
    void aLinkThatEndedSaysSo() {
        var over = new Visit().open(link(live(), Duration.ofMinutes(-1)) + "&lang=zh-Hant");

        assertThat(over.statusCode()).isEqualTo(410);
        assertThat(over.body()).contains("這個連結過期了", "先跟大家現在聽到的小墨聊聊");
    }

    @Test
    void whoClearsTheirChatGoesOnTryingTheSameVersion() {
        mo.change("persona.yaml", "version: 2026.11.1", "version: 2026.11.2");
        var colleague = new Visit();
        colleague.open(link(publish(new Audience.Testers()), Duration.ofHours(1)));

        colleague.post("/c/mo/clear", "{}");

        assertThat(colleague.open("/c/mo?lang=zh-Hant").body()).contains("你正在試 2026.11.2 版");
    }

    @Test
    void aPictureStaysAsItsVersionHasItThoughTheFolderChangesAndAVersionIsTakenBack() throws IOException {
        var first = live();
        var file = directory.resolve("personas/mo/img/mo.svg");
        var before = Files.readString(file);
        Files.writeString(file, before.replace("<svg", "<svg id=\"another\""));
        assertThat(picture("mo")).isEqualTo(before); // the folder alone is nothing that was published

        var second = publish(new Audience.Everybody());
        house.get(Publisher.class).follow();

        assertThat(picture("mo@" + second.brief())).contains("another").isEqualTo(picture("mo"));
        assertThat(picture("mo@" + first.brief())).isEqualTo(before);
        house.get(StorePublications.class)
                .publish(
                        new Release(
                                "mo",
                                first.address(),
                                first.label(),
                                new Audience.Everybody(),
                                "lin",
                                "too loud",
                                null,
                                false),
                        Optional.empty());
        house.get(Publisher.class).follow();
        assertThat(picture("mo")).isEqualTo(before);
        assertThat(picture("mo@" + second.brief())).contains("another");
        assertThat(new Visit().open("/p/mo@000000000000/img/mo.svg").statusCode())
                .isEqualTo(404);
        assertThat(new Visit().open("/c/mo").body()).contains("/p/mo@" + first.brief() + "/img/mo.svg");
    }

    private String picture(String of) {
        return new Visit().open("/p/" + of + "/img/mo.svg").body();
    }

    private Publication live() {
        return house.get(StorePublications.class).of("mo").getLast();
    }

    private Publication publish(Audience audience) {
        var script = directory.resolve("personas/mo");
        return house.get(StorePublications.class)
                .publish(
                        new Release("mo", Fingerprint.of(script), "2026.11.2", audience, "lin", "a try", null, true),
                        Optional.of(Editions.pack(script)));
    }

    private String link(Publication version, Duration lasts) {
        return link("mo", version.address(), lasts);
    }

    private String link(String persona, String address, Duration lasts) {
        var link = house.get(StorePublications.class)
                .link(persona, address, house.clock().instant().plus(lasts));
        return link.substring(link.indexOf("/c/"));
    }

    /** By which versions something was said on the page. */
    private List<String> versions() {
        return house.get(Journal.class).all(0, 1_000).stream()
                .map(entry -> entry.happening())
                .filter(Happening.Said.class::isInstance)
                .map(Happening.Said.class::cast)
                .map(said -> String.valueOf(said.version()))
                .distinct()
                .toList();
    }

    /** Somebody with a browser of their own. */
    private final class Visit {
        private final HttpClient browser = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();

        HttpResponse<String> open(String path) {
            return send(request(path).header("Accept-Language", "zh-TW"));
        }

        void says(String words) {
            says("mo", words);
        }

        void says(String persona, String words) {
            post("/c/" + persona + "/messages", "{\"id\": \"a1\", \"text\": \"" + words + "\"}");
        }

        void post(String path, String json) {
            assertThat(answerTo(path, json)).isBetween(200, 299);
        }

        int answerTo(String path, String json) {
            return send(request(path)
                            .header("Content-Type", "application/json")
                            .header("Origin", house.address())
                            .POST(BodyPublishers.ofString(json)))
                    .statusCode();
        }

        private HttpRequest.Builder request(String path) {
            return HttpRequest.newBuilder(URI.create(house.address() + path));
        }

        private HttpResponse<String> send(HttpRequest.Builder request) {
            try {
                return browser.send(request.build(), BodyHandlers.ofString());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
