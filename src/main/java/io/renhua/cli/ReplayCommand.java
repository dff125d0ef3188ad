package io.renhua.cli;

import io.renhua.dialogue.LivePersona;
import io.renhua.learning.PastChats;
import io.renhua.learning.Replay;
import io.renhua.lint.Judge;
import io.renhua.persona.Persona;
import io.renhua.persona.Reading;
import io.renhua.publishing.Publications;
import io.renhua.store.Json;
import io.renhua.text.Wording;
import java.nio.file.Path;
import java.time.Clock;
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

/** What a draft would have said in real conversations. */
@Command(
        description = {
            "Runs real conversations, masked, once more through the version that speaks and through a draft, and shows",
            "where the draft does something else. What people at the desk answered is left out.",
            ""
        },
        footer = {"", "  renhua replay pao --since 1d", "  renhua replay pao 1f3a9c0b --since 12h --format json"})
final class ReplayCommand implements Callable<Integer> {
    private final Scripts scripts;
    private final Function<Persona, LivePersona> learn;
    private final Supplier<Publications> publications;
    private final Supplier<PastChats> chats;
    private final Clock clock;

    @Parameters(index = "0", paramLabel = "PERSONA", description = "Which persona.")
    private String id = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "DRAFT",
            description = "Which version. Default: draft, what the files hold.")
    private String draft = "draft";

    @Option(names = "--since", paramLabel = "TIME", description = "How far back, such as 30m, 12h or 7d. Default: 1d.")
    private String since = "1d";

    @Option(names = "--format", paramLabel = "FORMAT", description = "For whom: ${COMPLETION-CANDIDATES}.")
    private OutputFormat format = OutputFormat.people;

    @Mixin
    private Language language = new Language();

    @Spec
    private @Nullable CommandSpec spec;

    ReplayCommand(
            Path folder,
            Function<Persona, LivePersona> learn,
            Supplier<Publications> publications,
            Supplier<PastChats> chats,
            Clock clock) {
        this.scripts = new Scripts(folder);
        this.learn = learn;
        this.publications = publications;
        this.chats = chats;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        var out = new Paper(spec, language);
        var now = clock.instant();
        var from = now.minus(Span.of("--since", since));
        LivePersona before;
        LivePersona after;
        try (var open = publications.get()) {
            var versions = new Versions(open, id, now);
            before = speaking(versions.reading("live", scripts));
            after = speaking(versions.reading(draft, scripts));
        }
        try (var past = chats.get()) {
            var report = Replay.of(before, after, past.since(id, from), asked());
            if (format == OutputFormat.json) {
                out.plain(Json.write(report));
            } else {
                report.changed().forEach(changed -> entry(out, changed));
                out.plain(Wording.of(
                        "%s turns, %s changed, %s newly unknown, %s newly understood.",
                        report.turns(), report.changed().size(), report.newlyUnknown(), report.newlyUnderstood()));
            }
        }
        return 0;
    }

    private String asked() {
        return format == OutputFormat.json ? language.forPrograms() : language.tag();
    }

    private LivePersona speaking(Reading reading) {
        return learn.apply(Scripts.persona(reading)).guardedBy(Judge.of(reading));
    }

    private static void entry(Paper out, Replay.Changed changed) {
        out.plain("> " + changed.turn().words());
        out.plain("  - " + out.told(side(changed.then())));
        out.plain("  + " + out.told(side(changed.now())));
        changed.findings().forEach(finding -> out.plain("    " + finding));
        out.plain("");
    }

    private static Wording side(Replay.Answer answer) {
        return Wording.of(
                "%s, %s %%: %s",
                answer.line() == null ? Wording.of("not understood") : answer.line(),
                Math.round(100 * answer.confidence()),
                answer.reply().replace("\n", " / "));
    }
}
