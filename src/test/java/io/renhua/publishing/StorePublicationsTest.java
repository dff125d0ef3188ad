package io.renhua.publishing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.store.Database;
import io.renhua.store.Store;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class StorePublicationsTest {
    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");

    private static final byte[] EMPTY = {};

    private final Store store;
    private final StorePublications publications;

    StorePublicationsTest(Database database) {
        store = database.open();
        publications = new StorePublications(store, Clock.fixed(NOON, ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void keepsWhoAndWhyAndWhen() {
        var begins = NOON.plusSeconds(60);
        var release = new Release("mo", "abc123", "2026.11", new Audience.Share(10), "lin", "冬天的語氣", begins, true);

        var published = publications.publish(release, Optional.of(EMPTY));

        assertThat(publications.of("mo"))
                .containsExactly(published)
                .containsExactly(new Publication(
                        published.number(),
                        "mo",
                        "abc123",
                        "2026.11",
                        new Audience.Share(10),
                        "lin",
                        "冬天的語氣",
                        NOON,
                        begins,
                        true));
        assertThat(publications.of("pao")).isEmpty();
        assertThat(publications.last()).isEqualTo(published.number());
    }

    @Test
    void keepsALargeVersionAsItIsAndNeverChangesIt() throws IOException {
        var large = new byte[1_400_000];
        new Random(7).nextBytes(large);

        publications.publish(release("one"), Optional.of(bundle("persona.yaml", "id: mo", "img/mo.png", large)));
        publications.publish(release("one"), Optional.of(bundle("persona.yaml", "id: mi", "img/mo.png", large)));

        var kept = files(publications.content("one").orElseThrow());
        assertThat(kept).containsOnlyKeys("persona.yaml", "img/mo.png");
        assertThat(kept.get("persona.yaml")).asString().isEqualTo("id: mo");
        assertThat(kept.get("img/mo.png")).isEqualTo(large);
        assertThat(publications.content("two")).isEmpty();
    }

    @Test
    void keepsAFileOnceThatManyVersionsHold() throws IOException {
        var picture = new byte[] {1, 2, 3};
        for (int version = 0; version < 5; version++) {
            publications.publish(
                    release("v" + version),
                    Optional.of(bundle("persona.yaml", "version: " + version, "img/mo.png", picture)));
        }

        assertThat(count("file_part")).isEqualTo(6);
        assertThat(files(publications.content("v3").orElseThrow()).get("img/mo.png"))
                .isEqualTo(picture);
    }

    @Test
    void aReviewIsKeptWithTheVersionItIsAbout() throws IOException {
        var sent = publications.review(
                wish(Review.Step.SENT, "lin"), Optional.of(bundle("persona.yaml", "id: mo", "img/mo.png", EMPTY)));

        assertThat(publications.reviews("mo").all())
                .containsExactly(sent)
                .containsExactly(
                        new Review(sent.number(), "mo", "abc123", "2026.11", Review.Step.SENT, "lin", "讀讀看", NOON));
        assertThat(publications.content("abc123")).isPresent();
        assertThat(publications.reviews("pao").all()).isEmpty();
    }

    @Test
    void ofManyWhoApproveAtOnceOneDoes() {
        var _ = publications.review(wish(Review.Step.SENT, "lin"), Optional.empty());

        var approved = IntStream.range(0, 8)
                .parallel()
                .filter(reader -> {
                    try {
                        var _ = publications.review(wish(Review.Step.APPROVED, "mei " + reader), Optional.empty());
                        return true;
                    } catch (CannotPublish e) {
                        return false;
                    }
                })
                .count();

        assertThat(approved).isOne();
        assertThat(publications.reviews("mo").all()).hasSize(2);
    }

    private static ReviewWish wish(Review.Step step, String who) {
        return new ReviewWish("mo", "abc123", "2026.11", step, who, "讀讀看");
    }

    @Test
    void nodesThatSeeTheSameFilesPublishThemOnce() {
        var published = IntStream.range(0, 8)
                .parallel()
                .mapToObj(node -> publications.publishNew(release("one"), EMPTY))
                .toList();

        assertThat(published).containsOnlyOnce(true);
        assertThat(publications.of("mo")).hasSize(1);
    }

    @Test
    void filesThatWereTakenBackAreNotNew() throws IOException {
        var one = bundle("persona.yaml", "id: one", "img/mo.png", EMPTY);
        var two = bundle("persona.yaml", "id: two", "img/mo.png", EMPTY);
        publications.publishNew(release("one"), one);
        publications.publishNew(release("two"), two);
        publications.publish(
                new Release("mo", "one", "", new Audience.Everybody(), "lin", "too cold", null, false),
                Optional.empty());

        assertThat(publications.publishNew(release("two"), two)).isFalse();
        assertThat(publications.publishNew(release("one"), one)).isTrue(); // somebody changed them back
        assertThat(publications.of("mo"))
                .extracting(Publication::address)
                .isEqualTo(List.of("one", "one", "two", "one"));
    }

    private int count(String table) {
        return store.list("select count(*) from " + table, row -> row.getInt(1)).getFirst();
    }

    private static byte[] bundle(String script, String words, String picture, byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(script));
            zip.write(words.getBytes(UTF_8));
            zip.putNextEntry(new ZipEntry(picture));
            zip.write(bytes);
        }
        return out.toByteArray();
    }

    private static Map<String, byte[]> files(byte[] bundle) throws IOException {
        var files = new HashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bundle))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    private static Release release(String address) {
        return new Release("mo", address, "", new Audience.Everybody(), "the files", "saved", null, true);
    }
}
