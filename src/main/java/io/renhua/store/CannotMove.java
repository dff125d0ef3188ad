package io.renhua.store;

import org.jspecify.annotations.Nullable;

/** A store stays where it is; why, in a sentence for who wanted to move it. */
public final class CannotMove extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CannotMove(String why) {
        this(why, null);
    }

    CannotMove(String why, @Nullable Throwable cause) {
        super(why, cause);
    }
}
