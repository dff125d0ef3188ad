package io.renhua.handoff;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** How long people waited for a person lately. */
final class Waits {
    private static final int REMEMBERED = 20;
    private static final Duration BEFORE_ANY = Duration.ofMinutes(3);

    private final Deque<Duration> last = new ArrayDeque<>();

    synchronized void add(Duration wait) {
        last.addLast(wait);
        if (last.size() > REMEMBERED) {
            last.removeFirst();
        }
    }

    /** The middle of the last waits, at least a minute; a plain guess before the first. */
    synchronized Duration typical() {
        if (last.isEmpty()) {
            return BEFORE_ANY;
        }
        var middle = last.stream().sorted().skip(last.size() / 2).findFirst().orElse(BEFORE_ANY);
        return middle.compareTo(Duration.ofMinutes(1)) < 0 ? Duration.ofMinutes(1) : middle;
    }
}
