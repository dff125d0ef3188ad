package io.renhua.persona;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Objects;

/**
 * One file of a script as it would be after a change.
 *
 * @param before what it held when the change was thought of: it is written only while it still holds that
 */
public record ScriptEdit(Path file, String before, String after) {

    /** Puts the change in the file's place, whole; false when somebody changed the file meanwhile. */
    public boolean write() {
        try {
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

    /** A temporary file is for its owner only, and a script is for whoever could read it before. */
    private static void keepRights(Path from, Path to) throws IOException {
        var rights = Files.getFileAttributeView(from, PosixFileAttributeView.class);
        if (rights != null) {
            Files.setPosixFilePermissions(to, rights.readAttributes().permissions());
        }
    }
}
