package io.renhua;

import io.renhua.bundle.Fingerprint;
import io.renhua.dialogue.LivePersona;
import io.renhua.lint.Judge;
import io.renhua.nlu.ClassifierTrainer;
import io.renhua.nlu.EntityFinders;
import io.renhua.nlu.ModelSize;
import io.renhua.nlu.OpenNlpTrainer;
import io.renhua.nlu.RememberingTrainer;
import io.renhua.persona.Persona;
import io.renhua.persona.PersonaReader;
import io.renhua.persona.Problem;
import io.renhua.persona.Reading;
import io.renhua.publishing.Editions;
import io.renhua.publishing.Publication;
import io.renhua.text.OperatorLanguage;
import io.renhua.text.Wording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder that holds a folder for each persona, and beside it what of each spoke last. */
final class PersonaFolder {
    private static final Logger LOG = LoggerFactory.getLogger(PersonaFolder.class);

    /** In which operators read what is wrong with their scripts. */
    static final String LANGUAGE = OperatorLanguage.here();

    /** So long the doors stay shut for those who still learn; then who writes to them waits instead of everybody. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final int VERSIONS_KEPT = 3;
    private static final long KILO = 1 << 10;
    private static final long MEGA = 1 << 20;

    private final Path folder;
    private final Editions editions;
    private final boolean byHand;
    private final ClassifierTrainer trainer;
    private final PersonaReader reader = new PersonaReader();
    private final Map<String, Integer> modelSizes = new ConcurrentHashMap<>();

    /**
     * @param data folder where what was learnt is kept for the next start
     * @param byHand whether what is in the folder waits until somebody publishes it
     */
    PersonaFolder(Path folder, Path data, boolean byHand) {
        this.folder = folder;
        this.editions = new Editions(data);
        this.byHand = byHand;
        this.trainer = new RememberingTrainer(
                new OpenNlpTrainer(),
                data.resolve("models"),
                VERSIONS_KEPT * folders().size());
    }

    /** Learns, or knows from an earlier time; forgetting is left to the server, who knows what is in use. */
    static ClassifierTrainer trainer(Path data) {
        return new RememberingTrainer(new OpenNlpTrainer(), data.resolve("models"), Integer.MAX_VALUE);
    }

    /** Reads and teaches every persona; whatever is wrong with any of them is added to the problems. */
    Map<String, LivePersona> learnAll(List<Wording> problems) {
        var folders = folders();
        if (folders.isEmpty()) {
            problems.add(Wording.of("there is no persona in %s; make a folder with a persona.yaml in it", folder));
        }
        var learning = new SideBySide();
        var personas = new TreeMap<String, LivePersona>();
        for (var each : folders) {
            first(each, problems).ifPresent(reading -> {
                var persona = Objects.requireNonNull(reading.persona());
                var learnt = learn(persona, learning.of(measuring(persona)));
                personas.put(persona.id(), learnt.guardedBy(Judge.of(reading)));
            });
        }
        int late = problems.isEmpty() ? learning.await(PATIENCE) : 0; // with problems nobody opens the doors
        if (late > 0) {
            LOG.info("{} personas are still learning; who writes to them is answered as soon as they have", late);
            learning.afterwards(() -> LOG.info("all have learnt: {}", memory()));
        }
        return personas;
    }

    /** What speaks at the start: the files, or what spoke last where they have mistakes or are not to be published. */
    private Optional<Reading> first(Path script, List<Wording> problems) {
        return byHand ? last(script).or(() -> files(script, problems)) : files(script, problems);
    }

    private Optional<Reading> files(Path script, List<Wording> problems) {
        var reading = read(script);
        if (reading.persona() != null) {
            return Optional.of(reading);
        }
        var last = last(script);
        if (last.isEmpty()) {
            errors(reading).forEach(problem -> problems.add(problem.report()));
        } else {
            errors(reading).forEach(problem -> LOG.error("{}", problem.told(LANGUAGE)));
            LOG.error(
                    "{}",
                    Wording.of(
                                    "the files of %s have mistakes; what was published last speaks until they are mended",
                                    script.getFileName())
                            .in(LANGUAGE));
        }
        return last;
    }

    private Optional<Reading> last(Path script) {
        return editions.live(String.valueOf(script.getFileName()))
                .map(live -> version(live.folder(), live.address()))
                .filter(reading -> reading.persona() != null);
    }

    /** Reads a script; the persona goes by the address of what the files hold. */
    Reading read(Path script) {
        return version(script, Fingerprint.of(script));
    }

    /** A version's folder; without a persona when this Renhua cannot read it any more. */
    Reading version(Path folder, String address) {
        var reading = reader.read(folder);
        var persona = reading.persona();
        return persona == null ? reading : reading.as(persona.as(Publication.name(persona.version(), address)));
    }

    static List<Problem> errors(Reading reading) {
        return reading.problems().stream()
                .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                .toList();
    }

    /** @param reading of a script that could be read */
    LivePersona learn(Reading reading) {
        var persona = Objects.requireNonNull(reading.persona());
        return learn(persona, measuring(persona)).guardedBy(Judge.of(reading));
    }

    private ClassifierTrainer measuring(Persona persona) {
        return examples -> {
            var classifier = trainer.train(examples);
            modelSizes.put(persona.id(), ModelSize.of(classifier));
            return classifier;
        };
    }

    /** How many have learnt, and what that takes, for the log. */
    String memory() {
        var runtime = Runtime.getRuntime();
        long models = modelSizes.values().stream().mapToLong(Integer::longValue).sum();
        return modelSizes.size() + " personas, models " + models / KILO + " kB, heap "
                + (runtime.totalMemory() - runtime.freeMemory()) / MEGA + " of at most " + runtime.maxMemory() / MEGA
                + " MiB";
    }

    static LivePersona learn(Persona persona, ClassifierTrainer trainer) {
        return LivePersona.learn(persona, trainer, EntityFinders::of).within(Platforms::limits);
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
