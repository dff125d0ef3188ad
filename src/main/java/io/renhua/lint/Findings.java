package io.renhua.lint;

import io.renhua.persona.Place;
import io.renhua.persona.Places;
import io.renhua.persona.Problem;
import io.renhua.persona.Problem.Severity;
import io.renhua.text.Wording;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What rules find, each with its place in the script. */
final class Findings {
    private final Places places;
    /** Once each, though what is converted from another language has it too. */
    private final Map<List<Object>, Problem> found = new LinkedHashMap<>();

    Findings(Places places) {
        this.places = places;
    }

    void error(String path, Rule rule, CharSequence why, CharSequence instead) {
        note(places.of(path), rule, Severity.ERROR, why, instead);
    }

    void warn(String path, Rule rule, CharSequence why, CharSequence instead) {
        note(places.of(path), rule, Severity.WARNING, why, instead);
    }

    void inform(String path, String locale, Rule rule, CharSequence why) {
        note(places.of(path, locale), rule, Severity.INFO, why, "");
    }

    void error(Utterance said, Rule rule, CharSequence why, CharSequence instead) {
        note(places.of(said.path(), said.locale()), rule, Severity.ERROR, why, instead);
    }

    void warn(Utterance said, Rule rule, CharSequence why, CharSequence instead) {
        note(places.of(said.path(), said.locale()), rule, Severity.WARNING, why, instead);
    }

    /** An example sentence, by its list's path and its position. */
    void example(
            String path,
            int index,
            String locale,
            Severity severity,
            Rule rule,
            CharSequence why,
            CharSequence instead) {
        note(placeOf(path, index, locale), rule, severity, why, instead);
    }

    /** Where an example sentence stands, for a finding that names two places. */
    Place placeOf(String path, int index, String locale) {
        return places.of(path + "[" + index + "]", locale);
    }

    List<Problem> inOrder() {
        return found.values().stream().sorted(Problem.BY_PLACE).toList();
    }

    private void note(Place place, Rule rule, Severity severity, CharSequence why, CharSequence instead) {
        found.putIfAbsent(
                List.of(place, rule, severity, Wording.of(why)),
                new Problem(place.file(), place.line(), place.column(), rule.name(), severity, why, instead));
    }
}
