package io.renhua.cli;

import io.renhua.publishing.Audience;
import io.renhua.publishing.Programme;
import io.renhua.publishing.Publication;
import io.renhua.publishing.Publications;
import io.renhua.text.Wording;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What of a persona was published: when, by whom and why. */
@Command(
        description = {
            "What of a persona was published: when, to whom, by whom and why, the latest first; and who reviewed it.",
            ""
        })
final class HistoryCommand implements Callable<Integer> {
    private static final String ARROW = "   <- %s";
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Supplier<Publications> open;
    private final Clock clock;

    @Parameters(paramLabel = "PERSONA", description = "Which persona.")
    private String persona = "";

    @Option(names = "--most", paramLabel = "N", description = "How many to list. Default: 20.")
    private int most = 20;

    @Mixin
    private Language language = new Language();

    @Spec
    private @Nullable CommandSpec spec;

    HistoryCommand(Supplier<Publications> open, Clock clock) {
        this.open = open;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        var out = new Paper(spec, language);
        try (var publications = open.get()) {
            var now = clock.instant();
            var versions = new Versions(publications, persona, now);
            var programme = versions.programme();
            var reviews = publications.reviews(persona);
            reviews.waiting()
                    .ifPresent(sent -> out.plain(Wording.of(
                            "%s  waits for review, sent by %s on %s: %s",
                            sent.brief(), sent.who(), minute(sent.at()), sent.why())));
            versions.all().stream().limit(most).forEach(each -> {
                var line = Wording.of("%s%s", line(each), state(each, programme, now));
                out.plain(
                        publications.isKept(each.address())
                                ? line
                                : Wording.of("%s   (its files are not kept any more)", line));
                ReviewStory.of(reviews, each.address()).forEach(step -> out.plain("    " + out.told(step)));
            });
        }
        return 0;
    }

    private static Wording line(Publication each) {
        return Wording.of(
                "%s  %s  %sto %s, by %s: %s",
                each.brief(),
                minute(each.at()),
                each.label().isEmpty() ? "" : each.label() + "  ",
                audience(each.audience()),
                each.who(),
                each.why());
    }

    /** To whom it speaks. */
    static Wording audience(Audience audience) {
        return switch (audience) {
            case Audience.Everybody() -> Wording.of("all");
            case Audience.Testers() -> Wording.of("testers");
            case Audience.Share share -> Wording.of(share.word());
        };
    }

    private static Wording state(Publication each, Programme programme, Instant now) {
        if (each.begins().isAfter(now)) {
            return Wording.of(ARROW, Wording.of("begins %s", minute(each.begins())));
        }
        if (programme.live().filter(each::equals).isPresent()) {
            return Wording.of(ARROW, Wording.of("speaks"));
        }
        return programme.trial().filter(each::equals).isPresent()
                ? Wording.of(ARROW, Wording.of("on trial"))
                : Wording.NONE;
    }

    static String minute(Instant at) {
        return MINUTE.format(at.atZone(ZoneId.systemDefault()));
    }
}
