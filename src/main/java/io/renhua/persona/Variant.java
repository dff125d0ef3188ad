package io.renhua.persona;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One way of saying it.
 *
 * @param platforms where it may be said; empty for everywhere
 * @param mood which of the persona's pictures goes with it
 * @param humour how funny it is, 0 to 4
 * @param text may hold placeholders; a line of it is a bubble
 * @param shorter said where the text is too long for the channel
 * @param claim what makes its strong words lawful
 * @param quick what its quick replies lead to, as in {@link Persona#labels}; {@code best-guess} for a ranked line
 */
public record Variant(
        Condition when,
        Set<String> platforms,
        @Nullable String mood,
        int humour,
        Words text,
        @Nullable Words shorter,
        List<String> quick,
        @Nullable Picture media,
        @Nullable CardWords card,
        @Nullable Claim claim) {

    /** Nothing is claimed. */
    public Variant(
            Condition when,
            Set<String> platforms,
            @Nullable String mood,
            int humour,
            Words text,
            @Nullable Words shorter,
            List<String> quick,
            @Nullable Picture media,
            @Nullable CardWords card) {
        this(when, platforms, mood, humour, text, shorter, quick, media, card, null);
    }

    /** A picture, video or voice file below the persona's folder, or an address; and what it shows. */
    public record Picture(String kind, String path, Words alt) {}

    /** @param title also the card's name where a channel shows none */
    public record CardWords(
            Words title, @Nullable String image, @Nullable Button button) {}

    public record Button(Words label, String open) {}
}
