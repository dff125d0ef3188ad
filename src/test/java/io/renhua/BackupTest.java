package io.renhua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.renhua.conversation.Patience;
import io.renhua.door.OutOfReach;
import io.renhua.door.SideDoor;
import io.renhua.store.Database;
import io.renhua.store.Store;
import io.renhua.store.StoreAway;
import io.renhua.store.StoreSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A copy of the store that can be put in its place. */
class BackupTest {
    @TempDir
    private Path data;

    @TempDir
    private Path elsewhere;

    @Test
    void holdsWhatWasThereWhileTheServerGoesOn() throws IOException {
        var archive = elsewhere.resolve("today.zip");
        try (var store = Store.open(StoreSettings.inFolder(data));
                var door = new SideDoor(data, Backup.service(store))) {
            door.start();
            add(store, "before");

            Backup.take(configuration(), archive);

            add(store, "after");
            assertThat(names(store)).containsExactly("before", "after");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(archive)))
                .isEqualTo("rw-------");
        try (var restored = Store.open(StoreSettings.inFolder(unpacked(archive)))) {
            assertThat(names(restored)).containsExactly("before");
        }
    }

    @Test
    void isTakenOfTheStoreItselfWhenNobodyServes() throws IOException {
        var archive = elsewhere.resolve("tonight.zip");
        try (var store = Store.open(StoreSettings.inFolder(data))) {
            add(store, "before");
        }

        Backup.take(configuration(), archive);

        try (var restored = Store.open(StoreSettings.inFolder(unpacked(archive)))) {
            assertThat(names(restored)).containsExactly("before");
        }
    }

    @Test
    void overwritesNothingAndSaysWhatIsWrong() throws IOException {
        var archive = Files.writeString(elsewhere.resolve("mine.zip"), "mine");
        try (var store = Store.open(StoreSettings.inFolder(data));
                var door = new SideDoor(data, Backup.service(store))) {
            door.start();

            assertThatThrownBy(() -> Backup.take(configuration(), archive))
                    .isInstanceOf(OutOfReach.class)
                    .hasMessageContaining(archive + " is there already");
            assertThatThrownBy(() -> Backup.take(configuration(), elsewhere.resolve("no/such.zip")))
                    .isInstanceOf(OutOfReach.class)
                    .hasMessageContaining("cannot be written");
        }
        assertThat(archive).hasContent("mine");
    }

    @Test
    void leavesAPostgresToItsOwnTools() {
        try (var store = Database.POSTGRESQL.open()) {
            assertThatThrownBy(() -> store.backUp(elsewhere.resolve("p.zip")))
                    .isInstanceOf(StoreAway.class)
                    .hasMessageContaining("pg_dump");
        }
    }

    private Path unpacked(Path archive) throws IOException {
        var folder = elsewhere.resolve("restored");
        Files.createDirectory(folder);
        try (var zip = new ZipInputStream(Files.newInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Files.copy(zip, folder.resolve(entry.getName()));
            }
        }
        return folder;
    }

    private static void add(Store store, String name) {
        store.write(
                transaction -> transaction.handle().execute("insert into own_key (name, bytes) values (?, '')", name));
    }

    private static List<String> names(Store store) {
        return store.read(handle -> handle.createQuery("select name from own_key order by name desc")
                .mapTo(String.class)
                .list());
    }

    private Configuration configuration() {
        return new Configuration(
                data,
                new StorePlace("", ""),
                null,
                Path.of("personas"),
                URI.create("http://localhost:8080"),
                Patience.NONE,
                new Manner(false, false, Set.of(), null),
                DeskSettings.STANDARD,
                Map.of(),
                List.of());
    }
}
