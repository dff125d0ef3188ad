package io.renhua.cli;

import io.renhua.bundle.Fingerprint;
import io.renhua.dialogue.LivePersona;
import io.renhua.persona.Persona;
import io.renhua.publishing.Editions;
import io.renhua.publishing.Programme;
import io.renhua.publishing.Publications;
import io.renhua.publishing.Review;
import io.renhua.publishing.ReviewWish;
import io.renhua.publishing.Reviews;
import io.renhua.text.Wording;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Four eyes: one writes, another reads it before it speaks. */
@Command(
        description = {
            "Four eyes on a version before it speaks: whoever wrote it sends it, somebody else approves it or sends it back.",
            "Without a wish, shows what was sent and what came of it. Where renhua.publish is reviewed, nothing speaks to",
            "everybody without it.",
            ""
        },
        footer = {
            "",
            "  renhua review pao                                                  # what waits, and what was done",
            "  renhua review pao --send --why \"new opening hours\"                 # what the files hold",
            "  renhua diff pao live review                                        # what is new in it",
            "  renhua review pao --approve --who mei --why \"reads well\"",
            "  renhua review pao --back --who mei --why \"too stiff on Sundays\"",
            "  renhua publish pao --approved --why \"new opening hours\""
        })
final class ReviewCommand implements Callable<Integer> {
    private final Scripts scripts;
    private final Judges judges;
    private final Supplier<Publications> open;
    private final Clock clock;

