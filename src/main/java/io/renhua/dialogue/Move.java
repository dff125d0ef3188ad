package io.renhua.dialogue;

import io.renhua.message.Content;
import io.renhua.persona.Routing;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Something the persona does. */
public sealed interface Move {

    /**
     * Says some bubbles.
     *
     * @param source where in the script they come from: a line's id, {@code forms.<form>.<slot>},
     *     {@code handoff.queued}, {@code disclosure.first}, {@code unknown.1} …
     * @param mood which of the persona's faces goes with them
     * @param trace why they are said
     */
    record Say(
            String source, List<Content> bubbles, @Nullable String mood, Trace trace) implements Move {
        public Say {
            bubbles = List.copyOf(bubbles);
        }

        Say because(Reason reason) {
            return with(trace.because(reason));
        }

        Say choosing(Choosing among) {
            return with(trace.choosing(among));
        }

        /** The same words, for other reasons. */
        Say with(Trace other) {
            return new Say(source, bubbles, mood, other);
        }
    }

    /**
     * Has an action done that the script names.
     *
     * @param id names it in this conversation
     * @param given what it is told
     */
    record Perform(String id, String action, Map<String, String> given) implements Move {
        public Perform {
            given = Map.copyOf(given);
        }
    }

    /**
     * Asks for a person.
     *
     * @param opens when one will be there; null when one is there now, or is called
     * @param routing who should take it, besides the order of the queue
     * @param elsewhere whether the platform's own desk takes it, and not ours
     */
    record HandOff(
            String queue,
            String why,
            Precedence precedence,
            @Nullable Instant opens,
            Routing routing,
            boolean elsewhere)
            implements Move {}

    /** Whether somebody who asks for a person comes before others who wait. */
    enum Precedence {
        URGENT,
        FIRST,
        IN_TURN
    }

    /** Says nothing until then; what they write meanwhile stays unanswered. */
    record Pause(Instant until) implements Move {}

    /** The person does not want one any more. */
    record Withdraw() implements Move {}

    /** Whoever we talk with wants nothing to be known of them any more. */
    record Forget() implements Move {}
}
