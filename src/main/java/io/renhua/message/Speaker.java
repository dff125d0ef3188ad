package io.renhua.message;

import org.jspecify.annotations.Nullable;

/**
 * Who speaks on our side. The badge a consumer sees comes from here and nowhere else.
 *
 * @param name the persona's nickname, or the name the agent goes by
 * @param face the one that goes with these words; null for the usual one
 */
public record Speaker(Kind kind, String name, @Nullable Face face) {
    public enum Kind {
        BOT,
        HUMAN
    }

    /** With their usual face. */
    public Speaker(Kind kind, String name) {
        this(kind, name, null);
    }

    public Speaker with(@Nullable Face other) {
        return new Speaker(kind, name, other);
    }
}
