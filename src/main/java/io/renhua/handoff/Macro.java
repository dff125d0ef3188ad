package io.renhua.handoff;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Acts that are done one after the other with one press.
 *
 * @param title by which it is found
 * @param steps in the order in which they are done
 * @param expires from when on it is offered no more; null when never
 * @param uses with how many conversations it was done
 * @param owner the login of whoever wrote it last
 */
public record Macro(
        String id,
        Whose whose,
        String title,
        List<Step> steps,
        @Nullable Instant expires,
        long uses,
        String owner) {
    public static final int LONGEST_TITLE = 80;
    public static final int LONGEST_NOTE = 2_000;
    public static final int MOST_STEPS = 20;

    public Macro {
        steps = List.copyOf(steps);
    }

    /** One act, as somebody would do it by hand. */
    public sealed interface Step {
        /** Says the canned reply that is found by this shortcut where it is done. */
        record Say(String shortcut) implements Step {}

        record Tag(String tag) implements Step {}

        record Untag(String tag) implements Step {}

        record Urgent(boolean urgent) implements Step {}

        /** Words for colleagues alone. */
        record Note(String words) implements Step {}

        /** Asks a team to take it over. */
        record Pass(String team) implements Step {}

        record Hold(Later until) implements Step {}

        record Resolve(String topic) implements Step {}

        /** Gives it back to the persona. */
        record Release() implements Step {}
    }

    public boolean isOver(Instant now) {
        return expires != null && !expires.isAfter(now);
    }
}
