package io.renhua.nlu;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what another trainer learnt in a folder, under a hash of the examples and of the trainer's version, so that the
 * same script is learnt once. A folder that cannot be read or written costs the time of learning and nothing else.
 */
public final class RememberingTrainer implements ClassifierTrainer {
    private static final Logger LOG = LoggerFactory.getLogger(RememberingTrainer.class);
    private static final String ENDING = ".model";
    private static final int KEPT = 50;

    private final ClassifierTrainer trainer;
    private final Path folder;
    private final int kept;

    public RememberingTrainer(ClassifierTrainer trainer, Path folder) {
        this(trainer, folder, KEPT);
    }

    /** @param kept how many models to keep at least; more than are in use, or each start learns some of them anew */
    public RememberingTrainer(ClassifierTrainer trainer, Path folder, int kept) {
        this.trainer = trainer;
        this.folder = folder;
        this.kept = Math.max(KEPT, kept);
    }

    @Override
    public Classifier train(List<Example> examples) {
        var key = key(examples);
        var file = folder.resolve(HexFormat.of().formatHex(key) + ENDING);
        try {
            var known = ModelFile.read(file, key);
            if (known.isPresent()) {
                return known.get();
            }
        } catch (IOException e) {
            LOG.warn("a learnt model cannot be read, so it is learnt anew: {}", e.toString());
        }
        return learn(examples, key, file);
    }

    private Classifier learn(List<Example> examples, byte[] key, Path file) {
        var classifier = trainer.train(examples);
        if (classifier instanceof Committee committee) { // the others are learnt faster than read
            try {
                ModelFile.write(file, key, committee);
                forgetOldest();
            } catch (IOException e) {
                LOG.warn("a learnt model cannot be kept, so the next start learns it again: {}", e.toString());
            }
        }
        return classifier;
    }

    private void forgetOldest() throws IOException {
        try (var files = Files.list(folder)) {
            var old = files.filter(file -> file.toString().endsWith(ENDING))
                    .sorted(Comparator.comparingLong(
                                    (Path file) -> file.toFile().lastModified())
                            .reversed())
                    .skip(kept)
                    .toList();
            for (var file : old) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Each text with its length before it, so that no two lists of examples read alike. */
    private static byte[] key(List<Example> examples) {
        try {
            var hash = MessageDigest.getInstance("SHA-256");
            add(hash, "version " + OpenNlpTrainer.VERSION);
            for (var example : examples) {
                add(hash, example.text());
                add(hash, example.intent());
                add(hash, example.meant() ? "meant" : "not meant");
            }
            return hash.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static void add(MessageDigest hash, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        hash.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        hash.update(bytes);
    }
}
