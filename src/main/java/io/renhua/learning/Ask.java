package io.renhua.learning;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a command asks of the serving process: one line of JSON there, one back. */
sealed interface Ask {
    record Bubbles(String persona) implements Ask {}

    record Decided(String persona) implements Ask {}

    record Decide(List<Decision> decisions) implements Ask {}

    /** @param trouble why there is no answer, in words; null when all is well */
    record Answer(
            List<Bubble> bubbles,
            List<Decision> decisions,
            @Nullable String trouble) {
        static Answer of(List<Bubble> bubbles) {
            return new Answer(bubbles, List.of(), null);
        }

        static Answer decided(List<Decision> decisions) {
            return new Answer(List.of(), decisions, null);
        }

        static Answer failed(String trouble) {
            return new Answer(List.of(), List.of(), trouble);
        }
    }
}
