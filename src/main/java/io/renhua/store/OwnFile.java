package io.renhua.store;

import io.renhua.text.Wording;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A file that holds what people said: nobody else on the machine may read it. */
final class OwnFile {
    private OwnFile() {}

    /** Makes it, empty; one that is there already is not touched. */
    static void create(Path file) {
        try {
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } else {
                Files.createFile(file);
            }
        } catch (FileAlreadyExistsException e) {
            throw new StoreAway(Wording.of("%s is there already", file));
        } catch (IOException e) {
            throw new StoreAway(
                    Wording.of("%s cannot be written; is its folder there, and may the server write to it?", file));
        }
    }
}
