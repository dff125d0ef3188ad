package io.renhua.persona;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of reading a script.
 *
 * @param persona null when any problem is an error
 * @param problems everything found, in order of place
 */
public record Reading(@Nullable Persona persona, List<Problem> problems) {
    public Reading {
        problems = List.copyOf(problems);
    }
}
