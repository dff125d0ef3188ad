package io.renhua.cli;

import io.renhua.exchange.Imports;
import io.renhua.text.Wording;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A persona from elsewhere. */
@Command(
        description = {
            "Takes in a persona, as a new folder, from a file that renhua export wrote, or from another form: a character"
                    + " card (JSON, PNG, CHARX), a table of questions and answers (CSV), a Rasa project (its folder, or"
                    + " nlu.yml and domain.yml), the questions and answers of Botpress (JSON), a bot in AIML or RiveScript"
                    + " (a file, or its folder), a log of chats with people (with --ours). It is refused when its script could not be read, and never stands in for"
                    + " a persona that is there. What did not fit is said.",
            ""
        })
final class ImportCommand implements Callable<Integer> {
    private final Path folder;
    private final Path here;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "The file, such as pao.renhua, card.png or faq.csv; or the files or the folder of a project.")
    private List<Path> files = List.of();

    @Option(names = "--as", paramLabel = "NAME", description = "What it shall be called here; else as it was there.")
    private @Nullable String name;

    @Option(
            names = "--into",
            paramLabel = "PERSONA",
            description =
                    "Takes questions and answers, or a log of chats, into this persona, as a new file under lines/.")
    private @Nullable String persona;

    @Option(
            names = "--ours",
            paramLabel = "NAME",
            description =
                    "Who speaks for the brand in a log of chats, as it stands there; may be given more than once.")
    private List<String> ours = List.of();

    @Option(
            names = "--translation",
            paramLabel = "PERSONA",
            description = "Takes back what a translator wrote into a table that renhua export --as translation made.")
    private @Nullable String translated;

    @Option(
            names = "--locale",
            paramLabel = "TAG",
            description = "What it is written in, such as zh-Hant; else its words tell.")
    private @Nullable String locale;

    @Mixin
    private Language language = new Language();

    @Spec
    private @Nullable CommandSpec spec;

    /** @param here where the command was typed: the files' names count from there */
    ImportCommand(Path folder, Path here) {
        this.folder = folder;
        this.here = here;
    }

    @Override
    public Integer call() {
        var out = new Paper(spec, language);
        var sources = files.stream()
                .map(file -> here.resolve(file).toAbsolutePath().normalize())
                .toList();
        for (var source : sources) {
            if (!Files.exists(source)) {
                out.aside(Wording.of("There is no file %s.", source));
                return 1;
            }
        }
        var imports = new Imports(folder, language.tag());
        if (translated != null) {
            new Scripts(folder).read(translated);
            var changed = imports.translation(sources.getFirst(), translated);
            changed.forEach(file -> out.plain(Wording.of("Written: %s", file)));
            out.plain(
                    changed.isEmpty()
                            ? Wording.of("Nothing in it is new.")
                            : Wording.of("To see what is wrong now: renhua lint %s", translated));
            return 0;
        }
        if (persona != null) {
            new Scripts(folder).persona(persona);
            var added = imports.add(
                    sources.getFirst(),
                    persona,
                    Optional.ofNullable(name),
                    Optional.ofNullable(locale),
                    Set.copyOf(ours));
            added.remarks().forEach(out::plain);
            return 0;
        }
        var arrived =
                imports.welcome(sources, Optional.ofNullable(name), Optional.ofNullable(locale), Set.copyOf(ours));
        arrived.remarks().forEach(out::plain);
        out.plain(Wording.of(
                "There is a persona %s now. To see what is wrong with it: renhua lint %s",
                arrived.persona(), arrived.persona()));
        return 0;
    }
}
