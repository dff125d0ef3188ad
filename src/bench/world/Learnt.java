package world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** What servers learnt from the persona of the runs, kept below target, so that not every run begins with a lesson. */
public final class Learnt {
    private static final Path KEPT = Path.of("target", "bench-models");

    private Learnt() {}

    /** Before a server starts on that folder. */
    public static void give(Path data) {
        copy(KEPT, data.resolve("models"));
    }

    /** After it has started. */
    public static void keep(Path data) {
        copy(data.resolve("models"), KEPT);
    }

    private static void copy(Path from, Path to) {
        if (!Files.isDirectory(from)) {
            return;
        }
        try (var files = Files.list(from)) {
            Files.createDirectories(to);
            for (var file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("copying what was learnt", e);
        }
    }
}
