package io.renhua.cli;

import io.renhua.publishing.Programme;
import io.renhua.publishing.Publication;
import io.renhua.publishing.Publications;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
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
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Supplier<Publications> open;
    private final Clock clock;

    @Parameters(paramLabel = "PERSONA", description = "Which persona.")
    private String persona = "";

    @Option(names = "--most", paramLabel = "N", description = "How many to list. Default: 20.")
    private int most = 20;

    @Spec
    private @Nullable CommandSpec spec;

    HistoryCommand(Supplier<Publications> open, Clock clock) {
        this.open = open;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        var out = new Paper(spec);
        try (var publications = open.get()) {
            var now = clock.instant();
            var versions = new Versions(publications, persona, now);
            var programme = versions.programme();
            var reviews = publications.reviews(persona);
            reviews.waiting()
                    .ifPresent(sent -> out.plain(sent.brief() + "  waits for review, sent by " + sent.who() + " on "
                            + minute(sent.at()) + ": " + sent.why()));
            versions.all().stream().limit(most).forEach(each -> {
                out.plain(line(each, programme, now)
                        + (publications.isKept(each.address()) ? "" : "   (its files are not kept any more)"));
                ReviewStory.of(reviews, each.address()).forEach(line -> out.plain("    " + line));
            });
        }
        return 0;
    }

    private static String line(Publication each, Programme programme, Instant now) {
        return each.brief() + "  " + minute(each.at()) + "  " + (each.label().isEmpty() ? "" : each.label() + "  ")
                + "to " + each.audience().word() + ", by " + each.who() + ": " + each.why()
                + state(each, programme, now);
    }

    private static String state(Publication each, Programme programme, Instant now) {
        if (each.begins().isAfter(now)) {
            return "   <- begins " + minute(each.begins());
        }
        if (programme.live().filter(each::equals).isPresent()) {
            return "   <- speaks";
        }
        return programme.trial().filter(each::equals).isPresent() ? "   <- on trial" : "";
    }

    static String minute(Instant at) {
        return MINUTE.format(at.atZone(ZoneId.systemDefault()));
    }
}
