package io.renhua.lint;

import io.renhua.persona.Place;
import io.renhua.persona.Places;
import io.renhua.persona.Problem;
import io.renhua.persona.Problem.Severity;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What rules find, each with its place in the script. */
final class Findings {
    private final Places places;
    private final Set<Problem> found = new LinkedHashSet<>();

    Findings(Places places) {
        this.places = places;
    }

    void error(String path, Rule rule, String why, String instead) {
        note(places.of(path), rule, Severity.ERROR, why, instead);
    }

    void warn(String path, Rule rule, String why, String instead) {
        note(places.of(path), rule, Severity.WARNING, why, instead);
    }

    void inform(String path, String locale, Rule rule, String why) {
        note(places.of(path, locale), rule, Severity.INFO, why, "");
    }

    void error(Utterance said, Rule rule, String why, String instead) {
        note(places.of(said.path(), said.locale()), rule, Severity.ERROR, why, instead);
    }

    void warn(Utterance said, Rule rule, String why, String instead) {
        note(places.of(said.path(), said.locale()), rule, Severity.WARNING, why, instead);
    }

    /** An example sentence, by its list's path and its position. */
    void example(String path, int index, String locale, Severity severity, Rule rule, String why, String instead) {
        note(placeOf(path, index, locale), rule, severity, why, instead);
    }

    /** Where an example sentence stands, for a finding that names two places. */
    Place placeOf(String path, int index, String locale) {
        return places.of(path + "[" + index + "]", locale);
    }

    List<Problem> inOrder() {
        return found.stream().sorted(Problem.BY_PLACE).toList();
    }

    private void note(Place place, Rule rule, Severity severity, String why, String instead) {
        found.add(new Problem(place.file(), place.line(), place.column(), rule.name(), severity, why, instead));
    }
}
