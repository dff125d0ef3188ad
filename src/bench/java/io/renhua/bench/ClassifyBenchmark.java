package io.renhua.bench;

import io.renhua.dialogue.Lessons;
import io.renhua.nlu.Classifier;
import io.renhua.nlu.Example;
import io.renhua.nlu.Labelled;
import io.renhua.nlu.LabelledFile;
import io.renhua.nlu.Noise;
import io.renhua.nlu.OpenNlpTrainer;
import io.renhua.nlu.Ranking;
import io.renhua.persona.PersonaReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What it costs to understand one sentence that was not taught: a usual persona's, or a public set's. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class ClassifyBenchmark {
    private static final String PERSONA = "pao";

    /** The persona, or a folder under {@code -Dnlu.dir}. */
    @Param(PERSONA)
    public String set;

    private Classifier classifier;
    private List<String> texts;
    private int next;

    @Setup
    public void learn() {
        if (set.equals(PERSONA)) {
            learnPersona();
        } else {
            learnSet(Path.of(System.getProperty("renhua.nlu"), set));
        }
    }

    /** Its own examples, misspelt: what it knows by heart would cost less. */
    private void learnPersona() {
        var persona = Objects.requireNonNull(
                new PersonaReader().read(Path.of("personas", PERSONA)).persona());
        var examples = Lessons.of(persona, persona.locales().offered());
        classifier = new OpenNlpTrainer().train(examples);
        var said = examples.stream().map(Example::text).toList();
        texts = said.stream().map(new Noise(0.1, said, 1)).toList();
    }

    private void learnSet(Path folder) {
        var mistakes = new ArrayList<String>();
        var training = LabelledFile.training(List.of(folder.resolve("train.tsv")), mistakes);
        var asked = LabelledFile.test(folder.resolve("dev.tsv"), training, mistakes);
        if (!mistakes.isEmpty()) {
            throw new IllegalArgumentException(mistakes.toString());
        }
        classifier = new OpenNlpTrainer()
                .train(training.stream().map(Labelled::asExample).toList());
        texts = asked.stream().map(Labelled::text).toList();
    }

    @Benchmark
    public Ranking classify() {
        next = (next + 1) % texts.size();
        return classifier.classify(texts.get(next));
    }
}
