package io.renhua.publishing;

import io.renhua.store.Queries;
import io.renhua.store.Store;
import io.renhua.store.Transaction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Forgets what versions held that nobody needs any more. The history keeps that they were there, and who published them, when
 * and why.
 */
public final class OldVersions {
    private static final String PERSONAS = "select persona from publication union select persona from review";

    /** Where a question of ours is open, or they may still be writing. */
    private static final String IN_USE = """
            select distinct version from dialogue_state
            where version is not null and (updated_at > ? or state like '%"forms":[{%')""";

    private static final String TRIED = "select distinct version from trial_visit where until_at > ?";
    private static final String HELD = "select distinct address from version_file where address = ?";

    /** Longer than a talk goes on without a word. */
    private static final Duration TALK = Duration.ofDays(1);

    private final Store store;
    private final Clock clock;
    private final @Nullable Duration kept;

    /** @param kept how long after it spoke last; null for good */
    public OldVersions(Store store, Clock clock, @Nullable Duration kept) {
        this.store = store;
        this.clock = clock;
        this.kept = kept;
    }

    /** Forgets all that is over; gives how many versions that were. */
    public int forget() {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        store.write("trials", transaction -> transaction.update("delete from trial_visit where until_at < ?", now));
        if (kept == null) {
            return 0;
        }
        var before = clock.instant().minus(kept).truncatedTo(ChronoUnit.MICROS);
        return store.list(PERSONAS, row -> row.getString(1)).stream()
                .mapToInt(persona -> store.commit(
                        StorePublications.lanes(persona), transaction -> forget(transaction, persona, before)))
                .sum();
    }

    private int forget(Transaction transaction, String persona, Instant before) {
        var published = StorePublications.of(transaction, persona);
        var reviews = StorePublications.reviews(transaction, persona);
        var needed = needed(transaction, published, reviews);
        var addresses = new HashSet<String>();
        published.forEach(each -> addresses.add(each.address()));
        reviews.all().forEach(each -> addresses.add(each.address()));
        int forgotten = 0;
        for (var address : addresses) {
            boolean isOver = lastNeeded(address, published, reviews).isBefore(before);
            boolean isHeld =
                    !transaction.list(HELD, row -> row.getString(1), address).isEmpty();
            if (isOver && isHeld && !needed.contains(Publication.brief(address))) {
                transaction.update("delete from version_file where address = ?", address);
                forgotten++;
            }
        }
        if (forgotten > 0) {
            transaction.update("delete from file_part where digest not in (select digest from version_file)");
        }
        return forgotten;
    }

    /** What speaks or is to, what can be taken back to, what is to be read, and what somebody talks with. */
    private Set<String> needed(Queries queries, List<Publication> published, Reviews reviews) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var needed = new HashSet<String>();
        var programme = Programme.of(published, now);
        programme.live().ifPresent(live -> {
            needed.add(live.brief());
            published.stream()
                    .filter(each -> each.isForEverybody()
                            && each.number() < live.number()
                            && !each.address().equals(live.address()))
                    .findFirst()
                    .ifPresent(before -> needed.add(before.brief()));
        });
        programme.trial().ifPresent(trial -> needed.add(trial.brief()));
        published.stream().filter(each -> each.begins().isAfter(now)).forEach(next -> needed.add(next.brief()));
        reviews.waiting().ifPresent(each -> needed.add(each.brief()));
        reviews.approved().ifPresent(each -> needed.add(each.brief()));
        queries.list(IN_USE, row -> row.getString(1), now.minus(TALK))
                .forEach(version -> needed.add(Publication.address(version)));
        queries.list(TRIED, row -> row.getString(1), now).forEach(version -> needed.add(Publication.address(version)));
        return needed;
    }

    /** When something else came in its place, or somebody last did something about it. */
    private static Instant lastNeeded(String address, List<Publication> published, Reviews reviews) {
        var last = reviews.standing(address).map(Review::at).orElse(Instant.MIN);
        for (var each : published) {
            if (each.address().equals(address)) {
                var ended = ended(each, published).orElse(each.begins());
                last = ended.isAfter(last) ? ended : last;
            }
        }
        return last;
    }

    private static Optional<Instant> ended(Publication publication, List<Publication> published) {
        return published.stream()
                .filter(next -> next.number() > publication.number())
                .filter(next -> next.isForEverybody() || !publication.isForEverybody())
                .map(Publication::begins)
                .filter(begins -> !begins.isBefore(publication.begins()))
                .min(Instant::compareTo);
    }
}
