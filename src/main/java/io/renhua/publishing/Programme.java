package io.renhua.publishing;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What of one persona speaks at a moment.
 *
 * @param live speaks to everybody; empty as long as nothing was published
 * @param trial speaks to some, since the live one began
 * @param next when that changes by itself
 */
public record Programme(Optional<Publication> live, Optional<Publication> trial, Optional<Instant> next) {
    private static final Comparator<Publication> LATEST =
            Comparator.comparing(Publication::begins).thenComparingLong(Publication::number);

    /** @param all that was published of the persona */
    public static Programme of(List<Publication> all, Instant now) {
        var begun = all.stream().filter(each -> !each.begins().isAfter(now)).toList();
        var live = begun.stream().filter(Publication::isForEverybody).max(LATEST);
        var trial = begun.stream()
                .filter(each -> !each.isForEverybody())
                .filter(each -> live.isEmpty() || LATEST.compare(each, live.get()) > 0)
                .max(LATEST);
        var next = all.stream()
                .map(Publication::begins)
                .filter(begins -> begins.isAfter(now))
                .min(Comparator.naturalOrder());
        return new Programme(live, trial, next);
    }
}
