package io.renhua.cli;

import io.renhua.nlu.Answer;
import io.renhua.nlu.Evaluation;
import io.renhua.nlu.Labelled;
import io.renhua.nlu.LabelledFile;
import io.renhua.nlu.Noise;
import io.renhua.nlu.OpenNlpTrainer;
import io.renhua.text.Han;
import io.renhua.text.Wording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Measures a data set, once for each seed. */
final class SetEvaluation {
    private static final String SEED = "{seed}";
    private static final String TRADITIONAL = "zh-Hant";
    private static final String SIMPLIFIED = "zh-Hans";

    private final SetOptions options;
    private final Path here;
    private final int folds;
    private final Paper out;

    SetEvaluation(SetOptions options, Path here, int folds, Paper out) {
        this.options = options;
        this.here = here;
        this.folds = folds;
        this.out = out;
    }

    /** Whatever keeps it from being measured is added to the mistakes. */
    void run(List<Wording> mistakes) {
        check(mistakes);
        var training =
                LabelledFile.training(options.train.stream().map(here::resolve).toList(), mistakes);
        var test = options.test == null ? null : LabelledFile.test(here.resolve(options.test), training, mistakes);
        if (mistakes.isEmpty()) {
            measure(training, test, mistakes);
        }
    }

    private void check(List<Wording> mistakes) {
        if (options.seeds < 1) {
            mistakes.add(Wording.of("--seeds is %s: 1 is the least", options.seeds));
        }
        if (!(options.noise >= 0 && options.noise <= 1)) {
            mistakes.add(Wording.of("--noise is %s: it is a share, from 0 to 1", options.noise));
        }
        if (options.script != null && !List.of(TRADITIONAL, SIMPLIFIED).contains(options.script)) {
            mistakes.add(Wording.of("--script is %s: %s or %s", options.script, TRADITIONAL, SIMPLIFIED));
        }
        if (options.out != null && !Files.isDirectory(folder(here.resolve(options.out)))) {
            mistakes.add(Wording.of("--out is %s: there is no such folder", options.out));
        }
    }

    private void measure(List<Labelled> training, @Nullable List<Labelled> test, List<Wording> mistakes) {
        boolean refusing =
                options.rejection == null ? training.stream().anyMatch(Labelled::isForeign) : options.rejection;
        var runs = new ArrayList<Evaluation.Run>();
        for (int seed = 1; seed <= options.seeds && mistakes.isEmpty(); seed++) {
            out.aside(Wording.of("seed %s of %s …", seed, options.seeds));
            var run = run(training, test, seed);
            if (run.isPresent()) {
                runs.add(run.get());
                write(run.get().answers(), seed, refusing, mistakes);
            } else {
                mistakes.add(Wording.of(
                        "%s: no intent has two different sentences, so none can be hidden", options.train.getFirst()));
            }
        }
        if (mistakes.isEmpty()) {
            new SetReport(out).print(training, test == null ? folds : 0, runs, refusing);
        }
    }

    private Optional<Evaluation.Run> run(List<Labelled> training, @Nullable List<Labelled> test, int seed) {
        var evaluation = new Evaluation(new OpenNlpTrainer(seed), hearing(test == null ? training : test, seed));
        return test == null
                ? evaluation.folded(training, List.of(), folds, seed)
                : Optional.of(evaluation.heldOut(training, test));
    }

    private UnaryOperator<String> hearing(List<Labelled> rows, int seed) {
        var script = script(options.script);
        if (options.noise == 0) {
            return script;
        }
        var texts = rows.stream().map(row -> script.apply(row.text())).toList();
        var noise = new Noise(options.noise, texts, seed);
        return text -> noise.apply(script.apply(text));
    }

    static UnaryOperator<String> script(@Nullable String script) {
        if (script == null) {
            return UnaryOperator.identity();
        }
        return script.equals(TRADITIONAL) ? Han::traditional : Han::simplified;
    }

    private void write(List<Answer> answers, int seed, boolean refusing, List<Wording> mistakes) {
        if (options.out == null || (seed > 1 && !options.out.contains(SEED))) {
            return;
        }
        var file = here.resolve(options.out.replace(SEED, String.valueOf(seed)));
        try {
            Files.writeString(
                    file, answers.stream().map(answer -> row(answer, refusing)).collect(Collectors.joining()));
        } catch (IOException e) {
            mistakes.add(Wording.of("%s cannot be written", file));
        }
    }

    private static String row(Answer answer, boolean refusing) {
        return answer.asked().text() + "\t" + answer.given(refusing)
                + String.format(Locale.ROOT, "\t%.9f\n", answer.confidence());
    }

    private static Path folder(Path file) {
        var parent = file.toAbsolutePath().getParent();
        return parent == null ? file : parent;
    }
}
