package io.renhua.conversation;

import io.renhua.action.Errand;
import io.renhua.store.Json;
import io.renhua.store.Store;
import io.renhua.store.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How it goes with actions, for whoever looks after them: which wait, which failed, and why. */
public final class ActionFailures {
    private static final Duration COUNTED = Duration.ofDays(1);
    private static final Duration KEPT = Duration.ofDays(7);
    private static final int LONGEST_WHY = 300;
    private static final int LONGEST_NAME = 80;
    private static final int MOST_WAITING = 1_000;
    private static final String LANE = "action-failures";
    private static final String ADD = "insert into action_failure (persona, action, why, at) values (?, ?, ?, ?)";
    private static final String FAILED = """
            select persona, action, count(*), max(id) from action_failure where at > ? group by persona, action""";
    private static final String WAITING = """
            select errand, trouble from errand where answer is null order by until_at limit ?""";

    private final Store store;
    private final Clock clock;

    public ActionFailures(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * How it goes with one action.
     *
     * @param waiting how many are being done, or are tried again
     * @param failed how many came to nothing within a day
     * @param why the last of either came to nothing; null where none did
     * @param at when it failed last; null where it did not within a day
     */
    public record Stand(
            String persona,
            String action,
            int waiting,
            int failed,
            @Nullable String why,
            @Nullable Instant at) {}

    static void note(Transaction transaction, String persona, String action, String why, Instant at) {
        transaction.update(ADD, brief(persona, LONGEST_NAME), brief(action, LONGEST_NAME), brief(why), at);
    }

    static String brief(String why) {
        return brief(why, LONGEST_WHY);
    }

    private static String brief(String words, int most) {
        return words.substring(0, Math.min(most, words.length())).replace("\0", "");
    }

    /** Every action that waits, or failed within a day. */
    public List<Stand> now() {
        var all = new TreeMap<String, Stand>();
        for (var failed : store.list(FAILED, Failed::of, clock.instant().minus(COUNTED))) {
            var last = store.list(
                            "select why, at from action_failure where id = ?",
                            row -> new Last(
                                    row.getString(1),
                                    row.getObject(2, OffsetDateTime.class).toInstant()),
                            failed.last())
                    .getFirst();
            all.put(
                    failed.persona() + "\n" + failed.action(),
                    new Stand(failed.persona(), failed.action(), 0, failed.count(), last.why(), last.at()));
        }
        for (var waiting : store.list(WAITING, Waiting::of, MOST_WAITING)) {
            var errand = waiting.errand();
            if (errand != null) {
                all.merge(
                        errand.persona() + "\n" + errand.action(),
                        new Stand(errand.persona(), errand.action(), 1, 0, waiting.trouble(), null),
                        ActionFailures::both);
            }
        }
        return List.copyOf(all.values());
    }

    private static Stand both(Stand one, Stand waiting) {
        var why = waiting.why() == null ? one.why() : waiting.why(); // what is tried now failed last
        return new Stand(one.persona(), one.action(), one.waiting() + waiting.waiting(), one.failed(), why, one.at());
    }

    private record Failed(String persona, String action, int count, long last) {
        static Failed of(ResultSet row) throws SQLException {
            return new Failed(row.getString(1), row.getString(2), row.getInt(3), row.getLong(4));
        }
    }

    private record Last(String why, Instant at) {}

    private record Waiting(
            @Nullable Errand errand, @Nullable String trouble) {
        static Waiting of(ResultSet row) throws SQLException {
            return new Waiting(Json.readable(row.getString(1), Errand.class).orElse(null), row.getString(2));
        }
    }

    /** Forgets those that nobody looks at any more; gives how many. */
    int forget() {
        var before = clock.instant().minus(KEPT).truncatedTo(ChronoUnit.MICROS);
        return store.commit(LANE, transaction -> transaction.update("delete from action_failure where at < ?", before));
    }
}
