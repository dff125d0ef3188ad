package io.renhua.dialogue;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How the last person who was asked for, or was there, left the conversation to the persona.
 *
 * @param how as scripts call it: {@code resolved}, {@code released}, {@code withdrawn}, {@code timed_out}, {@code nobody},
 *     {@code left}, {@code blocked}, {@code spam}
 * @param at since when the persona has the word again
 * @param topic what it was about; null where nobody said so
 */
public record Helped(String how, Instant at, @Nullable String topic) {
    static final String FACT = "helped";
    static final String UNTIL = "helped_until";
    static final String TOPIC = "helped_topic";
    static final String RESOLVED = "resolved";
    private static final String RELEASED = "released";
    private static final String WITHDRAWN = "withdrawn";
    private static final String NOBODY = "nobody";

    /** After that it is long ago, and nobody speaks of it any more. */
    private static final Duration LATELY = Duration.ofHours(72);

    /** What scripts can ask about it, and say of it; nothing where it is long ago. */
    public Map<String, Set<String>> facts(Instant now) {
        var facts = new TreeMap<String, Set<String>>();
        if (!at.plus(LATELY).isBefore(now)) {
            facts.put(FACT, Set.of(how));
            if (how.equals(RESOLVED) || how.equals(RELEASED)) {
                facts.put(UNTIL, Set.of(at.toString()));
            }
            if (topic != null) {
                facts.put(TOPIC, Set.of(topic));
            }
        }
        return facts;
    }

    /** What a step makes of it; the same where no person was asked for or sent away. */
    static @Nullable Helped after(Step step, Instant now, @Nullable Helped before) {
        var helped = before;
        for (var move : step.moves()) {
            if (move instanceof Move.Withdraw) {
                helped = new Helped(WITHDRAWN, now, null);
            } else if (move instanceof Move.HandOff handOff && handOff.opens() != null) {
                helped = new Helped(NOBODY, now, null);
            }
        }
        return helped;
    }

    /** Whether a person has named a topic and left it to the persona lately. */
    static boolean isResolved(Heard heard) {
        return heard.facts().getOrDefault(FACT, Set.of()).contains(RESOLVED);
    }
}
