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
        return atAll(persona, heard, words)
                .filter(line -> heard.ranking().band() == Band.SURE || literally(line, heard, words));
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

    /** Whether these are the script's very words, with a value of theirs in its place. */
    private static boolean literally(Line line, Heard heard, String words) {
        var key = Fold.key(words);
        return line.asks().values().stream()
                .flatMap(Collection::stream)
                .map(example -> Placeholders.fill(example, name -> named(heard, words, name)))
                .anyMatch(example -> Fold.key(example).equals(key));
    }

    private static Optional<String> named(Heard heard, String words, String entity) {
        return heard.entities().stream()
                .filter(found -> found.name().equals(entity) && found.end() <= words.length())
                .map(found -> words.substring(found.start(), found.end()))
                .findFirst();
    }

    /** Whether the script says of these very words that they mean something else. */
    static boolean excludes(Line line, String words) {
        var key = Fold.key(words);
        return line.not().values().stream()
                .flatMap(Collection::stream)
                .anyMatch(not -> Fold.key(not).equals(key));
    }
}
