package io.renhua.cli;

import io.renhua.dialogue.LivePersona;
import io.renhua.learning.Examination;
import io.renhua.lint.Judge;
import io.renhua.lint.Lint;
import io.renhua.lint.Verdict;
import io.renhua.persona.Persona;
import io.renhua.persona.Problem;
import io.renhua.persona.Reading;
import io.renhua.text.Wording;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;

/** Judge scripts by every rule there is, those that ask what was learnt and play the chats among them. */
final class Judges {
    private final Scripts scripts;
    private final Function<Persona, LivePersona> learn;
    private final Clock clock;

    Judges(Scripts scripts, Function<Persona, LivePersona> learn, Clock clock) {
        this.scripts = scripts;
        this.learn = learn;
        this.clock = clock;
    }

    Verdict verdict(String id) {
        var reading = scripts.read(id);
        var today = LocalDate.now(clock);
        return reading.persona() == null
                ? new Lint().on(today).judge(reading)
                : Examination.of(reading, learn.apply(reading.persona()).guardedBy(Judge.of(reading)), today);
    }

    /**
     * Whether it may go further; what keeps it from that is printed.
     *
     * @param meant whether somebody answers for the warnings with their name
     * @param done what is done with it then, such as {@code published}
     * @return for how many warnings they answer
     */
    OptionalInt leave(String id, boolean meant, Wording done, Paper out) {
        var verdict = verdict(id);
        var errors = verdict.standing(Problem.Severity.ERROR);
        var warnings = verdict.standing(Problem.Severity.WARNING);
        if (errors.isEmpty() && (meant || warnings.isEmpty())) {
            return OptionalInt.of(warnings.size());
        }
        (errors.isEmpty() ? warnings : errors).forEach(each -> out.plain(each.report()));
        out.aside(Wording.of(
                errors.isEmpty()
                        ? "%s is not %s before this is mended, or somebody answers for it: --i-mean-it"
                        : "%s is not %s until this is mended.",
                id,
                done));
        return OptionalInt.empty();
    }

    /** What its author has answered for in the script itself. */
    static List<Verdict.Meant> meant(Reading reading) {
        return new Lint().judge(reading).meant();
    }
}
