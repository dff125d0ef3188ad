package io.renhua.text;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A sentence of our own: English as it stands in the code, with its values apart, so that it can be told in another
 * language. As a text it is English.
 *
 * @param format with {@code %s} for each value; without values it is told as it is
 * @param values from the script, in the order of the English sentence; one may be a wording itself
 */
public record Wording(String format, List<Object> values) implements CharSequence {
    /** Says nothing. */
    public static final Wording NONE = new Wording("", List.of());

    public Wording {
        values = List.copyOf(values);
    }

    public static Wording of(String format, Object... values) {
        return new Wording(format, List.of(values));
    }

    /** Words without values; words of a script, which no language has others for, stay as they are. */
    public static Wording of(CharSequence words) {
        return words instanceof Wording wording ? wording : new Wording(words.toString(), List.of());
    }

    /**
     * A sentence of ours that was kept, or sent, in English: so that it can be told in another language after all. What none
     * of our sentences fits stays as it is.
     */
    public static Wording recalled(String kept) {
        return Recollection.of(kept);
    }

    /** Several in a row. */
    public static Wording joined(String pair, List<? extends CharSequence> parts) {
        return parts.stream()
                .map(Wording::of)
                .reduce((first, next) -> of(pair, first, next))
                .orElse(NONE);
    }

    /** A sentence and what it is about, each on a line of its own. */
    public static Wording lines(Wording first, List<? extends CharSequence> more) {
        return joined("%s\n%s", Stream.concat(Stream.of(first), more.stream()).toList());
    }

    /** In the language of a page or a terminal; English where that has no words for it. */
    public String in(String language) {
        var phrases = Phrasebook.of(language);
        var told = phrases.in(format);
        return values.isEmpty()
                ? told
                : String.format(
                        Locale.ROOT,
                        told,
                        values.stream()
                                .map(value -> value instanceof Wording wording ? wording.in(language) : value)
                                .toArray());
    }

    @Override
    public int length() {
        return toString().length();
    }

    @Override
    public char charAt(int index) {
        return toString().charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return toString().subSequence(start, end);
    }

    @Override
    public String toString() {
        return in(Phrasebook.ENGLISH);
    }
}
