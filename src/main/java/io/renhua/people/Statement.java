package io.renhua.people;

import io.renhua.people.Pair.Verdict;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody at the desk says of two.
 *
 * @param why in their words
 * @param agent the login of whoever says so
 * @param before what was said of them before, which stands again once this is taken back; null where nothing was
 */
public record Statement(
        Verdict verdict,
        String why,
        String agent,
        Instant at,
        @Nullable Statement before) {
    /** So many can be taken back one after another: more are not said within the moment in which they can be. */
    private static final int STEPS = 4;

    /** The same, said after something else was. */
    public Statement after(@Nullable Statement before) {
        return new Statement(verdict, why, agent, at, before == null ? null : before.reaching(STEPS - 1));
    }

    private Statement reaching(int steps) {
        return new Statement(verdict, why, agent, at, before == null || steps == 1 ? null : before.reaching(steps - 1));
    }
}
