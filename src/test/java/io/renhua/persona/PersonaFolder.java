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

    /** Orders are found by a program, and not in a table. */
    public PersonaFolder withAction() {
        return change("persona.yaml", "    does: look_up.orders\n", "    does: action.find_order\n")
                .change(
                        "tests/orders.yaml",
                        "        orders: {result: shipped, eta: 週五}",
                        "        find_order: {result: shipped, eta: 2026-11-27}")
                .change("persona.yaml", "look_ups:\n  orders:\n    table: tables/orders.csv\n    by: order_no\n", """
                        actions:
                          find_order:
                            returns:
                              shipped: {eta: date}
                              none: {}
                            meanwhile: 我查一下。
                            failed:
                              says: 系統不理我。
                        """)
                .change("locales/en/persona.yaml", "forms:\n", """
                        actions:
                          find_order:
                            meanwhile: Let me look.
                            failed:
                              says: The system is not answering.

                        forms:
                        """)
                .delete("tables/orders.csv");
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
