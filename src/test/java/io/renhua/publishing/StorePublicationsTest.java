package io.renhua.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.store.Database;
import io.renhua.store.Store;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class StorePublicationsTest {
    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");

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

        var published = publications.publish(release, Optional.of(new byte[] {1}));

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
    void keepsALargeVersionAsItIsAndNeverChangesIt() {
        var large = new byte[1_400_000];
        new Random(7).nextBytes(large);

        publications.publish(release("one"), Optional.of(large));
        publications.publish(release("one"), Optional.of(new byte[] {1, 2, 3}));

        assertThat(publications.content("one"))
                .hasValueSatisfying(kept -> assertThat(kept).isEqualTo(large));
        assertThat(publications.content("two")).isEmpty();
    }

    @Test
    void nodesThatSeeTheSameFilesPublishThemOnce() {
        var published = IntStream.range(0, 8)
                .parallel()
                .mapToObj(node -> publications.publishNew(release("one"), new byte[] {1}))
                .toList();

        assertThat(published).containsOnlyOnce(true);
        assertThat(publications.of("mo")).hasSize(1);
    }

    @Test
    void filesThatWereTakenBackAreNotNew() {
        publications.publishNew(release("one"), new byte[] {1});
        publications.publishNew(release("two"), new byte[] {2});
        publications.publish(
                new Release("mo", "one", "", new Audience.Everybody(), "lin", "too cold", null, false),
                Optional.empty());

        assertThat(publications.publishNew(release("two"), new byte[] {2})).isFalse();
        assertThat(publications.publishNew(release("one"), new byte[] {1})).isTrue(); // somebody changed them back
        assertThat(publications.of("mo"))
                .extracting(Publication::address)
                .isEqualTo(List.of("one", "one", "two", "one"));
    }

    private static Release release(String address) {
        return new Release("mo", address, "", new Audience.Everybody(), "the files", "saved", null, true);
    }
}
