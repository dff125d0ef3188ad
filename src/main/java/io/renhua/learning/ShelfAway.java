package io.renhua.learning;

import org.jspecify.annotations.Nullable;

/** What was not understood cannot be reached; the message is a sentence for whoever asked. */
public final class ShelfAway extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ShelfAway(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
