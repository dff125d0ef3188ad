package io.renhua.persona;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * When they say one of these, we say one of those.
 *
 * @param id the script's name for it; small talk is {@code small_talk.<id>}, sensitive topics {@code sensitive.<id>}
 * @param lock an item every persona has and no one may weaken
 * @param asks example sentences by locale, which may hold {@code {entity}}
 * @param not sentences that look alike and mean something else, by locale
 * @param form what must be known before the answer
 * @param steps what is done the first, second, third time, where that is not what {@code says} has
 * @param sets facts to remember
 * @param handsOff the reason for a person that the line ends in, such as {@code urgent}
 * @param neverSells whether nothing that is said or offered with it leads to the shop
 */
public record Line(
        String id,
        Topic topic,
        @Nullable Lock lock,
        Map<String, List<String>> asks,
        Map<String, List<String>> not,
        @Nullable String form,
        List<Variant> says,
        List<Escalation> steps,
        Map<String, String> sets,
        @Nullable String handsOff,
        boolean neverSells) {

    /** The same every time. */
    public Line(
            String id,
            Topic topic,
            @Nullable Lock lock,
            Map<String, List<String>> asks,
            Map<String, List<String>> not,
            @Nullable String form,
            List<Variant> says,
            Map<String, String> sets,
            @Nullable String handsOff) {
        this(id, topic, lock, asks, not, form, says, List.of(), sets, handsOff, lock == Lock.CRISIS);
    }

    /** What is done the n-th time, counted from 1. */
    public Escalation step(int time) {
        return steps.get(Math.min(time, steps.size()) - 1);
    }

    public enum Topic {
        LINE,
        SMALL_TALK,
        SENSITIVE
    }

    public enum Lock {
        TRUTH,
        CRISIS
    }
}
