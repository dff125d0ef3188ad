package io.renhua.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.connector.SettableClock;
import io.renhua.conversation.Erasures;
import io.renhua.conversation.Personas;
import io.renhua.dialogue.LivePersona;
import io.renhua.handoff.Desk;
import io.renhua.journal.Journal;
import io.renhua.nlu.Ranking;
import io.renhua.people.Unions;
import io.renhua.persona.PersonaFolder;
import io.renhua.persona.PersonaReader;
import io.renhua.store.Database;
import io.renhua.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RetentionWatchTest {
    private static final ZoneId TAIPEI = ZoneId.of("Asia/Taipei");
    private static final Instant NOON = Instant.parse("2026-05-05T12:00:00+08:00");

    private final SettableClock clock = new SettableClock(NOON);
    private final Store store = Database.H2.open();
    private final RetentionWatch watch = new RetentionWatch(
            new Retention(store, new Desk(store, new Journal(store), clock), personas(), clock),
            new Erasures(
                    store, new Desk(store, new Journal(store), clock), new Unions(store), new Journal(store), clock),
            TAIPEI,
            clock);

    @AfterEach
    void close() {
        watch.close();
        store.close();
    }

    @Test
    void waitsForTheFirstNightAfterAnythingWasPromised() {
        watch.look();
        assertThat(watch.last()).isEmpty();

        hours(14); // two at night
        watch.look();
        assertThat(watch.last()).isEmpty();

        hours(2);
        watch.look();
        assertThat(watch.last().map(Departure::began)).contains(clock.instant());
    }

    @Test
    void isDoneOnceANight() {
        watch.look();
        hours(16);
        watch.look();
        var first = watch.last();

        hours(22);
        watch.look();
        assertThat(watch.last()).isEqualTo(first);

        hours(2);
        watch.look();
        assertThat(watch.last().map(Departure::began)).contains(clock.instant());
    }

    @Test
    void makesUpForANightInWhichNobodyWasThere() {
        watch.look();
        hours(16);
        watch.look();

        hours(24 * 3 + 8);
        watch.look();

        assertThat(watch.last().map(Departure::began)).contains(clock.instant());
    }

    private void hours(int hours) {
        clock.advance(Duration.ofHours(hours));
    }

    private static Personas personas() {
        var mo = Objects.requireNonNull(
                new PersonaReader().read(PersonaFolder.MO).persona());
        return new Personas(
                Map.of("mo", new LivePersona(mo, words -> Ranking.NOTHING, (words, now) -> List.of())),
                Map.of("web-mo", "mo"));
    }
}
