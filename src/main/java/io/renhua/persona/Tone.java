package io.renhua.persona;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How the persona speaks. Languages are keyed {@code zh} and {@code en}.
 *
 * @param sliders the four voice dimensions funny, casual, respectful, enthusiastic, 0 to 4
 * @param address how 'you' is said, and what people are never called
 */
public record Tone(
        Map<String, Integer> sliders,
        Map<String, Address> address,
        Lengths lengths,
        Emoji emoji,
        Marks marks,
        int humour,
        Set<String> humourOffWhen,
        WordRules words,
        Manner manner) {

    /** In the usual manner. */
    public Tone(
            Map<String, Integer> sliders,
            Map<String, Address> address,
            Lengths lengths,
            Emoji emoji,
            Marks marks,
            int humour,
            Set<String> humourOffWhen,
            WordRules words) {
        this(sliders, address, lengths, emoji, marks, humour, humourOffWhen, words, Manner.USUAL);
    }

    /**
     * @param contractions whether {@code don't} and {@code it's} may be said
     * @param titles whether people are called by a title where one is known
     */
    public record Address(String use, List<String> never, boolean contractions, boolean titles) {

        /** As people talk, and by no title. */
        public Address(String use, List<String> never) {
            this(use, never, true, false);
        }
    }

    /**
     * Longest sentence, bubble and reply by language, in characters (zh, without spaces) or words and characters.
     *
     * @param screens how many screens of a phone a reply fills at most
     */
    public record Lengths(
            Map<String, Integer> sentence,
            Map<String, Integer> bubble,
            Map<String, Integer> reply,
            int bubbles,
            int screens) {
        private static final int SCREENS = 2;

        /** Two screens, as people read without scrolling back. */
        public Lengths(
                Map<String, Integer> sentence, Map<String, Integer> bubble, Map<String, Integer> reply, int bubbles) {
            this(sentence, bubble, reply, bubbles, SCREENS);
        }
    }

    public record Emoji(int max, List<String> allow, Set<String> neverIn) {}

    public record Marks(int exclaim, int tilde, int ellipsis, List<String> particles, int particlesMax) {}

    /**
     * How it talks with people.
     *
     * @param answerFirst whether the answer stands in the first sentence
     * @param plainProse whether it keeps away from the prose of press releases
     * @param oneQuestion whether a reply asks one thing at most
     * @param asksNothingPersonal whether it asks for nothing personal, but in a form that says why
     */
    public record Manner(boolean answerFirst, boolean plainProse, boolean oneQuestion, boolean asksNothingPersonal) {
        public static final Manner USUAL = new Manner(false, true, true, false);
    }

    /** @param prefer the word we use by the word we do not */
    public record WordRules(Map<String, String> prefer, List<String> avoid, List<String> never) {}
}
