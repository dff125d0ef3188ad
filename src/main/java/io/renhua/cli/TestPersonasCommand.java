package io.renhua.cli;

import io.renhua.dialogue.Coverage;
import io.renhua.dialogue.LivePersona;
import io.renhua.dialogue.Rehearsal;
import io.renhua.lint.Judge;
import io.renhua.persona.Persona;
import io.renhua.text.Wording;
import java.nio.file.Path;
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

/** The chats that stand beside the scripts, played. */
@Command(description = "Plays the chats under tests/ and says where one goes another way. Exit code 1 when any does.")
final class TestPersonasCommand implements Callable<Integer> {
    private final Scripts scripts;
    private final Function<Persona, LivePersona> learn;

    @Parameters(paramLabel = "PERSONA", arity = "0..*", description = "Which personas; all when none is named.")
    private List<String> named = List.of();

    @Option(
            names = "--missing",
            description = "Names what no chat shows: lines, ways of saying them, reasons, locked items.")
    private boolean missing;

    @Mixin
    private Language language = new Language();

    @Spec
    private @Nullable CommandSpec spec;

    TestPersonasCommand(Path folder, Function<Persona, LivePersona> learn) {
        this.scripts = new Scripts(folder);
        this.learn = learn;
    }

    @Override
    public Integer call() {
        int failed = 0;
        for (var id : scripts.ids(named)) {
            failed += rehearse(id, new Paper(spec, language));
        }
        return failed == 0 ? 0 : 1;
    }

    private void covered(Coverage coverage, Paper out) {
        out.plain("  "
                + out.told(Wording.of(
                        "They show %s.",
                        Wording.joined(
                                "%s, %s",
                                coverage.shares().stream()
                                        .map(share -> Wording.of(
                                                "%s of %s %s", share.shown(), share.all(), Wording.of(share.of())))
                                        .toList()))));
        if (missing) {
            coverage.shares().stream()
                    .filter(share -> !share.missing().isEmpty())
                    .forEach(share -> out.plain("  "
                            + out.told(Wording.of(
                                    "Not shown of the %s: %s.",
                                    Wording.of(share.of()), Wording.joined("%s, %s", share.missing())))));
        }
    }

    private int rehearse(String id, Paper out) {
        var reading = scripts.read(id);
        var live = learn.apply(Scripts.persona(reading)).guardedBy(Judge.of(reading));
        var rehearsal = new Rehearsal(live);
        var outcomes = rehearsal.all();
        int failed = 0;
        for (var outcome : outcomes) {
            switch (outcome) {
                case Rehearsal.Outcome.Passed passed -> {}
                case Rehearsal.Outcome.Failed failure -> {
                    failed++;
                    out.plain(failure.told(language.tag()));
                }
            }
        }
        out.plain(Wording.of("%s: %s of %s chats go as written.", id, outcomes.size() - failed, outcomes.size()));
        covered(rehearsal.coverage(), out);
        return failed;
    }
}
