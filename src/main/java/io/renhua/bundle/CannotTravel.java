package io.renhua.bundle;

/** A persona cannot go out or come in; the message says why, and what to write instead. */
public final class CannotTravel extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CannotTravel(String why) {
        super(why);
    }
}
