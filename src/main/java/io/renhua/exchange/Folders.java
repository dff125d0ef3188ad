package io.renhua.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Objects;

/** Folders of our own, for a while. */
final class Folders {
    private Folders() {}

    /** The ordinary files below a folder, once more below another. */
    static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var each : files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .toList()) {
                var copy = to.resolve(from.relativize(each).toString());
                Files.createDirectories(Objects.requireNonNull(copy.getParent()));
                Files.copy(each, copy);
            }
        }
    }

    static void clear(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
