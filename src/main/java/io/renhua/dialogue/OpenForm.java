package io.renhua.dialogue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A form on its way.
 *
 * @param line what is said when it is full; null when it was begun on its own
 * @param slots what is known so far
 * @param skipped slots the person would not fill
 * @param asking the slot asked for last; {@link #CONFIRM} when a yes is waited for
 * @param misses wrong answers to that question
 * @param since the last time it moved
 */
public record OpenForm(
        String id,
        @Nullable String line,
        Map<String, String> slots,
        List<String> skipped,
        String asking,
        int misses,
        Instant since) {
    static final String CONFIRM = "confirm";

    public OpenForm {
        slots = Collections.unmodifiableMap(new TreeMap<>(slots));
        skipped = List.copyOf(skipped);
    }

    static OpenForm begun(String id, @Nullable String line, Instant now) {
        return new OpenForm(id, line, Map.of(), List.of(), "", 0, now);
    }

    OpenForm filled(String slot, String value, Instant now) {
        var all = new TreeMap<>(slots);
        all.put(slot, value);
        return new OpenForm(id, line, all, skipped, asking, 0, now);
    }

    OpenForm skipping(String slot, Instant now) {
        var all = new ArrayList<>(skipped);
        all.add(slot);
        return new OpenForm(id, line, slots, all, asking, 0, now);
    }

    OpenForm asking(String slot, Instant now) {
        return new OpenForm(id, line, slots, skipped, slot, slot.equals(asking) ? misses : 0, now);
    }

    OpenForm missed(Instant now) {
        return new OpenForm(id, line, slots, skipped, asking, misses + 1, now);
    }

    boolean knows(String slot) {
        return slots.containsKey(slot) || skipped.contains(slot);
    }

    /** Whether it has not moved since a moment. */
    boolean isOlder(Instant moment) {
        return since.isBefore(moment);
    }

    boolean confirming() {
        return asking.equals(CONFIRM);
    }
}
