package io.renhua.cli;

import io.renhua.dialogue.LivePersona;
import io.renhua.learning.Examination;
import io.renhua.lint.Judge;
import io.renhua.lint.Lint;
import io.renhua.lint.Verdict;
import io.renhua.persona.Persona;
import io.renhua.persona.Problem;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
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

    /** What keeps a script from being published. */
    static List<Problem> toBeMended(Verdict verdict) {
        return verdict.standing().stream()
                .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                .toList();
    }

    /** Whether it may be published; what keeps it from that is printed. */
    boolean mayBePublished(String id, Paper out) {
        var hindrances = toBeMended(verdict(id));
        hindrances.forEach(each -> out.plain(each.toString()));
        return hindrances.isEmpty();
    }
}
