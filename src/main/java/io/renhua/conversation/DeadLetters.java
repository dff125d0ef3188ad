package io.renhua.conversation;

import java.util.List;

/**
 * Everything that was put aside, and the way back: who replays something lets it be tried anew, as the oldest of its
 * conversation. Words then go out as the conversation is now, whoever has it: somebody has looked and wants them said.
 */
public interface DeadLetters extends AutoCloseable {

    /** The oldest first. */
    List<DeadLetter> list(int most);

    /**
     * Lets one be tried anew; false when there is none of that id, or not any more: a second click does nothing.
     *
     * @param by who decided it, for the journal
     */
    boolean replay(String id, String by);

    /** The same for all of a channel, but not for what is in doubt: it may have arrived. How many that were. */
    int replayAll(String channel, String by);

    /** Leaves one as it is, for good; false when there is none of that id, or not any more. */
    boolean discard(String id, String by);

    @Override
    void close();
}
