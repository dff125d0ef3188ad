package io.renhua.cli;

import io.renhua.bundle.Bundle;
import io.renhua.exchange.Exports;
import io.renhua.text.Wording;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A persona in one file, to take elsewhere. */
@Command(
        description = {
            "Writes a persona into one file, which renhua import takes in elsewhere. The same persona is the same bytes.",
            "With --as it is written in the format of others, as far as that can hold it; what does not fit is said.",
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

    @Option(
            names = "--as",
            paramLabel = "FORMAT",
            description = "bundle, which is usual; character-card (JSON), csv (questions and answers), rasa (a folder),"
                    + " translation (a table for a translator, with --to).")
    private String format = "bundle";

    @Option(
            names = "--to",
            paramLabel = "TAG",
            description = "The language, for a format that holds one; else the persona's default.")
    private @Nullable String locale;

    @Mixin
    private Language language = new Language();

    @Spec
    private @Nullable CommandSpec spec;

    /** @param here where the command was typed: the file's name counts from there */
    ExportCommand(Path folder, Path here) {
        this.scripts = new Scripts(folder);
        this.here = here;
    }

    @Override
    public Integer call() {
        var out = new Paper(spec, language);
        var place = here.resolve(file).toAbsolutePath().normalize();
        switch (format) {
            case "bundle" -> {
                return bundle(place, out);
            }
            case "character-card" -> tell(exports().card(language(), place), out);
            case "csv" -> tell(exports().questions(place), out);
            case "rasa" -> tell(exports().rasa(language(), place), out);
            case "translation" -> {
                scripts.read(persona);
                Exports.translation(scripts.folder(persona), locale == null ? "" : locale, place, language.tag());
            }
            default -> {
                out.aside(Wording.of(
                        "%s is no format that we know. Write instead: --as character-card, csv, rasa or translation",
                        format));
                return 2;
            }
        }
        out.plain(Wording.of("Written: %s", place));
        return 0;
    }

    private int bundle(Path place, Paper out) {
        if (!file.toString().endsWith(".renhua")) {
            out.aside(Wording.of(
                    "A persona goes out as a bundle. Write instead: renhua export %s %s.renhua, or say in which format"
                            + " with --as",
                    persona, persona));
            return 2;
        }
        new Bundle(place)
                .pack(scripts.folder(scripts.persona(persona).id()))
                .forEach(left -> out.aside(
                        Wording.of("Not taken along, as it is no file of a persona: %s", Wording.recalled(left))));
        out.plain(Wording.of("Written: %s", place));
        return 0;
    }

    private Exports exports() {
        return new Exports(scripts.persona(persona), scripts.folder(persona));
    }

    private String language() {
        return locale == null ? scripts.persona(persona).locales().standard() : locale;
    }

    private static void tell(List<Wording> remarks, Paper out) {
        remarks.forEach(out::aside);
    }
}
