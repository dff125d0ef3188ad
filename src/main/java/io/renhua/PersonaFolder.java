package io.renhua;

import io.renhua.dialogue.LivePersona;
import io.renhua.nlu.ClassifierTrainer;
import io.renhua.nlu.EntityFinders;
import io.renhua.nlu.OpenNlpTrainer;
import io.renhua.nlu.RememberingTrainer;
import io.renhua.persona.Persona;
import io.renhua.persona.PersonaReader;
import io.renhua.persona.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The folder that holds a folder for each persona. */
final class PersonaFolder {
    private final Path folder;
    private final ClassifierTrainer trainer;
    private final PersonaReader reader = new PersonaReader();

    /** @param data folder where what was learnt is kept for the next start */
    PersonaFolder(Path folder, Path data) {
        this.folder = folder;
        this.trainer = trainer(data);
    }

    /** Learns, or knows from an earlier time. */
    static ClassifierTrainer trainer(Path data) {
        return new RememberingTrainer(new OpenNlpTrainer(), data.resolve("models"));
    }

    /** Reads and teaches every persona; whatever is wrong with any of them is added to the problems. */
    Map<String, LivePersona> learnAll(List<String> problems) {
        var learnt = new TreeMap<String, LivePersona>();
        var folders = folders();
        if (folders.isEmpty()) {
            problems.add("there is no persona in " + folder + "; make a folder with a persona.yaml in it");
        }
        for (var each : folders) {
            var reading = reader.read(each);
            var persona = reading.persona();
            if (persona == null) {
                reading.problems().stream()
                        .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                        .map(Problem::toString)
                        .forEach(problems::add);
            } else {
                learnt.put(persona.id(), learn(persona));
            }
        }
        return learnt;
    }

    LivePersona learn(Persona persona) {
        return learn(persona, trainer);
    }

    static LivePersona learn(Persona persona, ClassifierTrainer trainer) {
        return LivePersona.learn(persona, trainer, EntityFinders::of);
    }

    /** One folder per persona, by name. */
    List<Path> folders() {
        try (var entries = Files.list(folder)) {
            return entries.filter(entry -> Files.exists(entry.resolve("persona.yaml")))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of(); // said by the caller: there is no persona
        }
    }
}
