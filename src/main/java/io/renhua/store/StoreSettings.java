package io.renhua.store;

import io.renhua.text.Wording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Where the store is.
 *
 * @param url a JDBC address
 * @param queue how many commits may wait before more are turned away
 */
public record StoreSettings(String url, String user, String password, int queue) {
    private static final int QUEUE = 4096;

    /**
     * What H2 needs to lose nothing it has acknowledged and to speak PostgreSQL's SQL; statements are read once, and a stop
     * gives two seconds to giving back the room of what was let go.
     */
    static final String DURABLE = ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0"
            + ";DB_CLOSE_ON_EXIT=FALSE;QUERY_CACHE_SIZE=200;MAX_COMPACT_TIME=2000";

    /** A file of our own below a folder. */
    public static StoreSettings inFolder(Path folder) {
        keepToOurselves(folder);
        return at("jdbc:h2:file:" + folder.toAbsolutePath().resolve("renhua") + DURABLE);
    }

    /** The store holds what people said: nobody else on the machine may read it. */
    private static void keepToOurselves(Path folder) {
        try {
            Files.createDirectories(folder);
            var rights = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
            if (rights != null) {
                rights.setPermissions(PosixFilePermissions.fromString("rwx------"));
            }
        } catch (IOException e) {
            throw new UnfitStore(
                    Wording.of(
                            "renhua.data: %s cannot be made a folder of our own; choose one that we may write to",
                            folder),
                    e);
        }
    }

    /** An H2 elsewhere, by its JDBC address. */
    public static StoreSettings at(String url) {
        return new StoreSettings(url, "sa", "", QUEUE);
    }

    /** A PostgreSQL, by its JDBC address. */
    public static StoreSettings postgres(String url, String user, String password) {
        return new StoreSettings(url, user, password, QUEUE);
    }

    /** For tests: gone when closed. */
    public static StoreSettings inMemory(String name) {
        return at("jdbc:h2:mem:" + name + DURABLE);
    }

    Engine engine() {
        return Engine.of(url);
    }

    /** Never the password. */
    @Override
    public String toString() {
        return "store of " + user;
    }
}