    @Parameters(index = "0", paramLabel = "PERSONA", description = "Which persona.")
    private String persona = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "VERSION",
            description = "Which version, as this command shows it. Default: what was sent last.")
    private @Nullable String version;

    @ArgGroup
    private @Nullable Wish wish;

    @Option(names = "--why", paramLabel = "WORDS", description = "A word why, for the history.")
    private String why = "";

    @Option(names = "--who", paramLabel = "NAME", description = "Who does it; default: your name on this machine.")
    private String who = System.getProperty("user.name", "the command line");

    @Option(names = "--for", paramLabel = "TIME", description = TrialLink.HELP)
    private String lasts = TrialLink.USUAL;

    @Option(names = "--i-mean-it", description = Meaning.HELP)
    private boolean meant;

    @Mixin
    private Language language = new Language();

    @Spec
    private @Nullable CommandSpec spec;

    /** One step at a time. */
    private static final class Wish {
        @Option(names = "--send", description = "Sends what the files hold, once nothing in it must be mended.")
        private boolean send;

        @Option(names = "--approve", description = "Lets it be published; for somebody else than who sent it.")
        private boolean approve;

        @Option(names = "--back", description = "Sends it back, or takes an approval back.")
        private boolean back;

        Review.Step step() {
            var wanted = Map.of(Review.Step.SENT, send, Review.Step.APPROVED, approve, Review.Step.SENT_BACK, back);
            return Stream.of(Review.Step.values())
                    .filter(wanted::get)
                    .findFirst()
                    .orElseThrow();
        }
    }

    ReviewCommand(Path folder, Function<Persona, LivePersona> learn, Supplier<Publications> open, Clock clock) {
        this.scripts = new Scripts(folder);
        this.judges = new Judges(scripts, learn, clock);
        this.open = open;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        var out = new Paper(spec, language);
        if (wish == null) {
            return list(out);
        }
        if (why.isBlank()) {
            throw new UnreadablePersona(Wording.of("Say why, for whoever reads the history: --why \"reads well\""));
        }
        var step = wish.step();
        return step == Review.Step.SENT ? send(out) : decide(out, step);
    }

    private int send(Paper out) {
        var _ = new TrialLink(lasts).lasts(); // what is wrong is said before anything is sent
        var warnings = judges.leave(persona, meant, Wording.of("sent"), out);
        if (warnings.isEmpty()) {
            return 1;
        }
        var words = Meaning.of(why, warnings.getAsInt()).in(language.tag());
        var folder = scripts.folder(persona);
        var script = scripts.persona(persona);
        var sent = new ReviewWish(script.id(), Fingerprint.of(folder), script.version(), Review.Step.SENT, who, words);
        try (var publications = open.get()) {
            var step = publications.review(sent, Optional.of(Editions.pack(folder)));
            out.plain(Wording.of(
                    "%s waits for somebody else than %s to read it. %s",
                    step.brief(), step.who(), whatIsNew(publications, step)));
            new TrialLink(lasts).print(publications, step.kept(), clock.instant(), out);
        }
        return 0;
    }

    /** What speaks is there to compare with, or nothing is yet. */
    private Wording whatIsNew(Publications publications, Review step) {
        return Programme.of(publications.of(persona), clock.instant()).live().isPresent()
                ? Wording.of("What is new: renhua diff %s live %s", persona, step.brief())
                : Wording.of("Nothing of %s speaks yet, so all of it is new: renhua chat %s", persona, persona);
    }

    private int decide(Paper out, Review.Step step) {
        try (var publications = open.get()) {
            var about = about(publications.reviews(persona), step);
            var done = publications.review(
                    new ReviewWish(persona, about.address(), about.label(), step, who, why), Optional.empty());
            out.plain(
                    step == Review.Step.APPROVED
                            ? Wording.of(
                                    "%s is approved. To let it speak: renhua publish %s --approved --why \"…\"",
                                    done.brief(), persona)
                            : Wording.of("%s is sent back, and is not published like this.", done.brief()));
        }
        return 0;
    }

    private Review about(Reviews reviews, Review.Step step) {
        if (version != null) {
            return named(reviews, persona, version);
        }
        return reviews.waiting()
                .or(() -> step == Review.Step.SENT_BACK ? reviews.approved() : Optional.empty())
                .orElseThrow(() -> new UnreadablePersona(nothingWaits(persona)));
    }

    static Wording nothingWaits(String persona) {
        return Wording.of(
                "Nothing of %s waits for a review. To send what the files hold: renhua review %s --send --why \"…\"",
                persona, persona);
    }

    /** A version that was sent, by the beginning of its address. */
    private static Review named(Reviews reviews, String persona, String address) {
        return reviews.all().stream()
                .filter(each ->
                        address.length() >= Versions.SHORTEST && each.address().startsWith(address))
                .findFirst()
                .orElseThrow(() -> new UnreadablePersona(Wording.of(
                        "No version %s of %s was sent to be reviewed. What was: renhua review %s",
                        address, persona, persona)));
    }

    private int list(Paper out) {
        try (var publications = open.get()) {
            var reviews = publications.reviews(persona);
            if (reviews.all().isEmpty()) {
                out.plain(nothingWaits(persona));
            }
            var addresses = new LinkedHashSet<String>();
            reviews.all().forEach(step -> addresses.add(step.address()));
            addresses.forEach(address -> entry(out, reviews, address));
            if (reviews.waiting().isPresent()) {
                meant(out, publications);
            }
        }
        return 0;
    }

    /** What its author silenced, for whoever reads it. */
    private void meant(Paper out, Publications publications) {
        var reading = new Versions(publications, persona, clock.instant()).reading("review", scripts);
        Judges.meant(reading)
                .forEach(each -> out.plain("  "
                        + out.told(Wording.of(
                                "meant so, %s:%s %s: %s",
                                each.problem().file(),
                                each.problem().line(),
                                each.problem().code(),
                                each.reason()))));
    }

    private static void entry(Paper out, Reviews reviews, String address) {
        reviews.standing(address)
                .ifPresent(last -> out.plain(last.brief() + (last.label().isEmpty() ? "" : "  " + last.label()) + "  "
                        + out.told(ReviewStory.state(last))));
        ReviewStory.of(reviews, address).forEach(line -> out.plain("  " + out.told(line)));
    }
}
