package io.renhua.hook;

import java.time.Instant;

/**
 * An event on its way to somebody.
 *
 * @param event its id
 * @param seq its place in the journal; 0 for a test
 * @param conversation in whose order it goes; empty for a test
 * @param attempts so far
 * @param until when it is given up
 */
record HookRow(
        String hook,
        String event,
        long seq,
        String type,
        String conversation,
        int attempts,
        Instant until,
        Instant at) {

    /** In which what becomes of it is written, one at a time. */
    String lane() {
        return lane(hook, conversation);
    }

    static String lane(String hook, String conversation) {
        return "hook " + hook + " " + conversation;
    }
}
