package io.renhua.persona;

import io.renhua.persona.Problem.Severity;
import java.util.List;

/** Judges words that are about to be said in a persona's name, by the rules that its script keeps to. */
@FunctionalInterface
public interface Guard {
    /** Finds nothing. */
    Guard NONE = (locale, text) -> List.of();

    /** The rule by which nobody reads a placeholder: what a text counts on must be there when it is said. */
    String OPEN_GAP = "S3";

    /** The rule by which the persona never passes for a person. A person may say that they are one. */
    String PASSES_FOR_A_PERSON = "L8";

    /** What is wrong with a text; it has no place. */
    List<Problem> judge(String locale, String text);

    /** Whether it may not be said: the rules of law, sensitive words, open gaps. The others are a matter of tone. */
    static boolean forbids(Problem found) {
        return found.code().equals("L11")
                || found.code().equals(OPEN_GAP)
                || (found.code().startsWith("L") && found.severity() == Severity.ERROR);
    }
}
