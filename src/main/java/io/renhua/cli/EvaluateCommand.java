package io.renhua.cli;

import io.renhua.text.Wording;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** How well sentences are understood that were not taught: a persona's own, or those of a data set. */
@Command(
        customSynopsis = {
            "renhua evaluate PERSONA [--folds=N] [--all]",
            "       renhua evaluate --train=FILE [--train=FILE]... [--test=FILE | --folds=N]",
            "                       [--seeds=N] [--out=FILE] [--[no-]rejection]",
            "                       [--noise=RATE] [--script=SCRIPT]"
        },
        description = {
            "Measures how well sentences are understood that were not taught.",
            "",
            "With a persona, a share of its own examples is hidden in turn and said to it: how many are understood, in"
                    + " each language and line, and which sentence of which line is taken for another.",
            "",
            "With files, a data set: a text, a tab and an intent in each row, in UTF-8, without a header. The intent oos"
                    + " marks what belongs to none; such rows are taught as 'none of these'. Without --test a share of the"
                    + " training rows is hidden in turn.",
            "",
            "Exit code 2 when something cannot be read; every mistake is told with its line.",
            ""
        })
final class EvaluateCommand implements Callable<Integer> {
    private static final int MOST_SHOWN = 20;
    private static final String WITH_A_PERSONA = "--all";

    private final Scripts scripts;
    private final Path here;

    @Parameters(paramLabel = "PERSONA", arity = "0..1", description = "The persona's folder under personas/.")
    private @Nullable String persona;

    @Mixin
    private SetOptions set = new SetOptions();

    @Option(
            names = "--folds",
            paramLabel = "N",
            description = "In how many shares rows are hidden in turn. Default: 5.")
    private int folds = 5;

    @Option(names = "--all", description = "Shows every sentence that is taken for another line.")
    private boolean all;

    @Mixin
    private Language language = new Language();

    @Spec
    private @Nullable CommandSpec spec;

    /** @param here the folder that file names start from */
    EvaluateCommand(Path personas, Path here) {
        this.scripts = new Scripts(personas);
        this.here = here;
    }

    @Override
    public Integer call() {
        var out = new Paper(spec, language);
        var mistakes = new ArrayList<Wording>();
        check(mistakes);
        if (mistakes.isEmpty() && persona != null) {
            new PersonaEvaluation(scripts.persona(persona), folds, all, out).run(mistakes);
        } else if (mistakes.isEmpty()) {
            new SetEvaluation(set, here, folds, out).run(mistakes);
        }
        tell(mistakes, out);
        return mistakes.isEmpty() ? 0 : 2;
    }

    private void check(List<Wording> mistakes) {
        if (persona == null && set.train.isEmpty()) {
            mistakes.add(Wording.of("Name a persona, or files with --train; renhua evaluate --help says more."));
            return;
        }
        options()
                .filter(option -> !goes(option))
                .forEach(option -> mistakes.add(
                        Wording.of("%s means nothing here; renhua evaluate --help says what goes together.", option)));
        if (folds < 2) {
            mistakes.add(Wording.of("--folds is %s: 2 is the least", folds));
        }
    }

    private boolean goes(String option) {
        if (option.equals(Language.OPTION)) {
            return true;
        }
        if (option.equals("--folds")) {
            return set.test == null;
        }
        return option.equals(WITH_A_PERSONA) == (persona != null);
    }

    private Stream<String> options() {
        return spec == null
                ? Stream.of()
                : spec.commandLine().getParseResult().matchedOptions().stream().map(OptionSpec::longestName);
    }

    private static void tell(List<Wording> mistakes, Paper out) {
        mistakes.stream().limit(MOST_SHOWN).forEach(out::aside);
        if (mistakes.size() > MOST_SHOWN) {
            out.aside(Wording.of("and %s mistakes more", mistakes.size() - MOST_SHOWN));
        }
    }
}
