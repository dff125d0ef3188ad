package io.renhua.lint;

import io.renhua.persona.Persona;
import java.util.ArrayList;
import java.util.List;

/** The rules that a persona's words keep to, one by one: one set for its script, its bubbles and its agents' drafts. */
final class SpeechRules {
    private final List<SpeechRule> rules;

    SpeechRules(Persona persona) {
        var tone = persona.tone();
        var all = new ArrayList<SpeechRule>(List.of(
                new ChineseScriptRule(),
                new LengthRule(tone.lengths()),
                new AddressRule(tone),
                new MarksRule(tone),
                new AvoidedWordRule(persona),
                new StoopingRule(persona),
                new AbsoluteTermRule(persona),
                new EffectClaimRule(persona),
                new TiedRewardRule(),
                new RivalRule(persona),
                new HumanClaimRule(),
                new SensitiveWordRule(persona),
                new PromiseRule(persona)));
        if (tone.manner().oneQuestion()) {
            all.add(new OneQuestionRule());
        }
        if (tone.manner().plainProse()) {
            all.add(new PressProseRule());
        }
        if (tone.manner().answerFirst()) {
            all.add(new AnswerFirstRule());
        }
        this.rules = List.copyOf(all);
    }

    void judge(Utterance said, Findings findings) {
        rules.forEach(rule -> rule.judge(said, findings));
    }
}
