package io.renhua.cli;

import io.renhua.exchange.Beginnings;
import io.renhua.text.Han;
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

/** A persona to begin with. */
@Command(
        description =
                "Begins a persona: its folder, with all that every persona must be able to say, one line, and tests.")
final class NewCommand implements Callable<Integer> {
    private final Path folder;

    @Parameters(paramLabel = "PERSONA", description = "What its folder shall be called, such as mine.")
    private String id = "";

    @Option(names = "--nickname", paramLabel = "NAME", required = true, description = "What people call it.")
    private String nickname = "";

    @Option(names = "--brand", paramLabel = "NAME", required = true, description = "Whose friend it is.")
    private String brand = "";

    @Option(
            names = "--locale",
            paramLabel = "TAG",
            split = ",",
            description = "What it speaks, the first by default: zh-Hant, zh-Hans, en. Without it the nickname tells.")
    private List<String> locales = List.of();

    @Mixin
    private Language language = new Language();

    @Spec
    private @Nullable CommandSpec spec;

    NewCommand(Path folder) {
        this.folder = folder;
    }

    @Override
    public Integer call() {
        var spoken = locales.isEmpty() ? List.of(told()) : locales;
        new Beginnings(folder, language.tag())
                .begin(id, nickname, brand, spoken.stream().distinct().toList());
        var out = new Paper(spec, language);
        out.plain(Wording.of("There is a persona %s now, in %s.", id, folder.resolve(id)));
        out.plain(Wording.of(
                "What to do next: renhua chat %s talks with it, renhua lint %s says what to look at, and its lines stand"
                        + " in lines/first.yaml.",
                id, id));
        return 0;
    }

    private String told() {
        return nickname.codePoints().anyMatch(Han::isHan) ? "zh-Hant" : "en";
    }
}
