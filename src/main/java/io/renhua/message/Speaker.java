package io.renhua.message;

/**
 * Who speaks on our side. The badge a consumer sees comes from here and nowhere else.
 *
 * @param name the persona's nickname, or the name the agent goes by
 */
public record Speaker(Kind kind, String name) {
    public enum Kind {
        BOT,
        HUMAN
    }
}
