package io.renhua.dialogue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody may be told of what there is to buy or to join.
 *
 * @param stopped whether they asked to be left alone with it
 * @param pausedUntil when it fits again; null where nothing speaks against it
 */
public record Offers(boolean stopped, @Nullable Instant pausedUntil) {
    static final Offers WELCOME = new Offers(false, null);

    boolean areWelcome(Instant now) {
        return !stopped && (pausedUntil == null || !now.isBefore(pausedUntil));
    }

    /** A pause that lasts longer already stays. */
    Offers pausedUntil(Instant until) {
        return pausedUntil != null && pausedUntil.isAfter(until) ? this : new Offers(stopped, until);
    }

    Offers stoppedByThem() {
        return new Offers(true, pausedUntil);
    }

    Offers wantedAgain() {
        return WELCOME;
    }
}
