package io.renhua.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.renhua.connector.SettableClock;
import io.renhua.message.ConversationId;
import io.renhua.publishing.Trials.Trial;
import io.renhua.store.Database;
import io.renhua.store.Store;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Six versions, one a day, and a year later. */
@ParameterizedClass
@EnumSource(Database.class)
class OldVersionsTest {
    private static final List<String> ALL =
            Stream.of("1", "2", "3", "4", "5", "6").map(each -> each.repeat(64)).toList();

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-23T04:00:00Z"));
    private final Store store;
    private final StorePublications publications;
    private final OldVersions old;

    OldVersionsTest(Database database) {
        store = database.open();
        publications = new StorePublications(store, clock);
        old = new OldVersions(store, clock, Duration.ofDays(30));
        ALL.forEach(address -> {
            publish(address, Optional.of(bundle(address)));
            clock.advance(Duration.ofDays(1));
        });
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void keepsThemAllAsLongAsTheyAreYoungOrForGood() {
        assertThat(old.forget()).isZero();
        clock.advance(Duration.ofDays(365));
        assertThat(new OldVersions(store, clock, null).forget()).isZero();
        assertThat(kept()).isEqualTo("123456");
    }

    @Test
    void forgetsWhatIsOverButWhatSpeaksAndWhatCanBeTakenBack() {
        clock.advance(Duration.ofDays(26));
        assertThat(old.forget()).isEqualTo(1); // the first was over 31 days ago, the second 30
        assertThat(kept()).isEqualTo("23456");

        clock.advance(Duration.ofDays(365));
        assertThat(old.forget()).isEqualTo(3);

        assertThat(kept()).isEqualTo("56");
        assertThat(publications.of("mo")).hasSize(6); // the history stays
        assertThat(count("file_part")).isEqualTo(3); // two scripts, and the picture that both hold
        assertThat(publications.content(ALL.get(5))).isPresent();
    }

    @Test
    void whatIsForgottenCannotSpeakAgainUnlessItsFilesAreThere() {
        clock.advance(Duration.ofDays(365));
        old.forget();

        assertThatThrownBy(() -> publish(ALL.getFirst(), Optional.empty()))
                .isInstanceOf(CannotPublish.class)
                .hasMessageContaining("111111111111 of mo held is not kept any more");
        publish(ALL.getFirst(), Optional.of(bundle(ALL.getFirst())));
        assertThat(kept()).isEqualTo("156");
    }

    @Test
    void keepsWhatTalksStandOnAndWhatIsTriedOrRead() {
        clock.advance(Duration.ofDays(365));
        state(
                "in-a-form",
                ALL.get(0),
                "{\"forms\":[{\"form\":\"visit\"}]}",
                clock.instant().minus(Duration.ofDays(40)));
        state("goes-on", ALL.get(1), "{}", clock.instant().minusSeconds(60));
        state("long-over", ALL.get(2), "{\"forms\":[]}", clock.instant().minus(Duration.ofDays(40)));
        new Trials(store, clock)
                .admit(
                        new ConversationId("web-mo", "mei"),
                        new Trial(
                                Publication.name("2026", ALL.get(3)),
                                clock.instant().plusSeconds(60)));

        assertThat(old.forget()).isEqualTo(1);

        assertThat(kept()).isEqualTo("12456");
        assertThat(count("trial_visit")).isOne();
        clock.advance(Duration.ofMinutes(2));
        old.forget();
        assertThat(count("trial_visit")).isZero();
    }

    @Test
    void keepsWhatWaitsForItsReview() {
        var sent = "7".repeat(64);
        publications.review(
                new ReviewWish("mo", sent, "", Review.Step.SENT, "lin", "a try"), Optional.of(bundle(sent)));
        clock.advance(Duration.ofDays(365));

        old.forget();
        assertThat(publications.isKept(sent)).isTrue();

        publications.review(new ReviewWish("mo", sent, "", Review.Step.SENT_BACK, "mei", "no"), Optional.empty());
        clock.advance(Duration.ofDays(365));
        old.forget();
        assertThat(publications.isKept(sent)).isFalse();
    }

    private void publish(String address, Optional<byte[]> bundle) {
        publications.publish(
                new Release("mo", address, "2026", new Audience.Everybody(), "lin", "why", null, true), bundle);
    }

    private void state(String who, String address, String state, Instant at) {
        store.write(
                who,
                transaction -> transaction.update(
                        "insert into dialogue_state (conversation, state, version, updated_at) values (?, ?, ?, ?)",
                        "web-mo/" + who,
                        state,
                        Publication.name("2026", address),
                        at));
    }

    private String kept() {
        var kept = new StringBuilder();
        ALL.stream().filter(publications::isKept).forEach(address -> kept.append(address.charAt(0)));
        return kept.toString();
    }

    private long count(String table) {
        return store.list("select count(*) from " + table, row -> row.getLong(1))
                .getFirst();
    }

    private static byte[] bundle(String address) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : List.of("persona.yaml", "img/mo.svg")) {
                zip.putNextEntry(new ZipEntry(file));
                zip.write(
                        file.equals("persona.yaml") ? address.getBytes(StandardCharsets.UTF_8) : new byte[] {1, 2, 3});
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
