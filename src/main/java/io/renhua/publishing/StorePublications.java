package io.renhua.publishing;

import io.renhua.store.Queries;
import io.renhua.store.Store;
import io.renhua.store.Transaction;
import io.renhua.text.Wording;
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

    private static final String REVIEWS = """
            select id, persona, address, label, step, by_whom, why, at from review where persona = ? order by id desc""";
    private static final String ADD_REVIEW = """
            insert into review (persona, address, label, step, by_whom, why, at) values (?, ?, ?, ?, ?, ?, ?)""";
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_WHY = 1_000;

    private final Store store;
    private final Clock clock;
    private final Terms terms;

    public StorePublications(Store store, Clock clock) {
        this(store, clock, Terms.USUAL);
    }

    public StorePublications(Store store, Clock clock, Terms terms) {
        this.store = store;
        this.clock = clock;
        this.terms = terms;
    }

    /** The number of the last one, of whatever persona; 0 before the first. */
    public long last() {
        return store.list("select coalesce(max(id), 0) from publication", row -> row.getLong(1))
                .getFirst();
    }

    @Override
    public List<Publication> of(String persona) {
        return of(store, persona);
    }

    static List<Publication> of(Queries queries, String persona) {
        return queries.list(COLUMNS + "where persona = ? order by id desc", StorePublications::publication, persona);
    }

    @Override
    public Optional<byte[]> content(String address) {
        return VersionFiles.bundle(store, address);
    }

    @Override
    public String link(String persona, String address, Instant until) {
        return terms.address().toString().replaceAll("/+$", "") + "/c/" + persona + "?try="
                + new Trials(store, clock).token(persona, address, until);
    }

    @Override
    public boolean isKept(String address) {
        return VersionFiles.isKept(store, address);
    }

    /**
     * One file of a version.
     *
     * @param brief the beginning of the version's address
     * @param path in the persona's folder
     */
    public Optional<VersionFile> file(String brief, String path) {
        return VersionFiles.one(store, brief, path);
    }

    @Override
    public Publication publish(Release release, Optional<byte[]> bundle) {
        checkLengths(release.who(), release.why());
        var now = moment(clock.instant());
        return store.commit(lanes(release.persona()), transaction -> {
            if (terms.reviewed()) {
                checkReview(transaction, release);
            }
            return publish(transaction, release, bundle, now);
        });
    }

    /** Testers may try what nobody has approved; what spoke to everybody once may do so again. */
    private static void checkReview(Queries queries, Release release) {
        boolean spoke = of(queries, release.persona()).stream()
                .anyMatch(each -> each.isForEverybody() && each.address().equals(release.address()));
        if (!spoke && !(release.audience() instanceof Audience.Testers)) {
            reviews(queries, release.persona()).against(release).ifPresent(StorePublications::refuse);
        }
    }

    @Override
    public Reviews reviews(String persona) {
        return reviews(store, persona);
    }

    static Reviews reviews(Queries queries, String persona) {
        return new Reviews(queries.list(REVIEWS, StorePublications::review, persona));
    }

    @Override
    public Review review(ReviewWish wish, Optional<byte[]> bundle) {
        checkLengths(wish.who(), wish.why());
        var now = moment(clock.instant());
        return store.commit(lanes(wish.persona()), transaction -> {
            reviews(transaction, wish.persona()).against(wish).ifPresent(StorePublications::refuse);
            bundle.ifPresent(bytes -> VersionFiles.keep(transaction, wish.address(), bytes));
            transaction.update(
                    ADD_REVIEW,
                    wish.persona(),
                    wish.address(),
                    wish.label(),
                    wish.step().name(),
                    wish.who().strip(),
                    wish.why().strip(),
                    now);
            return reviews(transaction, wish.persona()).all().getFirst();
        });
    }

    private static void checkLengths(String who, String why) {
        if (who.length() > LONGEST_NAME || why.length() > LONGEST_WHY) {
            refuse(Wording.of("A name has at most %s characters, and the reason %s.", LONGEST_NAME, LONGEST_WHY));
        }
    }

    private static void refuse(Wording why) {
        throw new CannotPublish(why);
    }

    /** Publishes what the files hold, unless that was done before; one of several nodes that see the same does it. */
    public boolean publishNew(Release release, byte[] bundle) {
        var now = moment(clock.instant());
        return store.commit(lanes(release.persona()), transaction -> {
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
        if (bundle.isEmpty() && !VersionFiles.isKept(transaction, release.address())) {
            refuse(Wording.of(
                    "What version %s of %s held is not kept any more (renhua.keep-versions), so it cannot speak again."
                            + " What is kept: renhua history %s",
                    Publication.brief(release.address()), release.persona(), release.persona()));
        }
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

    /** Files are kept once for all personas, so that nobody may forget one while another comes to need it. */
    static List<String> lanes(String persona) {
        return List.of("publishing " + persona, "files of versions");
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

    private static Review review(ResultSet row) throws SQLException {
        return new Review(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                Review.Step.valueOf(row.getString(5)),
                row.getString(6),
                row.getString(7),
                row.getObject(8, OffsetDateTime.class).toInstant());
    }

    @Override
    public void close() {}
}
