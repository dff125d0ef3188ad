package io.renhua.handoff;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an agent has begun to write in a conversation.
 *
 * @param note whether for colleagues alone
 * @param seen the place in the journal up to which its writer had seen the conversation
 * @param at when it was written; no two states of a draft have the same
 */
public record Draft(String login, String words, boolean note, long seen, Instant at) {

    /**
     * What a page wants to keep.
     *
     * @param words empty when nothing is left of it
     * @param before the state of the draft that it was written from; null when it began anew
     */
    public record Written(
            String words, boolean note, long seen, @Nullable Instant before) {}

    /** What came of keeping it. */
    public sealed interface Saved {
        /** @param draft as it is kept; null when nothing was left of it */
        record Kept(@Nullable Draft draft) implements Saved {}

        /** Another device of theirs has written something else meanwhile, and that stays. */
        record Elsewhere(Draft other) implements Saved {}
    }

    /** Public words that somebody else said after the draft was written: it may say the same again, or the opposite. */
    public record Overtaken(Draft draft, String by, Instant at) {}

    /**
     * What somebody finds where they write.
     *
     * @param draft to go on with
     * @param former what was overtaken
     */
    public record Found(@Nullable Draft draft, @Nullable Overtaken former) {}
}
