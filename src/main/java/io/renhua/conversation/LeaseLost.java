package io.renhua.conversation;

/** Another node may work for the conversation by now: nothing of ours is kept, and nothing may be sent. */
final class LeaseLost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LeaseLost() {
        super("another node has this conversation");
    }
}
