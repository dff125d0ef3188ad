package io.renhua.persona;

import io.renhua.persona.Problem.Severity;
import java.util.List;

/** Judges words that are about to be said in a persona's name, by the rules that its script keeps to. */
@FunctionalInterface
public interface Guard {
    /** Finds nothing. */
    Guard NONE = (locale, text) -> List.of();

    /** What is wrong with a text; it has no place. */
    List<Problem> judge(String locale, String text);

    /** Whether it may not be said: the rules of law, and sensitive words. The others are a matter of tone. */
    static boolean forbids(Problem found) {
        return found.code().equals("L11") || (found.code().startsWith("L") && found.severity() == Severity.ERROR);
    }
}
