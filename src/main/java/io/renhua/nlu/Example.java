package io.renhua.nlu;

/**
 * A sentence people say, and what they mean by it.
 *
 * @param meant false where the sentence looks like the intent and means something else
 */
public record Example(String text, String intent, boolean meant) {
    private static final String ANY = "";

    public Example(String text, String intent) {
        this(text, intent, true);
    }

    /** A sentence that must not be taken for this intent. */
    public static Example not(String text, String intent) {
        return new Example(text, intent, false);
    }

    /** A sentence that must not be taken for any intent. */
    public static Example foreign(String text) {
        return new Example(text, ANY, false);
    }
}
