package io.renhua.conversation;

import java.time.Duration;

/** How long to wait before the next try: 1, 2, 4 … 300 seconds, up to a fifth more so that rows do not march in step. */
final class BackOff {
    private static final long LONGEST = 300_000;

    private BackOff() {}

    static Duration after(int attempts, long id) {
        long plain = Math.min(LONGEST, 1000L << Math.min(attempts, 9));
        long spread = Math.floorMod(Long.hashCode(id * 0x9E3779B97F4A7C15L + attempts), 200);
        return Duration.ofMillis(plain + plain * spread / 1000);
    }
}
