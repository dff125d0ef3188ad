package io.renhua.retention;

import io.renhua.retention.Told.Source;
import io.renhua.store.Store;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What was ever told on each channel, so that it holds when its persona is gone or cannot be read any more. */
final class PromiseBook {
    private static final String LANE = "promises";
    private static final String ADD = """
            insert into promise (channel, persona, chat_days, media_days, since_at) values (?, ?, ?, ?, ?)""";

    private static final String ALL =
            "select channel, persona, chat_days, media_days, since_at from promise order by id";
    static final String SPOKE_LAST = """
            select persona from journal where channel = ? and persona is not null
            order by channel desc, at desc, seq desc limit 1""";

    private final Store store;

    PromiseBook(Store store) {
        this.store = store;
    }

    /** Notes what is told now, where it is not what was told last. */
    void note(Collection<Promise> told) {
        if (news(told, all()).findAny().isPresent()) {
            store.write(
                    LANE,
                    transaction -> news(told, transaction.list(ALL, PromiseBook::promise))
                            .forEach(promise -> transaction.update(
                                    ADD,
                                    promise.channel(),
                                    promise.persona(),
                                    promise.chat(),
                                    promise.media(),
                                    promise.since().truncatedTo(ChronoUnit.MICROS))));
        }
    }

    private static Stream<Promise> news(Collection<Promise> told, List<Promise> known) {
        return told.stream()
                .filter(promise -> latest(known, promise.channel())
                        .filter(last -> last.saysTheSame(promise))
                        .isEmpty());
    }

    private static Optional<Promise> latest(List<Promise> known, String channel) {
        return known.reversed().stream()
                .filter(each -> each.channel().equals(channel))
                .findFirst();
    }

    /** Since when anything is known to be told. */
    Optional<Instant> first() {
        return all().stream().map(Promise::since).min(Comparator.naturalOrder());
    }

    /** What holds for the words of a channel. */
    Told of(String channel) {
        var all = all();
        var own = all.stream().filter(each -> each.channel().equals(channel)).toList();
        if (!own.isEmpty()) {
            return new Told(own, Source.CHANNEL);
        }
        return lastSpeaker(channel)
                .map(persona -> all.stream()
                        .filter(each -> each.persona().equals(persona))
                        .toList())
                .filter(theirs -> !theirs.isEmpty())
                .map(theirs -> new Told(shortest(theirs), Source.PERSONA))
                .orElseGet(() -> new Told(shortest(all), all.isEmpty() ? Source.NOTHING : Source.SHORTEST));
    }

    private Optional<String> lastSpeaker(String channel) {
        return store.list(SPOKE_LAST, row -> row.getString(1), channel).stream().findFirst();
    }

    /** What is the shortest of what was told last anywhere. */
    private static List<Promise> shortest(List<Promise> promises) {
        return promises.stream()
                .filter(each ->
                        latest(promises, each.channel()).filter(each::equals).isPresent())
                .reduce(Promise::shorter)
                .stream()
                .toList();
    }

    private List<Promise> all() {
        return store.list(ALL, PromiseBook::promise);
    }

    private static Promise promise(ResultSet row) throws SQLException {
        return new Promise(
                row.getString(1),
                row.getString(2),
                row.getInt(3),
                row.getInt(4),
                row.getObject(5, OffsetDateTime.class).toInstant());
    }
}
