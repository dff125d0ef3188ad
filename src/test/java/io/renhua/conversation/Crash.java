package io.renhua.conversation;

/** The process ends here: what it had in mind is gone, what it had committed stays. */
final class Crash extends Error {
    private static final long serialVersionUID = 1L;

    Crash() {
        super("the node crashed", null, false, false);
    }
}
