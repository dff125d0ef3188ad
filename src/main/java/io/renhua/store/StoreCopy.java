package io.renhua.store;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import io.renhua.text.Wording;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A copy of a store of our own, to be read instead of it: what H2 has to mend when it opens a file, it mends there. Until it
 * is closed, no server opens the file itself.
 */
final class StoreCopy implements AutoCloseable {
    private static final String FILE = "renhua.mv.db";

    private final Path folder;
    private final Path beside;
    private final FileChannel file;

    private StoreCopy(Path folder, FileChannel file) {
        this.folder = folder;
        this.beside = folder.resolve("moving");
        this.file = file;
    }

    /** @throws CannotMove when there is none, or somebody has it open */
    static StoreCopy of(Path folder) {
        var from = folder.resolve(FILE);
        if (!Files.exists(from)) {
            throw new CannotMove(Wording.of("There is no store in %s; renhua.data names its folder.", folder));
        }
        try {
            var copy = new StoreCopy(folder, FileChannel.open(from, READ, WRITE));
            try {
                copy.keepOthersOut();
                copy.make();
                return copy;
            } catch (IOException | RuntimeException e) {
                copy.close();
                throw e;
            }
        } catch (IOException e) {
            throw new CannotMove(
                    Wording.of(
                            "Nothing was moved: the store in %s cannot be copied; there must be room for it a second"
                                    + " time.",
                            folder),
                    e);
        }
    }

    private void keepOthersOut() throws IOException {
        if (lock() == null) {
            throw new CannotMove(Wording.of("A server has the store in %s open; stop it, then move it.", folder));
        }
    }

    private @Nullable FileLock lock() throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // a server in our own process
        }
    }

    private void make() throws IOException {
        clear(); // what a move left that was killed
        StoreSettings.inFolder(beside);
        try (var to = FileChannel.open(beside.resolve(FILE), CREATE_NEW, WRITE)) {
            for (long copied = 0; copied < file.size(); ) {
                copied += file.transferTo(copied, file.size() - copied, to);
            }
        }
    }

    StoreSettings settings() {
        return StoreSettings.inFolder(beside);
    }

    private void clear() throws IOException {
        if (Files.exists(beside)) {
            try (var files = Files.list(beside)) {
                for (var each : files.toList()) {
                    Files.delete(each);
                }
            }
            Files.delete(beside);
        }
    }

    @Override
    public void close() {
        try (file) {
            clear();
        } catch (IOException e) {
            throw new CannotMove(
                    Wording.of("The copy in %s cannot be removed; remove it, it holds what people said.", beside), e);
        }
    }
}
