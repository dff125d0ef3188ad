package io.renhua.door;

import org.jspecify.annotations.Nullable;

/** What a command needs cannot be reached; the message is a sentence for whoever typed it. */
public final class OutOfReach extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public OutOfReach(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
