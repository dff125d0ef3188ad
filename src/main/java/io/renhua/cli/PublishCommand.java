package io.renhua.cli;

import io.renhua.bundle.Fingerprint;
import io.renhua.dialogue.LivePersona;
import io.renhua.persona.Persona;
import io.renhua.publishing.Audience;
import io.renhua.publishing.Editions;
import io.renhua.publishing.Publications;
import io.renhua.publishing.Release;
import io.renhua.text.Wording;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lets what the files hold speak. */
@Command(
        description = {
            "Publishes what the files of a persona hold, once nothing in it must be mended and its chats go as written. Talks",
            "that go on stay with the version they began with.",
            ""
        },
        footer = {
            "",
            "  renhua publish pao --why \"new opening hours\"",
            "  renhua publish pao --why \"the winter voice\" --to 10%%        # of the conversations that begin",
            "  renhua publish pao --why \"the winter voice\" --to testers    # renhua.testers in config/application.yml",
            "  renhua publish pao --why \"new year\" --at 2027-01-01T00:00",
            "  renhua publish pao --why \"new opening hours\" --approved     # once it was reviewed: renhua review"
        })
final class PublishCommand implements Callable<Integer> {
    private final Scripts scripts;
    private final Judges judges;
    private final Supplier<Publications> open;
    private final Clock clock;

    @Parameters(paramLabel = "PERSONA", description = "Which persona.")
    private String persona = "";

    @Option(names = "--why", required = true, paramLabel = "WORDS", description = "Why, for the history.")
    private String why = "";

    @Option(names = "--who", paramLabel = "NAME", description = "Who does it; default: your name on this machine.")
    private String who = System.getProperty("user.name", "the command line");

    @Option(names = "--to", paramLabel = "AUDIENCE", description = "all (default), testers, or a share such as 10%%.")
    private String to = "all";

    @Option(names = "--at", paramLabel = "TIME", description = "When it begins, here: 2027-01-01T09:00. Default: now.")
    private @Nullable String at;

    @Option(names = "--for", paramLabel = "TIME", description = TrialLink.HELP)
    private String lasts = TrialLink.USUAL;

    @Option(names = "--approved", description = "What was approved last in its review, whatever the files hold now.")
    private boolean approved;

    @Option(names = "--i-mean-it", description = Meaning.HELP)
    private boolean meant;

    @Mixin
    private Language language = new Language();

    @Spec
    private @Nullable CommandSpec spec;

    PublishCommand(Path folder, Function<Persona, LivePersona> learn, Supplier<Publications> open, Clock clock) {
        this.scripts = new Scripts(folder);
        this.judges = new Judges(scripts, learn, clock);
        this.open = open;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        var out = new Paper(spec, language);
        var audience = Audience.of(to)
                .orElseThrow(() -> new UnreadablePersona(
                        Wording.of("--to is all, testers, or a share from 1%% to 99%%, not %s.", to)));
        var begins = begins();
        var _ = new TrialLink(lasts).lasts(); // what is wrong is said before anything is published
        if (approved) {
            publishApproved(audience, begins, out);
            return 0;
        }
        var warnings = judges.leave(persona, meant, Wording.of("published"), out);
        warnings.ifPresent(
                count -> publish(audience, begins, Meaning.of(why, count).in(language.tag()), out));
        return warnings.isPresent() ? 0 : 1;
    }

    private @Nullable Instant begins() {
        if (at == null) {
            return null;
        }
        try {
            var begins = LocalDateTime.parse(at).atZone(ZoneId.systemDefault()).toInstant();
            if (begins.isBefore(clock.instant())) {
                throw new UnreadablePersona(Wording.of("--at is a time to come, and %s is over.", at));
            }
            return begins;
        } catch (DateTimeParseException e) {
            throw new UnreadablePersona(Wording.of("--at is a time such as 2027-01-01T09:00, not %s.", at));
        }
    }

    private void publish(Audience audience, @Nullable Instant begins, String words, Paper out) {
        var folder = scripts.folder(persona);
        var script = scripts.persona(persona);
        var release =
                new Release(script.id(), Fingerprint.of(folder), script.version(), audience, who, words, begins, true);
        try (var publications = open.get()) {
            publish(publications, release, Optional.of(Editions.pack(folder)), out);
        }
    }

    /** What was read is what speaks, whatever the files hold by now. */
    private void publishApproved(Audience audience, @Nullable Instant begins, Paper out) {
        try (var publications = open.get()) {
            var last = publications
                    .reviews(persona)
                    .approved()
                    .orElseThrow(() -> new UnreadablePersona(Wording.of(
                            "Nothing of %s is approved. What was sent, and what came of it: renhua review %s",
                            persona, persona)));
            var release = new Release(persona, last.address(), last.label(), audience, who, why, begins, true);
            publish(publications, release, Optional.empty(), out);
        }
    }

    private void publish(Publications publications, Release release, Optional<byte[]> bundle, Paper out) {
        var published = publications.publish(release, bundle);
        var audience = HistoryCommand.audience(published.audience());
        out.plain(
                release.begins() == null
                        ? Wording.of("%s speaks to %s in a moment.", published.brief(), audience)
                        : Wording.of(
                                "%s speaks to %s from %s on.",
                                published.brief(), audience, HistoryCommand.minute(release.begins())));
        ReviewStory.of(publications.reviews(release.persona()), release.address())
                .forEach(line -> out.plain("  " + out.told(line)));
        if (release.audience() instanceof Audience.Testers) {
            new TrialLink(lasts).print(publications, published.kept(), clock.instant(), out);
        }
    }
}
