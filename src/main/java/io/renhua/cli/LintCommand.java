package io.renhua.cli;

import io.renhua.dialogue.LivePersona;
import io.renhua.dialogue.Rehearsal;
import io.renhua.dialogue.Rehearsal.Outcome;
import io.renhua.lint.Lint;
import io.renhua.lint.Verdict;
import io.renhua.persona.Persona;
import io.renhua.persona.Problem;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What is wrong with a script, where, and what to write instead. */
@Command(
        description =
                "Says what is wrong with a script, where, and what to write instead. Exit code 1 when anything must be mended.")
final class LintCommand implements Callable<Integer> {
    private final Scripts scripts;

    @Parameters(paramLabel = "PERSONA", arity = "0..*", description = "Which personas; all when none is named.")
    private List<String> named = List.of();

    @Spec
    private @Nullable CommandSpec spec;

    private final Function<Persona, LivePersona> learn;

    LintCommand(Path folder, Function<Persona, LivePersona> learn) {
        this.scripts = new Scripts(folder);
        this.learn = learn;
    }

    @Override
    public Integer call() {
        var out = new Paper(spec);
        int errors = 0;
        for (var id : scripts.ids(named)) {
            var verdict = verdict(id);
            var problems = gravestFirst(verdict.standing());
            problems.forEach(problem -> out.line(mark(problem) + " " + problem + "  [" + problem.code() + "]"));
            verdict.meant()
                    .forEach(meant -> out.line("@|faint meant so|@ " + meant.problem() + "  ["
                            + meant.problem().code() + "] Because: " + meant.reason()));
            errors += count(problems, Problem.Severity.ERROR);
            out.line(summary(id, problems, verdict.meant().size()));
        }
        return errors == 0 ? 0 : 1;
    }

    private Verdict verdict(String id) {
        var reading = scripts.read(id);
        var lint = reading.persona() == null ? new Lint() : lint(learn.apply(reading.persona()));
        return lint.judge(reading);
    }

    private static List<Problem> gravestFirst(List<Problem> problems) {
        return problems.stream()
                .sorted(Comparator.comparing(Problem::severity).thenComparing(Problem.BY_PLACE))
                .toList();
    }

    private static Lint lint(LivePersona live) {
        var rehearsal = new Rehearsal(live);
        return new Lint().asking(live.classifier()).playing(test -> switch (rehearsal.play(test)) {
            case Outcome.Passed _ -> Optional.empty();
            case Outcome.Failed failed -> Optional.of("expected " + failed.expected() + ", but " + failed.said());
        });
    }

    private static String summary(String id, List<Problem> problems, int meant) {
        int errors = count(problems, Problem.Severity.ERROR);
        int warnings = count(problems, Problem.Severity.WARNING);
        int infos = count(problems, Problem.Severity.INFO);
        var apart = (infos == 0 ? "" : ", " + infos + " to know") + (meant == 0 ? "" : ", " + meant + " meant so");
        return errors == 0 && warnings == 0
                ? "@|green " + id + " is clean" + apart + ".|@"
                : id + ": " + errors + " to mend, " + warnings + " to think about" + apart + ".";
    }

    private static String mark(Problem problem) {
        return switch (problem.severity()) {
            case ERROR -> "@|bold,red error|@  ";
            case WARNING -> "@|yellow warning|@";
            case INFO -> "@|cyan info|@   ";
        };
    }

    private static int count(List<Problem> problems, Problem.Severity severity) {
        return (int) problems.stream()
                .filter(problem -> problem.severity() == severity)
                .count();
    }
}
