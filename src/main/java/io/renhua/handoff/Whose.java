package io.renhua.handoff;

import java.util.Locale;

/**
 * Whose something is that is kept ready at the desk.
 *
 * @param name the agent's login, the team, or the persona's id
 */
public record Whose(Scope scope, String name) {

    /** Who has it. */
    public enum Scope {
        PERSONAL,
        TEAM,
        PERSONA;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** @throws IllegalArgumentException when there is none of that word */
        public static Scope of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    public static Whose of(Scope scope, String name) {
        return new Whose(scope, name);
    }

    @Override
    public String toString() {
        return scope.word() + ":" + name;
    }

    /** @throws IllegalArgumentException when it is nobody's */
    public static Whose parse(String text) {
        var parts = text.split(":", 2);
        if (parts.length < 2 || parts[1].isBlank()) {
            throw new IllegalArgumentException("nobody is called " + text);
        }
        return new Whose(Scope.of(parts[0]), parts[1]);
    }
}
