package io.renhua.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.connector.SettableClock;
import io.renhua.journal.Happening.Received;
import io.renhua.people.Hallmarks;
import io.renhua.publishing.OldVersions;
import io.renhua.store.Database;
import io.renhua.store.Store;
import io.renhua.store.StoreSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Copies that come long after, to a server that was started anew meanwhile and has tidied up. */
@ParameterizedClass
@EnumSource(Database.class)
class LateCopiesTest {
    private final Database database;

    LateCopiesTest(Database database) {
        this.database = database;
    }

    @Test
    void answersNoCopyOfTheLastSevenDays(@TempDir Path folder) {
        var place = database.lasting(folder);
        startedAfter(place, Duration.ZERO, room -> {
            room.handler().handle(room.arrives("1", "推薦一本書"));
            assertThat(room.said()).isNotEmpty();
        });

        for (var late : List.of(
                Duration.ofMinutes(6),
                Duration.ofHours(1),
                Duration.ofHours(24),
                Duration.ofDays(6),
                Duration.ofDays(7))) {
            startedAfter(place, late, room -> {
                room.inbox.accept(List.of(Room.says("1", "推薦一本書")));

                assertThat(room.arrivals.next(Room.PERSON)).as("after %s", late).isEmpty();
                assertThat(room.happened(Received.class)).hasSize(1);
            });
        }
    }

    @Test
    void letsKeysGoAfterSevenDays(@TempDir Path folder) {
        var place = database.lasting(folder);
        startedAfter(place, Duration.ZERO, room -> room.handler().handle(room.arrives("1", "推薦一本書")));
        startedAfter(
                place,
                Duration.ofDays(7),
                room -> assertThat(room.count("taken")).isPositive());

        startedAfter(
                place,
                Duration.ofDays(7).plusSeconds(1),
                room -> assertThat(room.count("taken")).isZero());
    }

    private static void startedAfter(StoreSettings place, Duration late, Consumer<Room> then) {
        try (var room = new Room(Store.open(place), new SettableClock(Room.NOON.plus(late)));
                var housekeeping = new Housekeeping(
                        room.arrivals,
                        room.at.drafts,
                        new SentPictures(room.store, room.clock),
                        new ActionFailures(room.store, room.clock),
                        new OldVersions(room.store, room.clock, null),
                        Hallmarks.usual(room.store, room.clock))) {
            housekeeping.tidy();
            then.accept(room);
        }
    }
}
