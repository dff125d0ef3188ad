package io.renhua.cli;

import io.renhua.dialogue.LivePersona;
import io.renhua.lint.Verdict;
import io.renhua.persona.Persona;
import io.renhua.persona.Problem;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    @Mixin
    private Language language = new Language();

    @Spec
    private @Nullable CommandSpec spec;

    private final Judges judges;

    LintCommand(Path folder, Function<Persona, LivePersona> learn, Clock clock) {
        this.folder = folder;
        this.scripts = new Scripts(folder);
        this.judges = new Judges(scripts, learn, clock);
    }

    @Override
    public Integer call() {
        var verdicts = new LinkedHashMap<String, Verdict>();
        scripts.ids(named).forEach(id -> verdicts.put(id, judges.verdict(id)));
        format.write(String.valueOf(folder.getFileName()), verdicts, language, new Paper(spec, language));
        return verdicts.values().stream()
                        .allMatch(verdict ->
                                verdict.standing(Problem.Severity.ERROR).isEmpty())
                ? 0
                : 1;
    }
}
