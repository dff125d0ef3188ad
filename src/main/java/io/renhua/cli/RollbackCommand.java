package io.renhua.cli;

import io.renhua.publishing.Audience;
import io.renhua.publishing.Publication;
import io.renhua.publishing.Publications;
import io.renhua.publishing.Release;
import io.renhua.text.Wording;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes back what speaks. */
@Command(
        description = {
            "Lets an earlier version of a persona speak again, at once and to everybody. The files stay as they are; they are",
            "published again when they are changed.",
            ""
        })
final class RollbackCommand implements Callable<Integer> {
    private final Supplier<Publications> open;
    private final Clock clock;

    @Parameters(paramLabel = "PERSONA", description = "Which persona.")
    private String persona = "";

    @Option(names = "--to", paramLabel = "VERSION", description = "Which version; default: the one before.")
    private @Nullable String to;

    @Option(names = "--why", required = true, paramLabel = "WORDS", description = "Why, for the history.")
    private String why = "";

    @Option(names = "--who", paramLabel = "NAME", description = "Who does it; default: your name on this machine.")
    private String who = System.getProperty("user.name", "the command line");

    @Mixin
    private Language language = new Language();

    @Spec
    private @Nullable CommandSpec spec;

    RollbackCommand(Supplier<Publications> open, Clock clock) {
        this.open = open;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        var out = new Paper(spec, language);
        try (var publications = open.get()) {
            var versions = new Versions(publications, persona, clock.instant());
            var live = versions.live();
            var back = to == null ? before(versions, live) : versions.named(to);
            if (back.address().equals(live.address())) {
                out.plain(Wording.of("%s speaks already.", back.brief()));
                return 0;
            }
            var release =
                    new Release(persona, back.address(), back.label(), new Audience.Everybody(), who, why, null, false);
            var _ = publications.publish(release, Optional.empty());
            out.plain(Wording.of("%s speaks again in a moment; %s stays in the history.", back.brief(), live.brief()));
            return 0;
        }
    }

    /** What spoke to everybody before what speaks now. */
    private Publication before(Versions versions, Publication live) {
        return versions.all().stream()
                .filter(each -> each.audience() instanceof Audience.Everybody)
                .filter(each -> each.number() < live.number() && !each.address().equals(live.address()))
                .findFirst()
                .orElseThrow(() ->
                        new UnreadablePersona(Wording.of("Nothing of %s spoke before %s.", persona, live.brief())));
    }
}
