package io.renhua.nlu;

/**
 * How somebody seems to feel, as far as their words tell.
 *
 * @param score from -1, as bad as can be, to 1; 0 where nothing is told
 * @param mood what the words speak of most
 */
public record Feeling(double score, Mood mood) {
    public static final Feeling NONE = new Feeling(0, Mood.CALM);

    public enum Mood {
        ANGRY,
        SAD,
        HAPPY,
        CALM
    }

    private static final double STRONG = 0.5;

    /** The mood where it is told plainly. */
    public Mood strong() {
        return Math.abs(score) >= STRONG ? mood : Mood.CALM;
    }

    public Feeling {
        if (!(Math.abs(score) <= 1)) {
            throw new IllegalArgumentException("a feeling's score is from -1 to 1, not " + score);
        }
    }
}
