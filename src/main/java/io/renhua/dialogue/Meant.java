package io.renhua.dialogue;

import io.renhua.nlu.Band;
import io.renhua.nlu.Candidate;
import io.renhua.persona.Line;
import io.renhua.persona.Persona;
import io.renhua.text.Fold;
import java.util.Collection;
import java.util.Optional;

/** What a ranking comes to, once the script's own words have been heard too. */
final class Meant {
    /** The intent of asking for a person. */
    static final String PERSON = "handoff.explicit";

    private Meant() {}

    static Optional<Line> surely(Persona persona, Heard heard, String words) {
        return heard.ranking().band() == Band.SURE ? best(persona, heard, words) : Optional.empty();
    }

    static Optional<Line> atAll(Persona persona, Heard heard, String words) {
        return heard.ranking().band() == Band.NO ? Optional.empty() : best(persona, heard, words);
    }

    private static Optional<Line> best(Persona persona, Heard heard, String words) {
        return heard.ranking()
                .best()
                .map(Candidate::intent)
                .map(persona.lines()::get)
                .filter(line -> !excludes(line, words));
    }

    /** Whether the script says of these very words that they mean something else. */
    private static boolean excludes(Line line, String words) {
        var key = Fold.key(words);
        return line.not().values().stream()
                .flatMap(Collection::stream)
                .anyMatch(not -> Fold.key(not).equals(key));
    }
}
