package io.renhua.cli;

import io.renhua.dialogue.LivePersona;
import io.renhua.dialogue.Rehearsal;
import io.renhua.dialogue.Rehearsal.Outcome;
import io.renhua.lint.Lint;
import io.renhua.lint.Verdict;
import io.renhua.persona.Persona;
import io.renhua.persona.Problem;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What is wrong with a script, where, and what to write instead. */
@Command(
        description =
                "Says what is wrong with a script, where, and what to write instead. Exit code 1 when anything must be mended.")
final class LintCommand implements Callable<Integer> {
    private final Path folder;
    private final Scripts scripts;

    @Parameters(paramLabel = "PERSONA", arity = "0..*", description = "Which personas; all when none is named.")
    private List<String> named = List.of();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "For whom: ${COMPLETION-CANDIDATES}; people unless you say otherwise.")
    private LintFormat format = LintFormat.people;

    @Spec
    private @Nullable CommandSpec spec;

    private final Function<Persona, LivePersona> learn;

    LintCommand(Path folder, Function<Persona, LivePersona> learn) {
        this.folder = folder;
        this.scripts = new Scripts(folder);
        this.learn = learn;
    }

    @Override
    public Integer call() {
        var verdicts = new LinkedHashMap<String, Verdict>();
        scripts.ids(named).forEach(id -> verdicts.put(id, verdict(id)));
        format.write(String.valueOf(folder.getFileName()), verdicts, new Paper(spec));
        return verdicts.values().stream().noneMatch(LintCommand::mustBeMended) ? 0 : 1;
    }

    private static boolean mustBeMended(Verdict verdict) {
        return verdict.standing().stream().anyMatch(problem -> problem.severity() == Problem.Severity.ERROR);
    }

    private Verdict verdict(String id) {
        var reading = scripts.read(id);
        var lint = reading.persona() == null ? new Lint() : lint(learn.apply(reading.persona()));
        return lint.judge(reading);
    }

    private static Lint lint(LivePersona live) {
        var rehearsal = new Rehearsal(live);
        return new Lint().asking(live.classifier()).playing(test -> switch (rehearsal.play(test)) {
            case Outcome.Passed _ -> Optional.empty();
            case Outcome.Failed failed -> Optional.of("expected " + failed.expected() + ", but " + failed.said());
        });
    }
}
