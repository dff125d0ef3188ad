package io.renhua.cli;

import io.renhua.text.Wording;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A copy of the store. */
@Command(
        description = {
            "Writes the whole store into a new zip file, as it is at this moment; a server that runs goes on.",
            "To restore, stop the server, unpack the file into the folder renhua.data, and start.",
            ""
        })
final class BackupCommand implements Callable<Integer> {
    private final Consumer<Path> backup;
    private final Path here;

    @Parameters(paramLabel = "FILE", description = "The zip file; it must not be there yet.")
    private Path file = Path.of("renhua.zip");

    @Mixin
    private Language language = new Language();

    @Spec
    private @Nullable CommandSpec spec;

    /** @param here where the command was typed: the file's name counts from there */
    BackupCommand(Consumer<Path> backup, Path here) {
        this.backup = backup;
        this.here = here;
    }

    @Override
    public Integer call() {
        var archive = here.resolve(file).toAbsolutePath().normalize();
        backup.accept(archive);
        new Paper(spec, language).plain(Wording.of("Written: %s", archive));
        return 0;
    }
}
