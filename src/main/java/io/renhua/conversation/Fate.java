package io.renhua.conversation;

/** What becomes of a table's rows once words are kept no longer. */
public sealed interface Fate {
    /**
     * A row goes with the word it was made from, whose place in the journal is its {@code seq}.
     *
     * @param named whether it names its conversation
     */
    record WithTheWord(boolean named) implements Fate {}

    /**
     * A row goes when it is too old itself.
     *
     * @param since the column that says since when it is there
     */
    record ByAge(String since) implements Fate {}

    /** A row is about the conversation as a whole, and goes with its last word. */
    record WithTheLast() implements Fate {}

    /**
     * A row stays and is counted; its words go, and its conversation's name.
     *
     * @param since the column that says when it was
     * @param blanked what of it goes, as SQL sets it
     */
    record Counted(String since, String blanked) implements Fate {}

    /**
     * A row goes by a time of its own.
     *
     * @param named whether it names its conversation, so that it goes at once when somebody is erased
     */
    record OfItsOwn(boolean named) implements Fate {}

    /** Nothing of anybody's conversation is in it. */
    record Apart() implements Fate {}
}
