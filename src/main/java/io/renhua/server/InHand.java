package io.renhua.server;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** How many webhooks are being kept or wait for their reply. */
final class InHand {
    private int count;

    synchronized void taken() {
        count++;
    }

    synchronized void answered() {
        count--;
        if (count == 0) {
            notifyAll();
        }
    }

    /** Waits until there is none, for so long at most; gives how many there still are. */
    synchronized int awaitNone(Duration longest) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        for (long left = longest.toNanos(); left > 0 && count > 0; left = end - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return count;
    }
}
