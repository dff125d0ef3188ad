package io.renhua.conversation;

import java.util.function.IntSupplier;

/**
 * Spreads calls over each second, of which so many may be made. A few of them may go in one moment, as replies do that became
 * durable together; the others keep a distance that leaves room for those. Not safe to share.
 */
final class Pace {
    /** Of what a second allows, so much may go in one moment. */
    private static final double AT_ONCE = 0.05;

    private static final double SECOND = 1e9;

    private final double perSecond;
    private final IntSupplier nodes;
    private long dueAt; // of the next call, did all keep the same distance

    /**
     * @param perSecond infinite where nobody counts
     * @param nodes how many share it
     */
    Pace(double perSecond, IntSupplier nodes, long now) {
        this.perSecond = perSecond;
        this.nodes = nodes;
        this.dueAt = now;
    }

    /** How many may go now. */
    int room(long now) {
        if (isFree()) {
            return Integer.MAX_VALUE;
        }
        long early = Math.max(0, dueAt - now);
        return early > head() ? 0 : 1 + (int) ((head() - early) / distance());
    }

    /** From when on the next may go. */
    long opensAt() {
        return dueAt - head();
    }

    void went(long now) {
        if (!isFree()) {
            dueAt = now + Math.max(0, dueAt - now) + distance();
        }
    }

    private boolean isFree() {
        return perSecond == Double.POSITIVE_INFINITY;
    }

    private long distance() {
        return (long) (SECOND / (share() - (atOnce() - 1)));
    }

    /** How far ahead of its time a call may go. */
    private long head() {
        return isFree() ? 0 : (atOnce() - 1) * distance();
    }

    private int atOnce() {
        return Math.max(1, (int) (share() * AT_ONCE));
    }

    private double share() {
        return perSecond / nodes.getAsInt();
    }
}
