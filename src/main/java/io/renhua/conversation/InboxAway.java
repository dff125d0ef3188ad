package io.renhua.conversation;

/** What lies before the store does not take messages now; the platform may deliver them again. */
public final class InboxAway extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InboxAway(String why) {
        super(why);
    }
}
