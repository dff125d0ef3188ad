package io.renhua.publishing;

import io.renhua.store.Queries;
import io.renhua.store.Store;
import io.renhua.store.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** In the store. */
public final class StorePublications implements Publications {
    private static final String COLUMNS = """
            select id, persona, address, label, audience, by_whom, why, at, begins_at, draft from publication
            """;
    private static final String ADD = """
            insert into publication (persona, address, label, audience, by_whom, why, at, begins_at, draft)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final Store store;
    private final Clock clock;

    public StorePublications(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** The number of the last one, of whatever persona; 0 before the first. */
    public long last() {
        return store.list("select coalesce(max(id), 0) from publication", row -> row.getLong(1))
                .getFirst();
    }

    @Override
    public List<Publication> of(String persona) {
        return store.list(COLUMNS + "where persona = ? order by id desc", StorePublications::publication, persona);
    }

    @Override
    public Optional<byte[]> content(String address) {
        return VersionFiles.bundle(store, address);
    }

    @Override
    public Publication publish(Release release, Optional<byte[]> bundle) {
        var now = moment(clock.instant());
        return store.commit(lane(release.persona()), transaction -> publish(transaction, release, bundle, now));
    }

    /** Publishes what the files hold, unless that was done before; one of several nodes that see the same does it. */
    public boolean publishNew(Release release, byte[] bundle) {
        var now = moment(clock.instant());
        return store.commit(lane(release.persona()), transaction -> {
            if (wereHeld(transaction, release.persona(), release.address())) {
                return false;
            }
            publish(transaction, release, Optional.of(bundle), now);
            return true;
        });
    }

    /** Whether a persona's files held the same when they were published last. */
    public boolean wereHeld(String persona, String address) {
        return wereHeld(store, persona, address);
    }

    private static boolean wereHeld(Queries queries, String persona, String address) {
        return queries
                .list(
                        COLUMNS + "where persona = ? and draft order by id desc limit 1",
                        StorePublications::publication,
                        persona)
                .stream()
                .anyMatch(last -> last.address().equals(address));
    }

    private static Publication publish(Transaction transaction, Release release, Optional<byte[]> bundle, Instant now) {
        bundle.ifPresent(bytes -> VersionFiles.keep(transaction, release.address(), bytes));
        var begins = release.begins() == null ? now : moment(release.begins());
        transaction.update(
                ADD,
                release.persona(),
                release.address(),
                release.label(),
                release.audience().word(),
                release.who(),
                release.why(),
                now,
                begins,
                release.draft());
        return transaction
                .list(
                        COLUMNS + "where persona = ? order by id desc limit 1",
                        StorePublications::publication,
                        release.persona())
                .getFirst();
    }

    private static String lane(String persona) {
        return "publishing " + persona;
    }

    /** As exact as the store keeps it. */
    private static Instant moment(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS);
    }

    private static Publication publication(ResultSet row) throws SQLException {
        return new Publication(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                Audience.of(row.getString(5)).orElseGet(Audience.Testers::new), // of another version: to nobody unasked
                row.getString(6),
                row.getString(7),
                row.getObject(8, OffsetDateTime.class).toInstant(),
                row.getObject(9, OffsetDateTime.class).toInstant(),
                row.getBoolean(10));
    }

    @Override
    public void close() {}
}
