package io.renhua.dialogue;

import io.renhua.persona.Persona;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;

/** Gaps in what people write in a persona's name: as in its script, and filled from what a conversation knows. */
public final class Blanks {
    private final Values values;

    /** @param known what goes before what the conversation knows, by name */
    public Blanks(Persona persona, DialogueState state, String locale, Map<String, String> known) {
        this.values = new Values(persona, state, locale, known, null);
    }

    /** The gaps of a text, each once and as it is written. Braces around anything but a name are words. */
    public static List<String> in(String text) {
        return Placeholders.PLACE
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
    }

    /** The text with the value of each gap, or what stands in for it; a gap that nobody can fill stays. */
    public String fill(String text) {
        return Placeholders.PLACE.matcher(text).replaceAll(place -> Matcher.quoteReplacement(filled(place)));
    }

    private String filled(MatchResult place) {
        var otherwise = place.group(2) == null ? place.group() : place.group(2);
        return values.of(place.group(1)).orElse(otherwise);
    }
}
