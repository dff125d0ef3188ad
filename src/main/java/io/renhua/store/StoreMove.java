package io.renhua.store;

import io.renhua.text.Wording;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.function.Consumer;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;

/**
 * Moves a store of our own into an empty PostgreSQL: everything in one transaction, or nothing. The file itself stays as it
 * is, and nobody opens it meanwhile.
 */
public final class StoreMove {
    private final Path folder;
    private final StoreSettings target;

    /** @param folder with the file of our own */
    public StoreMove(Path folder, StoreSettings target) {
        this.folder = folder;
        this.target = target;
    }

    /**
     * A table that is over there.
     *
     * @param checksum what its rows come to, here and there
     */
    public record Moved(String table, long rows, String checksum) {}

    /**
     * Moves it.
     *
     * @param told of each table once it is copied and compared; what it throws ends the move, and nothing is moved
     * @throws CannotMove when nothing was moved
     */
    public void run(Consumer<Moved> told) {
        try (var copy = StoreCopy.of(folder)) {
            checkVersion(copy.settings());
            try (var from = connect(copy.settings());
                    var to = connect(target)) {
                var tables = new TablesMove(from, to);
                tables.checkTarget();
                makeTables();
                to.setAutoCommit(false);
                tables.run(told);
                to.commit();
            }
        } catch (SQLException e) {
            throw new CannotMove(Wording.of("Nothing was moved: %s.", NoEntry.sentence(target.engine(), e)), e);
        }
    }

    private static Connection connect(StoreSettings settings) throws SQLException {
        return DriverManager.getConnection(settings.url(), settings.user(), settings.password());
    }

    private void checkVersion(StoreSettings copy) {
        try {
            var migrations = flyway(copy).info().all();
            if (isNewer(migrations)) {
                throw new CannotMove(
                        Wording.of("The store in %s is of a newer version; move it with that one.", folder));
            }
            if (!Arrays.stream(migrations).allMatch(each -> each.getState().isApplied())) {
                throw new CannotMove(Wording.of(
                        "The store in %s is of an older version. Start this version on it once, without"
                                + " renhua.store.url, stop it, then move it.",
                        folder));
            }
        } catch (FlywayException e) {
            throw new CannotMove(Wording.of("The store in %s cannot be read; restore it from a back-up.", folder), e);
        }
    }

    private void makeTables() {
        try {
            var flyway = flyway(target);
            flyway.migrate();
            if (isNewer(flyway.info().all())) {
                throw new CannotMove(Wording.of(
                        "The PostgreSQL of renhua.store.url was made ready by a newer version; move with that"
                                + " one, or name an empty database."));
            }
        } catch (FlywayException e) {
            throw new CannotMove(
                    Wording.of("The PostgreSQL of renhua.store.url takes no tables of ours; its user must own the"
                            + " database, or may create tables in its schema."),
                    e);
        }
    }

    private static boolean isNewer(MigrationInfo... migrations) {
        return !Arrays.stream(migrations).allMatch(each -> each.getState().isResolved());
    }

    private static Flyway flyway(StoreSettings settings) {
        return Flyway.configure(StoreMove.class.getClassLoader())
                .dataSource(settings.url(), settings.user(), settings.password())
                .load();
    }
}
