package io.renhua.lint;

import io.renhua.persona.Placeholder;
import io.renhua.text.Wording;

/** T8: who asks two things at once gets one answer. */
final class OneQuestionRule implements SpeechRule {

    @Override
    public void judge(Utterance said, Findings findings) {
        long questions = Placeholder.filled(said.text())
                .codePoints()
                .filter(c -> c == '?' || c == '？')
                .count();
        if (questions > 1) {
            var instead = Redraft.withOneQuestion(said.text()).orElse("the one that matters most");
            findings.warn(said, Rule.T8, Wording.of("%s questions in one reply", questions), instead);
        }
    }
}
