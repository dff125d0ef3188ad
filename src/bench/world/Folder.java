package world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** A folder of a run's own, gone when closed. */
public record Folder(Path path) implements AutoCloseable {
    public static Folder temporary(String name) {
        try {
            return new Folder(Files.createTempDirectory("renhua-" + name));
        } catch (IOException e) {
            throw new UncheckedIOException("making a temporary folder", e);
        }
    }

    public Path resolve(String name) {
        return path.resolve(name);
    }

    @Override
    public void close() {
        try (var files = Files.walk(path)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException("clearing " + path, e);
        }
    }
}
