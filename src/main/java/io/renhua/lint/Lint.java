package io.renhua.lint;

import io.renhua.persona.Persona;
import io.renhua.persona.Places;
import io.renhua.persona.Problem;
import io.renhua.persona.Reading;
import java.util.List;

/** Judges a persona that could be read: what reads well may still sound wrong. Rules need nothing but the script. */
public final class Lint {
    private static final List<LintRule> RULES = List.of(
            new PlaceholderRule(),
            new UnreachableRule(),
            new AlwaysSomethingToSayRule(),
            new ChineseScriptRule(),
            new ButtonRule(),
            new ExampleRule(),
            new SameExampleRule(),
            new LengthRule(),
            new AddressRule(),
            new MarksRule(),
            new AvoidedWordRule(),
            new OneQuestionRule(),
            new TruthRule(),
            new WayOutRule());

    /** Everything found, in order of place; nothing for a script that could not be read. */
    public List<Problem> check(Reading reading) {
        var persona = reading.persona();
        return persona == null ? List.of() : check(persona, reading.places());
    }

    public List<Problem> check(Persona persona, Places places) {
        var findings = new Findings(places);
        RULES.forEach(rule -> rule.judge(persona, findings));
        return findings.inOrder();
    }
}
