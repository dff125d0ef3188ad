package io.renhua.dialogue;

import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/**
 * What stays of earlier turns.
 *
 * @param facts set by lines and entries, by name
 * @param lines how often each line was answered
 * @param texts the turn in which each text was said last, by a short hash of the script's words
 * @param told when each fact was told last, by its name; what was kept before this was has no moment
 */
public record Memory(
        Map<String, String> facts, Map<String, Integer> lines, Map<String, Long> texts, Map<String, Instant> told) {
    static final Memory NOTHING = new Memory(Map.of(), Map.of(), Map.of(), Map.of());
    private static final int TEXTS = 200;
    private static final int LENGTH = 200;

    public Memory {
        facts = Collections.unmodifiableMap(new TreeMap<>(facts));
        lines = Collections.unmodifiableMap(new TreeMap<>(lines));
        texts = Collections.unmodifiableMap(new TreeMap<>(texts));
        told = told == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(told));
    }

    Memory knowing(Map<String, String> more, Instant now) {
        var all = new TreeMap<>(facts);
        var moments = new TreeMap<>(told);
        more.forEach((name, value) -> {
            all.put(name, value.substring(0, Math.min(value.length(), LENGTH)));
            moments.put(name, now);
        });
        return new Memory(all, lines, texts, moments);
    }

    /** Nothing that was told before a moment; nor what no moment is known of. */
    Memory forgettingBefore(Instant moment) {
        var all = new TreeMap<>(facts);
        all.keySet().removeIf(name -> told.getOrDefault(name, Instant.MIN).isBefore(moment));
        var moments = new TreeMap<>(told);
        moments.keySet().retainAll(all.keySet());
        return new Memory(all, lines, texts, moments);
    }

    Memory answered(String line) {
        var all = new TreeMap<>(lines);
        all.merge(line, 1, Integer::sum);
        return new Memory(facts, all, texts, told);
    }

    Memory said(String text, long turn) {
        var all = new TreeMap<>(texts);
        all.put(key(text), turn);
        if (all.size() > TEXTS) {
            all.remove(Collections.min(all.entrySet(), oldestFirst()).getKey());
        }
        return new Memory(facts, lines, all, told);
    }

    /** The turn a text was said in; long before every turn when never. */
    long saidIn(String text) {
        return texts.getOrDefault(key(text), Long.MIN_VALUE);
    }

    int timesSeen(String line) {
        return lines.getOrDefault(line, 0);
    }

    private static Comparator<Map.Entry<String, Long>> oldestFirst() {
        return Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey());
    }

    private static String key(String text) {
        return Integer.toHexString(text.hashCode());
    }
}
