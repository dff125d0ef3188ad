package io.renhua.learning;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.dialogue.LivePersona;
import io.renhua.nlu.Classifier;
import io.renhua.nlu.ClassifierTrainer;
import io.renhua.nlu.EntityFinders;
import io.renhua.nlu.Example;
import io.renhua.nlu.OpenNlpTrainer;
import io.renhua.persona.Persona;
import io.renhua.persona.PersonaReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** 泡小拾 as it comes along, learnt once for all tests; and copies of it to write into. */
final class Pao {
    static final Path FOLDER = Path.of("personas/pao");
    static final Persona PERSONA =
            Objects.requireNonNull(new PersonaReader().read(FOLDER).persona());
    private static final Map<List<Example>, Classifier> LEARNT = new HashMap<>();

    /** Learns the same only once. */
    static final ClassifierTrainer TRAINER =
            examples -> LEARNT.computeIfAbsent(List.copyOf(examples), new OpenNlpTrainer()::train);

    static final LivePersona LIVE = LivePersona.learn(PERSONA, TRAINER, EntityFinders::of);

    private Pao() {}

    static Path copiedTo(Path directory) {
        var copy = directory.resolve("pao");
        try (var files = Files.walk(FOLDER)) {
            for (var file : files.toList()) {
                Files.copy(file, copy.resolve(FOLDER.relativize(file).toString()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return copy;
    }

    /** The same, but for one word of its script. */
    static Persona notLearning(Path directory) {
        var copy = copiedTo(directory);
        change(copy.resolve("persona.yaml"), "learn_from_chats: masked-and-approved", "learn_from_chats: never");
        return Objects.requireNonNull(new PersonaReader().read(copy).persona());
    }

    static void change(Path file, String from, String to) {
        try {
            var before = Files.readString(file);
            assertThat(before).contains(from);
            Files.writeString(file, before.replace(from, to));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
