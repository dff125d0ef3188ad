package io.renhua.bundle;

import io.renhua.text.Wording;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** A persona in one file: a zip of its folder, with {@code persona.yaml} at the root; or what else travels as a zip. */
public final class Bundle {
    /** The first moment that a zip can tell; always the same, so that the same persona is the same bytes. */
    private static final LocalDateTime NEVER = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final Path file;
    private final Contents contents;

    public Bundle(Path file) {
        this(file, Contents.PERSONA);
    }

    /** @param contents what it may hold */
    public Bundle(Path file, Contents contents) {
        this.file = file;
        this.contents = contents;
    }

    /**
     * Writes the bundle.
     *
     * @param folder such as {@code personas/pao}
     * @return the files that stand in the folder and did not go along
     */
    public List<String> pack(Path folder) {
        try {
            var found = files(folder);
            var own = new TreeMap<>(found);
            own.keySet().removeIf(path -> !contents.holds(path));
            write(own);
            BundleDirectory.read(file, contents);
            return found.keySet().stream()
                    .filter(path -> !own.containsKey(path))
                    .toList();
        } catch (FileAlreadyExistsException e) {
            throw new CannotTravel(Wording.of("There is a file %s already. Write instead: another name.", file));
        } catch (IOException e) {
            throw new UncheckedIOException("writing " + file, e);
        } catch (CannotTravel e) {
            throw withdrawn(e);
        }
    }

    /** Whether it would be unpacked, as far as its directory tells. */
    public boolean isWelcome() {
        try {
            BundleDirectory.read(file, contents);
            return true;
        } catch (CannotTravel e) {
            return false; // whoever unpacks it says why
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + file, e);
        }
    }

    /** Unpacks the bundle into a folder that is empty; nothing is written before its whole directory is judged. */
    public void unpack(Path folder) {
        try {
            var entries = BundleDirectory.read(file, contents);
            try (var zip = new ZipFile(file.toFile())) {
                for (var entry : entries) {
                    unpack(zip, entry, folder.resolve(entry.path()));
                }
            }
        } catch (ZipException e) {
            throw damaged();
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + file, e);
        }
    }

    private static void unpack(ZipFile zip, BundleEntry entry, Path to) throws IOException {
        var packed = zip.getEntry(entry.path());
        if (packed == null) {
            throw damaged();
        }
        Files.createDirectories(to.getParent());
        var checksum = new CRC32();
        try (var in = new CheckedInputStream(zip.getInputStream(packed), checksum);
                var out = Files.newOutputStream(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            var piece = new byte[1 << 13];
            long left = entry.size();
            for (int read = in.read(piece); read >= 0 && left >= 0; read = in.read(piece)) {
                left -= read;
                out.write(piece, 0, left < 0 ? 0 : read);
            }
            if (left != 0 || checksum.getValue() != entry.checksum()) {
                throw damaged();
            }
        }
    }

    private void write(Map<String, Path> own) throws IOException {
        var out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (var zip = new ZipOutputStream(new BufferedOutputStream(out))) {
            for (var each : own.entrySet()) {
                var entry = new ZipEntry(each.getKey());
                entry.setTimeLocal(NEVER);
                zip.putNextEntry(entry);
                Files.copy(each.getValue(), zip);
                zip.closeEntry();
            }
        }
    }

    /** The ordinary files below a folder, by path. A link is none: what it leads to may be anywhere. */
    static Map<String, Path> files(Path folder) throws IOException {
        try (var found = Files.walk(folder)) {
            var files = new TreeMap<String, Path>();
            found.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                    .forEach(path -> files.put(name(folder, path), path));
            return files;
        }
    }

    /** What nobody could read again is not left behind. */
    private CannotTravel withdrawn(CannotTravel why) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            why.addSuppressed(e);
        }
        return why;
    }

    private static String name(Path folder, Path path) {
        var name = folder.relativize(path).toString().replace('\\', '/');
        return Files.isSymbolicLink(path) ? Wording.of("%s (a link)", name).toString() : name;
    }

    private static CannotTravel damaged() {
        return new CannotTravel(Wording.of("The bundle is refused: what is in it is damaged."));
    }
}
