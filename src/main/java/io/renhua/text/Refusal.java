package io.renhua.text;

import org.jspecify.annotations.Nullable;

/**
 * Something cannot be done as it was asked for, by no mistake of ours: why, and what to do instead, for whoever asked. Its
 * message is English, for logs.
 */
public abstract class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Wording why;

    protected Refusal(Wording why) {
        this(why, null);
    }

    protected Refusal(Wording why, @Nullable Throwable cause) {
        super(why.toString(), cause);
        this.why = why;
    }

    /** The same in the language of whoever asked. */
    public final Wording why() {
        return why;
    }
}
