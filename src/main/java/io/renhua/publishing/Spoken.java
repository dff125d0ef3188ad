package io.renhua.publishing;

import io.renhua.store.Store;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which version of each persona every node speaks: each shows its own, and sees those of the others. */
public final class Spoken {
    /** A node that was not seen for so long speaks no more. */
    private static final Duration OVER = Duration.ofSeconds(90);

    private static final int LONGEST_TROUBLE = 1_000;
    private static final String LANE = "spoken";
    private static final String CHANGE = """
            update spoken set version = ?, newest = ?, trouble = ?, since_at = ?, seen_at = ?
            where node = ? and persona = ?""";
    private static final String ADD = """
            insert into spoken (version, newest, trouble, since_at, seen_at, node, persona) values (?, ?, ?, ?, ?, ?, ?)
            on conflict do nothing""";

    private final Store store;
    private final String node;
    private final Clock clock;

    /** @param node our name among those that share the store */
    public Spoken(Store store, String node, Clock clock) {
        this.store = store;
        this.node = node;
        this.clock = clock;
    }

    /**
     * What a node speaks of one persona.
     *
     * @param version by its name
     * @param newest what it should speak, as far as it knows
     * @param trouble why it does not speak that; null where it does, or is about to
     * @param since when it began with that version
     */
    public record Speech(
            String node,
            String persona,
            String version,
            String newest,
            @Nullable String trouble,
            Instant since) {
        /** Whether others speak something newer. */
        public boolean isOlder() {
            return !Publication.address(version).equals(Publication.address(newest));
        }
    }

    /** What a node speaks of one persona now. */
    public record Now(
            String persona,
            String version,
            String newest,
            @Nullable String trouble,
            Instant since) {}

    /** Shows what we speak. */
    public void show(List<Now> all) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        store.write(LANE, transaction -> {
            transaction.update("delete from spoken where seen_at < ?", now.minus(OVER));
            for (var each : all) {
                var values = new Object[] {
                    each.version(), each.newest(), brief(each.trouble()), each.since(), now, node, each.persona()
                };
                if (transaction.update(CHANGE, values) == 0) {
                    transaction.update(ADD, values);
                }
            }
        });
    }

    private static @Nullable String brief(@Nullable String trouble) {
        return trouble == null ? null : trouble.substring(0, Math.min(LONGEST_TROUBLE, trouble.length()));
    }

    /** We stop. */
    public void fallSilent() {
        store.write(LANE, transaction -> transaction.update("delete from spoken where node = ?", node));
    }

    /** What every node speaks, by persona and node. */
    public List<Speech> all() {
        return store.list("""
                select node, persona, version, newest, trouble, since_at from spoken where seen_at >= ?
                order by persona, node""", Spoken::speech, clock.instant().minus(OVER));
    }

    private static Speech speech(ResultSet row) throws SQLException {
        return new Speech(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getObject(6, OffsetDateTime.class).toInstant());
    }
}
