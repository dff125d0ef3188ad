package io.renhua.nlu;

/**
 * A sentence, and what it must be taken for.
 *
 * @param origin where it comes from: the file and line, or the locale
 */
public record Labelled(String text, String intent, String origin) {
    /** The intent of what belongs to no intent. */
    public static final String FOREIGN = "oos";

    public boolean isForeign() {
        return intent.equals(FOREIGN);
    }

    /** What it teaches. */
    public Example asExample() {
        return isForeign() ? Example.foreign(text) : new Example(text, intent);
    }
}
