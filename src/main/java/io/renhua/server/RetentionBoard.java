package io.renhua.server;

import io.renhua.retention.Departure;
import io.renhua.retention.Departures;
import io.renhua.store.Store;
import io.renhua.store.StoreAway;
import io.renhua.text.Wording;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** When what is kept no longer left last, and what should have left and did not, for the page of operations. */
@Singleton
final class RetentionBoard {
    /** Longer than from one night to the next. */
    private static final Duration LATE = Duration.ofHours(36);

    private static final Duration LONG_OVERDUE = Duration.ofDays(7);

    private final Departures departures;
    private final Clock clock;

    RetentionBoard(Store store, Clock clock) {
        this.departures = new Departures(store);
        this.clock = clock;
    }

    Optional<Departure> last() {
        try {
            return departures.last();
        } catch (StoreAway e) {
            return Optional.empty(); // the page says that it is away
        }
    }

    /** Whether somebody should look. */
    boolean isTroubled(Departure last) {
        var now = clock.instant();
        var overdue = last.overdueSince();
        return last.began().plus(LATE).isBefore(now)
                || (overdue != null && overdue.plus(LONG_OVERDUE).isBefore(now));
    }

    /** @param language of whoever reads it */
    Map<String, Object> shown(Departure last, String language) {
        var shown = new HashMap<String, Object>();
        shown.put("at", last.ended().toString());
        shown.put("conversations", last.conversations());
        shown.put("words", last.words());
        shown.put("media", last.media());
        shown.put("staying", last.staying());
        shown.put("held", last.held());
        var overdue = last.overdueSince();
        shown.put("overdueSince", overdue == null ? "" : overdue.toString());
        shown.put("remark", Wording.recalled(last.remark()).in(language));
        shown.put("state", isTroubled(last) ? "failing" : "well");
        return shown;
    }
}
