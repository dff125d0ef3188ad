package io.renhua.cli;

import io.renhua.publishing.Comparison;
import io.renhua.publishing.Difference;
import io.renhua.publishing.Publications;
import io.renhua.text.Wording;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What is different between two versions of a persona, sentence by sentence. */
@Command(
        description = {
            "Shows what is different between two versions of a persona, sentence by sentence: - what is gone, + what is new.",
            "A version is live, draft (what the files hold), review (what was sent to be reviewed), or the beginning of an address",
            "that history shows. Who reviewed it stands above.",
            ""
        })
final class DiffCommand implements Callable<Integer> {
    private final Scripts scripts;
    private final Supplier<Publications> open;
    private final Clock clock;

    @Parameters(index = "0", paramLabel = "PERSONA", description = "Which persona.")
    private String persona = "";

    @Parameters(index = "1", paramLabel = "FROM", arity = "0..1", description = "Default: live.")
    private String from = "live";

    @Parameters(index = "2", paramLabel = "TO", arity = "0..1", description = "Default: draft.")
    private String to = "draft";

    @Mixin
    private Language language = new Language();

    @Spec
    private @Nullable CommandSpec spec;

    DiffCommand(Path folder, Supplier<Publications> open, Clock clock) {
        this.scripts = new Scripts(folder);
        this.open = open;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        var out = new Paper(spec, language);
        try (var publications = open.get()) {
            var versions = new Versions(publications, persona, clock.instant());
            Stream.of(from, to)
                    .distinct()
                    .forEach(version -> versions.story(version, scripts)
                            .forEach(line -> out.plain(Wording.of("%s: %s", version, line))));
            var differences = Comparison.of(versions.persona(from, scripts), versions.persona(to, scripts));
            if (differences.isEmpty()) {
                out.plain(Wording.of("Nothing is different between %s and %s.", from, to));
            }
            differences.forEach(each -> show(each, out));
        }
        return 0;
    }

    private static void show(Difference difference, Paper out) {
        var about = Stream.of(difference.place(), what(difference.what()), difference.locale())
                .filter(each -> !each.isEmpty())
                .toList();
        out.plain(Wording.joined("%s, %s", about));
        difference.before().forEach(text -> show("  - ", text, out));
        difference.after().forEach(text -> show("  + ", text, out));
    }

    private static CharSequence what(String what) {
        return switch (what) {
            case "asks" -> Wording.of("when people say");
            case "says" -> Wording.of("we say");
            default -> what;
        };
    }

    private static void show(String sign, String text, Paper out) {
        out.plain(sign + text.replace("\n", "\n    "));
    }
}
