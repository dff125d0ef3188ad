package io.renhua.publishing;

/** A version may not be published, or reviewed, like this; the message says why and what to do, for whoever wanted to. */
public final class CannotPublish extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CannotPublish(String why) {
        super(why);
    }
}
