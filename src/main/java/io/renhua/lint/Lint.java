package io.renhua.lint;

import io.renhua.nlu.Classifier;
import io.renhua.persona.Persona;
import io.renhua.persona.Places;
import io.renhua.persona.Problem;
import io.renhua.persona.Reading;
import io.renhua.persona.ScriptTest;
import io.renhua.text.Wording;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Judges a persona that could be read: what reads well may still sound wrong, mislead, or break a law. */
public final class Lint {
    private static final List<LintRule> RULES = List.of(
            new PlaceholderRule(),
            new UnreachableRule(),
            new DrownedLineRule(),
            new AlwaysSomethingToSayRule(),
            new ButtonRule(),
            new ActionLabelRule(),
            new ExampleRule(),
            new SameExampleRule(),
            new TwinLinesRule(),
            new ClaimedValueRule(),
            new PersonalExampleRule(),
            new TitleRule(),
            new RequestRule(),
            new HumourRule(),
            new SameOpeningRule(),
            new PassiveRule(),
            new SoundRule(),
            new TruthRule(),
            new NeverClaimedRule(),
            new CrisisRule(),
            new PersonalSlotRule(),
            new PryingRule(),
            new AudienceRule(),
            new RetentionRule(),
            new PromotionRule(),
            new StoopingCampaignRule(),
            new SamePriceRule(),
            new FollowUpRule(),
            new ProtectedRule(),
            new WayOutRule(),
            new ClosedHoursRule(),
            new OpenQuestionRule(),
            new UntestedRule());

    private final List<LintRule> rules;

    /** The rules that need nothing but the script. */
    public Lint() {
        this(RULES);
    }

    private Lint(List<LintRule> rules) {
        this.rules = List.copyOf(rules);
    }

    /** And those that ask a classifier which has learnt the script. */
    public Lint asking(Classifier classifier) {
        var asked = new AskedOnce(classifier);
        return and(new StolenExampleRule(asked), new RefusedExampleRule(asked), new ConfusedLinesRule(asked));
    }

    /** And that which knows what day it is. */
    public Lint on(LocalDate today) {
        return and(new HolidayRule(today));
    }

    /**
     * And that which plays the script's tests.
     *
     * @param play says what went another way, if anything did
     */
    public Lint playing(Function<ScriptTest, Optional<Wording>> play) {
        return and(new FailingTestRule(play));
    }

    /** The whole verdict: what the reader and the rules found, and what of it is meant so. */
    public Verdict judge(Reading reading) {
        return Verdict.of(reading, check(reading));
    }

    /** Everything found, in order of place; nothing for a script that could not be read. */
    public List<Problem> check(Reading reading) {
        var persona = reading.persona();
        return persona == null ? List.of() : check(persona, reading.places());
    }

    public List<Problem> check(Persona persona, Places places) {
        var findings = new Findings(places);
        var speech = new SpeechRules(persona);
        Utterance.of(persona).forEach(said -> speech.judge(said, findings));
        rules.forEach(rule -> rule.judge(persona, findings));
        return findings.inOrder();
    }

    private Lint and(LintRule... more) {
        var all = new ArrayList<>(rules);
        all.addAll(List.of(more));
        return new Lint(all);
    }
}
