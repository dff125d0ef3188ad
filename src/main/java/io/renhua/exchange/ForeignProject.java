package io.renhua.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Several files that are one thing: a folder with all in it, or the files as they were named. */
record ForeignProject(List<Path> sources) {
    private static final int DEEPEST = 4;

    /** What its folder is called. */
    String name() {
        var first = sources.getFirst().toAbsolutePath().normalize();
        var folder = Files.isDirectory(first) ? first : Objects.requireNonNull(first.getParent());
        return String.valueOf(folder.getFileName());
    }

    /** Its files, in the order of their names: those that were named, and of a folder those that end so. */
    List<Path> files(String ending) {
        return sources.stream()
                .flatMap(source -> files(source, ending).stream())
                .toList();
    }

    private static List<Path> files(Path source, String ending) {
        if (!Files.isDirectory(source)) {
            return List.of(source);
        }
        try (var found = Files.walk(source, DEEPEST)) {
            return found.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(file -> file.toString().matches(".*\\.(?:" + ending + ")"))
                    .filter(file -> !source.relativize(file).toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("listing " + source, e);
        }
    }
}
