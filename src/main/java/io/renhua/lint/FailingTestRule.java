package io.renhua.lint;

import io.renhua.persona.Persona;
import io.renhua.persona.ScriptTest;
import io.renhua.text.Wording;
import java.util.Optional;
import java.util.function.Function;

/** C9: the script's tests go as written. */
final class FailingTestRule implements LintRule {
    private final Function<ScriptTest, Optional<Wording>> play;

    /** @param play plays a test and says what went another way, if anything did */
    FailingTestRule(Function<ScriptTest, Optional<Wording>> play) {
        this.play = play;
    }

    @Override
    public void judge(Persona persona, Findings findings) {
        for (int i = 0; i < persona.tests().size(); i++) {
            var test = persona.tests().get(i);
            var path = "tests[" + i + "]";
            play.apply(test)
                    .ifPresent(failure -> findings.error(
                            path,
                            Rule.C9,
                            Wording.of("\"%s\" goes another way: %s", test.name(), failure),
                            "what should be said"));
        }
    }
}
