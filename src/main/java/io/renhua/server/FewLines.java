package io.renhua.server;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a flood at the door from becoming one in the log: some lines a second, then only how many there were. */
final class FewLines {
    private static final Logger LOG = LoggerFactory.getLogger(FewLines.class);
    private static final int A_SECOND = 9; // and one that says how many more there were

    private final Clock clock;
    private long second;
    private int written;
    private int leftOut;

    FewLines(Clock clock) {
        this.clock = clock;
    }

    void write(Runnable line) {
        int more = 0;
        boolean may;
        synchronized (this) {
            long now = Math.floorDiv(clock.millis(), 1000L);
            if (now != second) {
                more = leftOut;
                second = now;
                written = 0;
                leftOut = 0;
            }
            may = written < A_SECOND;
            written += may ? 1 : 0;
            leftOut += may ? 0 : 1;
        }
        if (more > 0) {
            LOG.warn("{} more lines such as those before were left out", more);
        }
        if (may) {
            line.run();
        }
    }
}
