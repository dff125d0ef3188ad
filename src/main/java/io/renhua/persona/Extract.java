package io.renhua.persona;

import io.renhua.text.Wording;

/** The beginning of a text that somebody else wrote, short enough to be told. */
final class Extract {
    private static final int LONGEST = 400;

    private Extract() {}

    /** A sentence whose values are too long loses their ends; one that is too long by itself loses its own. */
    static Wording of(Wording said) {
        if (fits(said.toString(), LONGEST)) {
            return said;
        }
        int each = LONGEST / (2 * Math.max(1, said.values().size()));
        var values = said.values().stream()
                .map(value -> value instanceof Wording ? value : begun(value.toString(), each))
                .toArray();
        var shorter = Wording.of(said.format(), values);
        return fits(shorter.toString(), LONGEST) ? shorter : Wording.of(begun(said.toString(), LONGEST));
    }

    private static boolean fits(String text, int longest) {
        return text.codePointCount(0, text.length()) <= longest;
    }

    private static String begun(String text, int longest) {
        return fits(text, longest) ? text : text.substring(0, text.offsetByCodePoints(0, longest - 1)) + "…";
    }
}
