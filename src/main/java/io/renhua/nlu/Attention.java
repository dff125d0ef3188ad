package io.renhua.nlu;

/** Which groups of {@link Grams} are looked at: the more examples, the more may be told apart without being misled. */
enum Attention {
    /** A few dozen examples: letters, and nothing that only seems to be rare. */
    LETTERS(Grams.ACROSS, Grams.WORDS_APART, 0),
    /** Not learning but comparing: what two sentences share, and nothing that depends on how long they are. */
    LIKENESS(Grams.WORDS, Grams.HAN_APART, 0),
    /** Up to a few thousand: words too, and what words mean elsewhere. */
    MEANING(Grams.WORDS, Grams.WORDS_APART, 0.5),
    /** Thousands: they show themselves what words mean, and which belong together. */
    COMPANY(Grams.WORDS, Grams.WORDS_APART + 1, 0);

    final int from;
    final int to;

    /** How long the vector of meanings is beside that of the grams. */
    final double meaning;

    Attention(int from, int to, double meaning) {
        this.from = from;
        this.to = to;
        this.meaning = meaning;
    }

    /** Words and pairs always: they tell what is known at all. */
    boolean sees(int group) {
        return group <= Grams.PAIRS || (group >= from && group < to) || (group == Grams.MEANINGS && meaning > 0);
    }
}
