package io.renhua.cli;

import io.renhua.bundle.Bundle;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A persona in one file, to take elsewhere. */
@Command(
        description = {
            "Writes a persona into one file, which renhua import takes in elsewhere. The same persona is the same bytes.",
            ""
        })
final class ExportCommand implements Callable<Integer> {
    private final Scripts scripts;
    private final Path here;

    @Parameters(index = "0", paramLabel = "PERSONA", description = "Which persona.")
    private String persona = "";

    @Parameters(
            index = "1",
            paramLabel = "FILE",
            description = "The file, such as pao.renhua; it must not be there yet.")
    private Path file = Path.of("persona.renhua");

    @Spec
    private @Nullable CommandSpec spec;

    /** @param here where the command was typed: the file's name counts from there */
    ExportCommand(Path folder, Path here) {
        this.scripts = new Scripts(folder);
        this.here = here;
    }

    @Override
    public Integer call() {
        var out = new Paper(spec);
        if (!file.toString().endsWith(".renhua")) {
            out.aside("A persona goes out as a bundle. Write instead: renhua export " + persona + " " + persona
                    + ".renhua");
            return 2;
        }
        var bundle = here.resolve(file).toAbsolutePath().normalize();
        var id = scripts.persona(persona).id();
        new Bundle(bundle)
                .pack(scripts.folder(id))
                .forEach(left -> out.aside("Not taken along, as it is no file of a persona: " + left));
        out.plain("Written: " + bundle);
        return 0;
    }
}
