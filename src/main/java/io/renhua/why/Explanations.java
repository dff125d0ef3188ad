package io.renhua.why;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why personas said what they said, bubble by bubble. What people said is in it masked. */
public interface Explanations extends AutoCloseable {

    /**
     * Why a bubble was said, or why a person's was not understood; empty when no such bubble has that number, or not any more.
     *
     * @param bubble its place in the journal
     */
    Optional<Explanation> of(long bubble);

    /**
     * The same of the last bubbles, the latest first.
     *
     * @param persona whose; null for all
     */
    List<Explanation> last(@Nullable String persona, int most);

    /** Why the last messages were not understood, the latest first. */
    List<Explanation> lastMissed(@Nullable String persona, int most);

    @Override
    void close();
}
