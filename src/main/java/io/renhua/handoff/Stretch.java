package io.renhua.handoff;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * From when a person joined a conversation until it left their hands.
 *
 * @param asked since when somebody was waiting; null where nobody was when they joined
 * @param answered when they first said something; null where they never did
 * @param ended null while they have it
 * @param held for how long it was put off meanwhile
 * @param outcome {@code resolved}, {@code released}, {@code passed}, or why it was taken from them
 * @param topic it was resolved with
 */
public record Stretch(
        String agent,
        String team,
        @Nullable Instant asked,
        Instant joined,
        @Nullable Instant answered,
        @Nullable Instant ended,
        Duration held,
        @Nullable String outcome,
        @Nullable String topic) {
    static final String RESOLVED = "resolved";

    /** How long somebody waited for their first words. */
    public Optional<Duration> firstResponse() {
        return asked == null || answered == null ? Optional.empty() : Optional.of(Duration.between(asked, answered));
    }

    /** How long somebody waited for them to join. */
    public Optional<Duration> waited() {
        return asked == null ? Optional.empty() : Optional.of(Duration.between(asked, joined));
    }

    /** How long they had it in hand, once it is over. */
    public Optional<Duration> handling() {
        return ended == null
                ? Optional.empty()
                : Optional.of(Duration.between(joined, ended).minus(held));
    }

    public boolean isResolved() {
        return RESOLVED.equals(outcome);
    }
}
