package io.renhua.cli;

import io.renhua.publishing.Comparison;
import io.renhua.publishing.Difference;
import io.renhua.publishing.Publications;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
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

    @Spec
    private @Nullable CommandSpec spec;

    DiffCommand(Path folder, Supplier<Publications> open, Clock clock) {
        this.scripts = new Scripts(folder);
        this.open = open;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        var out = new Paper(spec);
        try (var publications = open.get()) {
            var versions = new Versions(publications, persona, clock.instant());
            Stream.of(from, to)
                    .distinct()
                    .forEach(version ->
                            versions.story(version, scripts).forEach(line -> out.plain(version + ": " + line)));
            var differences = Comparison.of(versions.persona(from, scripts), versions.persona(to, scripts));
            if (differences.isEmpty()) {
                out.plain("Nothing is different between " + from + " and " + to + ".");
            }
            differences.forEach(each -> show(each, out));
        }
        return 0;
    }

    private static void show(Difference difference, Paper out) {
        out.plain(difference.place()
                + (difference.what().isEmpty() ? "" : ", " + what(difference.what()))
                + (difference.locale().isEmpty() ? "" : ", " + difference.locale()));
        difference.before().forEach(text -> show("  - ", text, out));
        difference.after().forEach(text -> show("  + ", text, out));
    }

    private static String what(String what) {
        return switch (what) {
            case "asks" -> "when people say";
            case "says" -> "we say";
            default -> what;
        };
    }

    private static void show(String sign, String text, Paper out) {
        out.plain(sign + text.replace("\n", "\n    "));
    }
}
