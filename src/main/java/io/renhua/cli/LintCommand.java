package io.renhua.cli;

import io.renhua.dialogue.LivePersona;
import io.renhua.dialogue.Rehearsal;
import io.renhua.dialogue.Rehearsal.Outcome;
import io.renhua.lint.Lint;
import io.renhua.persona.Persona;
import io.renhua.persona.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
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
            var problems = problems(id);
            problems.forEach(problem -> out.line(mark(problem) + " " + problem + "  [" + problem.code() + "]"));
            errors += count(problems, Problem.Severity.ERROR);
            out.line(summary(id, problems));
        }
        return errors == 0 ? 0 : 1;
    }

    private List<Problem> problems(String id) {
        var reading = scripts.read(id);
        var problems = new ArrayList<>(reading.problems());
        if (reading.persona() != null) {
            problems.addAll(lint(learn.apply(reading.persona())).check(reading));
        }
        problems.sort(Comparator.comparing(Problem::severity)
                .thenComparing(Problem::file)
                .thenComparingInt(Problem::line));
        return problems;
    }

    private static Lint lint(LivePersona live) {
        var rehearsal = new Rehearsal(live);
        return new Lint().asking(live.classifier()).playing(test -> switch (rehearsal.play(test)) {
            case Outcome.Passed _ -> Optional.empty();
            case Outcome.Failed failed -> Optional.of("expected " + failed.expected() + ", but " + failed.said());
        });
    }

    private static String summary(String id, List<Problem> problems) {
        int errors = count(problems, Problem.Severity.ERROR);
        int warnings = count(problems, Problem.Severity.WARNING);
        return errors == 0 && warnings == 0
                ? "@|green " + id + " is clean.|@"
                : id + ": " + errors + " to mend, " + warnings + " to think about.";
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
