package io.renhua.publishing;

import io.renhua.text.Wording;

/** A version may not be published, or reviewed, like this; it says why and what to do, for whoever wanted to. */
public final class CannotPublish extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Wording why;

    public CannotPublish(Wording why) {
        super(why.toString());
        this.why = why;
    }

    public Wording why() {
        return why;
    }
}
