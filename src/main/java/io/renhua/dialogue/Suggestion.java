package io.renhua.dialogue;

/**
 * Words of the persona that may answer what somebody has said, for a person to say or to leave.
 *
 * @param line that they belong to, by its id
 * @param text with every gap filled
 * @param source where they come from, as in {@link Move.Say}: the line, or the question of a form that it needs first
 */
public record Suggestion(String line, String text, Closeness closeness, String source, Trace trace) {

    /** How far it can be trusted that this is what they mean. */
    public enum Closeness {
        SURE,
        LIKELY
    }
}
