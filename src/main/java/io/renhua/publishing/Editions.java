package io.renhua.publishing;

import io.renhua.bundle.Bundle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Versions as folders again, and which one of each persona was live when we last knew: with these a start needs neither the
 * store nor files without mistakes. They can be thrown away; the store has them all.
 */
public final class Editions {
    private static final Logger LOG = LoggerFactory.getLogger(Editions.class);
    private static final String LIVE = ".live";
    private static final Pattern ADDRESS = Pattern.compile("[0-9a-f]{12}");

    private final Path folder;

    /** @param data folder of what is kept */
    public Editions(Path data) {
        this.folder = data.resolve("versions");
    }

    /** The bundle of what a persona's folder holds. */
    public static byte[] pack(Path script) {
        return aside(room -> {
            var file = room.resolve("persona.renhua");
            var _ = new Bundle(file).pack(script);
            return Files.readAllBytes(file);
        });
    }

    /** Opens a version for as long as work on it takes. */
    public static <T> T open(String persona, String address, byte[] bundle, Function<Path, T> work) {
        return aside(room -> work.apply(new Editions(room).unpacked(persona, address, () -> bundle)));
    }

    private static <T> T aside(Work<T> work) {
        try {
            var room = Files.createTempDirectory("renhua-version");
            try {
                return work.in(room);
            } finally {
                clear(room);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("packing or unpacking a version", e);
        }
    }

    @FunctionalInterface
    private interface Work<T> {
        T in(Path room) throws IOException;
    }

    /** A version's folder, named as the persona is; made from its bundle when it is not there. */
    public Path unpacked(String persona, String address, Supplier<byte[]> bundle) {
        var place = place(address).resolve(persona);
        if (!Files.exists(place)) {
            unpack(bundle.get(), persona, place(address));
        }
        return place;
    }

    private Path place(String address) {
        return folder.resolve(Publication.brief(address));
    }

    private void unpack(byte[] bundle, String persona, Path place) {
        try {
            Files.createDirectories(folder);
            var room = Files.createTempDirectory(folder, ".unpacking-");
            try {
                var file = Files.write(room.resolve("persona.renhua"), bundle);
                var ready = Files.createDirectory(room.resolve("ready"));
                new Bundle(file).unpack(Files.createDirectory(ready.resolve(persona)));
                Files.move(ready, place, StandardCopyOption.ATOMIC_MOVE);
            } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
                // somebody was faster, and has unpacked the same
            } finally {
                clear(room);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("unpacking a version of " + persona + " into " + folder, e);
        }
    }

    /** Notes which version speaks, for the next start. */
    public void live(String persona, String address) {
        try {
            Files.createDirectories(folder);
            var next = Files.writeString(folder.resolve(persona + ".next"), address);
            Files.move(
                    next,
                    folder.resolve(persona + LIVE),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("noting what of " + persona + " speaks, in " + folder, e);
        }
    }

    /** Clears away all but what speaks: every other version is in the store. */
    public void tidy() {
        try (var found = Files.list(folder)) {
            var entries = found.toList();
            var speaking = new HashSet<String>();
            for (var entry : entries) {
                if (entry.toString().endsWith(LIVE)) {
                    speaking.add(Publication.brief(Files.readString(entry)));
                }
            }
            for (var entry : entries) {
                var name = entry.getFileName().toString();
                if (ADDRESS.matcher(name).matches() && !speaking.contains(name)) {
                    clear(entry);
                }
            }
        } catch (IOException e) {
            LOG.debug("versions that speak no more are left in {}: {}", folder, e.toString());
        }
    }

    /** What spoke last, as far as it is still there. */
    public Optional<Live> live(String persona) {
        try {
            var address = Files.readString(folder.resolve(persona + LIVE));
            var place = place(address).resolve(persona);
            return Files.isDirectory(place) ? Optional.of(new Live(address, place)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // nothing was published here
        }
    }

    public record Live(String address, Path folder) {}

    private static void clear(Path room) throws IOException {
        try (var files = Files.walk(room)) {
            for (var each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
