package io.renhua.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** A store as a version before ours made it, in which somebody of that version still writes while ours is at work. */
public final class OldStore implements AutoCloseable {
    private final StoreSettings place;
    private final Handle handle; // what is in memory alone stays while somebody is there

    private OldStore(StoreSettings place) {
        this.place = place;
        this.handle = Jdbi.create(place.url(), place.user(), place.password()).open();
    }

    /** @param version the number of the last change to its tables */
    public static OldStore of(Database database, String version) {
        var old = new OldStore(database.fresh());
        if (database == Database.POSTGRESQL) {
            old.handle.execute("drop schema public cascade; create schema public");
        }
        flyway(old.place).target(version).load().migrate();
        return old;
    }

    static FluentConfiguration flyway(StoreSettings place) {
        return Flyway.configure(Store.class.getClassLoader()).dataSource(place.url(), place.user(), place.password());
    }

    /** Where ours opens it. */
    public StoreSettings place() {
        return place;
    }

    /** Writes as that version does; how many rows it was. */
    public int execute(String sql, @Nullable Object... values) {
        return handle.execute(
                sql,
                Arrays.stream(values)
                        .map(value ->
                                value instanceof Instant at ? OffsetDateTime.ofInstant(at, ZoneOffset.UTC) : value)
                        .toArray());
    }

    /** Reads as that version does: the first column. */
    public List<String> texts(String sql, Object value) {
        return handle.createQuery(sql).bind(0, value).mapTo(String.class).list();
    }

    @Override
    public void close() {
        handle.close();
    }
}
