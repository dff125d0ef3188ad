package io.renhua.conversation;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is to happen in a conversation at its time, unless it is called off. Of each kind there is one at most. */
public sealed interface Alarm {

    /** A question of ours was left open for too long: nobody is held to it any more. */
    record FormExpires(String form) implements Alarm {}

    /** Something came of an action. */
    record Performed() implements Alarm {}

    /**
     * Somebody waits for a person twice as long as they were told.
     *
     * @param since when their wait began, which tells it from another; null in rows of before waits were told apart so
     */
    record WaitExceeded(@Nullable Instant since, Duration promised) implements Alarm {}

    /** What the desk's state waits for did not come in time. */
    record TimeIsUp(long epoch) implements Alarm {}

    /** Somebody was blocked until now. */
    record BlockEnds(String person) implements Alarm {}

    /** The person who has the conversation does not answer. */
    record NoReply(long epoch) implements Alarm {}
}
