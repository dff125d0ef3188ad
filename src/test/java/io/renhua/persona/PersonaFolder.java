package io.renhua.persona;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A copy of the small test persona 墨 that a test may spoil. */
public final class PersonaFolder {
    public static final Path MO = Path.of("src/test/resources/personas/mo");

    private final Path folder;

    private PersonaFolder(Path folder) {
        this.folder = folder;
    }

    public static PersonaFolder copiedTo(Path directory) {
        var folder = directory.resolve("mo");
        try (var paths = Files.walk(MO)) {
            Files.createDirectories(directory);
            for (var path : paths.toList()) {
                Files.copy(path, folder.resolve(MO.relativize(path).toString()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new PersonaFolder(folder);
    }

    public PersonaFolder change(String file, String from, String to) {
        try {
            var text = Files.readString(folder.resolve(file));
            if (!text.contains(from)) {
                throw new IllegalArgumentException(file + " has no " + from);
            }
            return write(file, text.replace(from, to));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public PersonaFolder write(String file, String text) {
        return write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    public PersonaFolder write(String file, byte[] bytes) {
        try {
            Files.createDirectories(folder.resolve(file).getParent());
            Files.write(folder.resolve(file), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    public PersonaFolder delete(String file) {
        try {
            Files.delete(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    public Reading read() {
        return new PersonaReader().read(folder);
    }
}
