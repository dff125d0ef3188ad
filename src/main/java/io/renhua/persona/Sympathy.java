package io.renhua.persona;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the persona does about a feeling.
 *
 * @param feeling {@code angry}, {@code sad} or {@code happy}
 * @param bound the score from which on it counts, away from 0: -1 to 1
 * @param mood which of the persona's faces goes with its words then
 * @param serious whether there are no jokes then
 * @param nothingSold for how long from then on no campaign is offered; zero where the script does not say
 * @param once said before the answer when the feeling begins
 * @param times when not null: felt so many times in a row ...
 * @param handsOff ... a person takes over, for this reason
 */
public record Sympathy(
        String feeling,
        double bound,
        @Nullable String mood,
        boolean serious,
        Duration nothingSold,
        @Nullable Words once,
        @Nullable Integer times,
        @Nullable String handsOff) {
    private static final Map<String, Double> BOUNDS = Map.of("angry", -0.5, "sad", -0.5, "happy", 0.6);

    /** What a feeling counts as where the script says nothing of it. */
    public static Sympathy standing(String feeling) {
        return new Sympathy(feeling, BOUNDS.getOrDefault(feeling, 1.0), null, false, Duration.ZERO, null, null, null);
    }

    /** @param score from -1 to 1 */
    public boolean covers(double score) {
        return bound < 0 ? score <= bound : score >= bound;
    }
}
