package io.renhua.persona;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of reading a script.
 *
 * @param persona null when any problem is an error
 * @param problems everything found, in order of place
 * @param places where each part stands, for whoever finds something wrong later
 * @param pardons remarks that something found is meant so
 * @param phrases every text, for whoever translates it
 */
public record Reading(
        @Nullable Persona persona, List<Problem> problems, Places places, List<Pardon> pardons, Phrases phrases) {
    public Reading {
        problems = List.copyOf(problems);
        pardons = List.copyOf(pardons);
    }

    /** The same of another persona, which is this one under another name. */
    public Reading as(Persona renamed) {
        return new Reading(renamed, problems, places, pardons, phrases);
    }

    public Reading(@Nullable Persona persona, List<Problem> problems) {
        this(persona, problems, Places.NONE, List.of(), Phrases.NONE);
    }
}
