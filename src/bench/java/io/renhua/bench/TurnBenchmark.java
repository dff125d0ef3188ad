package io.renhua.bench;

import io.renhua.dialogue.Dialogue;
import io.renhua.dialogue.DialogueState;
import io.renhua.dialogue.LivePersona;
import io.renhua.dialogue.Step;
import io.renhua.message.Content;
import io.renhua.nlu.EntityFinders;
import io.renhua.nlu.OpenNlpTrainer;
import io.renhua.nlu.Ranking;
import io.renhua.persona.Persona;
import io.renhua.persona.PersonaReader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What understanding and deciding cost, with the persona 'pao' over its three languages. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class TurnBenchmark {
    private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");
    private static final String[] WORDS = {
        "請問我的包裹寄到哪裡了", "怎么泡比较好喝", "how long should I brew it", "今天天氣真好對吧", "i want to talk to a real person"
    };

    private Persona persona;
    private LivePersona live;
    private final Dialogue dialogue = new Dialogue();
    private int next;

    @Setup
    public void learn() {
        persona = Objects.requireNonNull(new PersonaReader().read(Path.of("personas/pao")).persona());
        live = LivePersona.learn(persona, new OpenNlpTrainer(), EntityFinders::of);
    }

    @Benchmark
    public Ranking classify() {
        return live.classifier().classify(words());
    }

    @Benchmark
    public Step turn() {
        return dialogue.next(
                persona, DialogueState.NEW, live.hear(new Content.Text(words()), NOW, "web", false));
    }

    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    @Warmup(iterations = 2)
    @Measurement(iterations = 5)
    public LivePersona train() {
        return LivePersona.learn(persona, new OpenNlpTrainer(), EntityFinders::of);
    }

    private String words() {
        next = (next + 1) % WORDS.length;
        return WORDS[next];
    }
}
