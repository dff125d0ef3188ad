package io.renhua.learning;

import java.util.List;

/** What a command asks of the process that serves. */
sealed interface Ask {
    record Bubbles(String persona) implements Ask {}

    record Decided(String persona) implements Ask {}

    record Decide(List<Decision> decisions) implements Ask {}

    record Answer(List<Bubble> bubbles, List<Decision> decisions) {
        static Answer of(List<Bubble> bubbles) {
            return new Answer(bubbles, List.of());
        }

        static Answer decided(List<Decision> decisions) {
            return new Answer(List.of(), decisions);
        }
    }
}
