package io.renhua.server;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a flood at the door from becoming one in the log: a line is written once a second with how many like it came before, and of
 * those that differ there are some a second, then only how many there were.
 */
final class FewLines {
    private static final Logger LOG = LoggerFactory.getLogger(FewLines.class);
    private static final int A_SECOND = 9; // and one that says how many more there were

    private final Clock clock;
    private final Map<String, Integer> repeated = new HashMap<>(); // how often since it was written
    private long second;
    private int leftOut;

    FewLines(Clock clock) {
        this.clock = clock;
    }

    /** @param writer given the line where it is to be written */
    void write(String line, Consumer<String> writer) {
        int like = 0;
        int others = 0;
        synchronized (this) {
            long now = Math.floorDiv(clock.millis(), 1000L);
            if (now != second) {
                like = repeated.getOrDefault(line, 0);
                others = leftOut
                        + repeated.values().stream().mapToInt(Integer::intValue).sum()
                        - like;
                second = now;
                repeated.clear();
                leftOut = 0;
            }
            if (repeated.computeIfPresent(line, (_, times) -> times + 1) != null) {
                return;
            }
            if (repeated.size() == A_SECOND) {
                leftOut++;
                return;
            }
            repeated.put(line, 0);
        }
        if (others > 0) {
            LOG.warn("{} more lines such as those before were left out", others);
        }
        writer.accept(like == 0 ? line : line + " (and " + like + " more before)");
    }
}
