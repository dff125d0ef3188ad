package io.renhua.learning;

/** Sentences cannot be added to a script; the message says why, for whoever wanted to. */
public final class CannotAdd extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CannotAdd(String why) {
        super(why);
    }
}
