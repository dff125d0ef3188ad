package io.renhua.conversation;

import java.time.Duration;

/** What is to happen in a conversation at its time, unless it is called off. Of each kind there is one at most. */
public sealed interface Alarm {

    /** A question of ours was left open for too long: nobody is held to it any more. */
    record FormExpires(String form) implements Alarm {}

    /** Something came of an action. */
    record Performed() implements Alarm {}

    /**
     * Somebody waits for a person twice as long as they were told.
     *
     * @param epoch of their wait; another has its own promise
     */
    record WaitExceeded(long epoch, Duration promised) implements Alarm {}
}
