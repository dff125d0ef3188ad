package io.renhua.cli;

import io.renhua.bundle.Arrivals;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A persona from elsewhere. */
@Command(
        description = {
            "Takes in a persona from a file that renhua export wrote, as a new folder. It is refused when its script cannot"
                    + " be read, and never stands in for a persona that is there.",
            ""
        })
final class ImportCommand implements Callable<Integer> {
    private final Path folder;
    private final Path here;

    @Parameters(paramLabel = "FILE", description = "The file, such as pao.renhua.")
    private Path file = Path.of("persona.renhua");

    @Option(names = "--as", paramLabel = "NAME", description = "What it shall be called here; else as it was there.")
    private @Nullable String name;

    @Spec
    private @Nullable CommandSpec spec;

    /** @param here where the command was typed: the file's name counts from there */
    ImportCommand(Path folder, Path here) {
        this.folder = folder;
        this.here = here;
    }

    @Override
    public Integer call() {
        var out = new Paper(spec);
        var bundle = here.resolve(file).toAbsolutePath().normalize();
        if (!Files.isRegularFile(bundle)) {
            out.aside("There is no file " + bundle + ".");
            return 1;
        }
        var id = new Arrivals(folder).welcome(bundle, Optional.ofNullable(name));
        out.plain("There is a persona " + id + " now. To see what is wrong with it: renhua lint " + id);
        return 0;
    }
}
