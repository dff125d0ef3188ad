package io.renhua.persona;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Objects;

/**
 * One file of a script as it would be after a change.
 *
 * @param before what it held when the change was thought of, nothing where it was not there: it is written only while
 *     that is so
 */
public record ScriptEdit(Path file, String before, String after) {

    /** Puts the change in the file's place, whole; false when somebody changed the file meanwhile. */
    public boolean write() {
        try {
            if (before.isEmpty() && !Files.exists(file)) {
                return begin();
            }
            var real = file.toRealPath();
            if (!Files.readString(real).equals(before)) {
                return false;
            }
            var fresh = Files.createTempFile(Objects.requireNonNull(real.getParent()), ".renhua", ".tmp");
            try {
                Files.writeString(fresh, after);
                keepRights(real, fresh);
                Files.move(fresh, real, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(fresh);
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException("writing " + file, e);
        }
    }

    /** Takes a written change back; false when somebody changed the file since. */
    public boolean undo() {
        if (!before.isEmpty()) {
            return new ScriptEdit(file, /* before= */ after, /* after= */ before).write();
        }
        try {
            return Files.readString(file).equals(after) && Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("taking back " + file, e);
        }
    }

    private boolean begin() throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        try {
            Files.writeString(file, after, StandardOpenOption.CREATE_NEW);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false; // somebody was faster
        }
    }

    /** A temporary file is for its owner only, and a script is for whoever could read it before. */
    private static void keepRights(Path from, Path to) throws IOException {
        var rights = Files.getFileAttributeView(from, PosixFileAttributeView.class);
        if (rights != null) {
            Files.setPosixFilePermissions(to, rights.readAttributes().permissions());
        }
    }
}
