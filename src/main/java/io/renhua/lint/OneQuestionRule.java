package io.renhua.lint;

import io.renhua.persona.Persona;
import io.renhua.persona.Placeholder;

/** T8: who asks two things at once gets one answer. */
final class OneQuestionRule implements LintRule {

    @Override
    public void judge(Persona persona, Findings findings) {
        for (var said : Utterance.of(persona)) {
            long questions = Placeholder.filled(said.text())
                    .codePoints()
                    .filter(c -> c == '?' || c == '？')
                    .count();
            if (questions > 1) {
                findings.warn(said, "T8", questions + " questions in one reply", "the one that matters most");
            }
        }
    }
}
