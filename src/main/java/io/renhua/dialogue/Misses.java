package io.renhua.dialogue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How well the last messages were understood.
 *
 * @param inARow not understood since the last that was
 * @param recent the last messages, newest last: whether each was missed
 * @param wordless whether the last one had no words in it
 */
public record Misses(int inARow, List<Boolean> recent, boolean wordless) {
    static final Misses NONE = new Misses(0, List.of(), false);
    private static final int KEPT = 20;

    public Misses {
        recent = List.copyOf(recent);
    }

    Misses understood() {
        return new Misses(0, and(false), false);
    }

    Misses missed() {
        return new Misses(inARow + 1, and(true), false);
    }

    Misses withoutWords() {
        return new Misses(inARow, recent, true);
    }

    /** How many of the last so many messages were missed. */
    int ofLast(int messages) {
        var last = recent.subList(Math.max(0, recent.size() - messages), recent.size());
        return Collections.frequency(last, true);
    }

    private List<Boolean> and(boolean missed) {
        var all = new ArrayList<>(recent);
        all.add(missed);
        return all.subList(Math.max(0, all.size() - KEPT), all.size());
    }
}
