package io.renhua.cli;

import io.renhua.conversation.DeadLetter;
import io.renhua.conversation.DeadLetters;
import io.renhua.store.Json;
import io.renhua.text.Wording;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What was put aside because it could not be answered or delivered; and trying it again. */
@Command(
        description = {
            "Lists what was put aside and waits for a person, the oldest first: messages that could not be handled, words",
            "that did not arrive within a day, and words in doubt on channels that hold them.",
            ""
        },
        footer = {
            "",
            "  renhua dead-letters                          # the list",
            "  renhua dead-letters --replay out-42          # tries one again",
            "  renhua dead-letters --replay-all pao-line    # and all of a channel, but not what is in doubt",
            "  renhua dead-letters --discard out-42         # leaves one as it is, for good"
        })
final class DeadLettersCommand implements Callable<Integer> {
    private final Supplier<DeadLetters> open;

    @ArgGroup
    private @Nullable Decision decision;

    @Option(names = "--most", paramLabel = "N", description = "How many to list. Default: 50.")
    private int most = 50;

    @Option(names = "--json", description = "The list as JSON, one a line.")
    private boolean json;

    @Mixin
    private Language language = new Language();

    @Spec
    private @Nullable CommandSpec spec;

    /** One thing at a time. */
    private static final class Decision {
        @Option(names = "--replay", paramLabel = "ID", description = "Tries this one again, as if it were new.")
        private @Nullable String replay;

        @Option(names = "--replay-all", paramLabel = "CHANNEL", description = "Tries all of a channel again.")
        private @Nullable String channel;

        @Option(names = "--discard", paramLabel = "ID", description = "Leaves this one as it is, for good.")
        private @Nullable String discard;
    }

    DeadLettersCommand(Supplier<DeadLetters> open) {
        this.open = open;
    }

    @Override
    public Integer call() {
        var out = new Paper(spec, language);
        var by = System.getProperty("user.name", "the command line");
        try (var letters = open.get()) {
            if (decision == null) {
                return list(letters, out);
            }
            if (decision.channel != null) {
                int all = letters.replayAll(decision.channel, by);
                out.plain(
                        all == 0
                                ? Wording.of("Nothing of %s was put aside.", decision.channel)
                                : Wording.of("%s are tried again.", all));
                return 0;
            }
            if (decision.replay != null) {
                return told(out, decision.replay, letters.replay(decision.replay, by), "%s is tried again.");
            }
            var id = String.valueOf(decision.discard);
            return told(out, id, letters.discard(id, by), "%s stays as it is and is not shown again.");
        }
    }

    private static int told(Paper out, String id, boolean found, String done) {
        out.plain(Wording.of(found ? done : "There is no %s among what was put aside.", id));
        return found ? 0 : 1;
    }

    private int list(DeadLetters letters, Paper out) {
        var found = letters.list(most);
        if (json) {
            found.forEach(letter -> out.plain(Json.write(letter)));
        } else if (found.isEmpty()) {
            out.plain(Wording.of("Nothing was put aside."));
        } else {
            found.forEach(letter -> entry(out, letter));
            out.plain("");
            out.plain(Wording.of(
                    "To try one again: renhua dead-letters --replay %s",
                    found.getFirst().id()));
        }
        return 0;
    }

    private static void entry(Paper out, DeadLetter letter) {
        out.plain(letter.id() + "  "
                + letter.since().toString().substring(0, 16).replace('T', ' ') + "  " + letter.conversation());
        var tried = letter.attempts() == 1
                ? Wording.of("%s, tried once", kind(letter.kind()))
                : Wording.of("%s, tried %s times", kind(letter.kind()), letter.attempts());
        out.plain("  "
                + out.told(letter.why() == null ? tried : Wording.of("%s: %s", tried, Wording.recalled(letter.why()))));
        out.plain("  "
                + (letter.words() == null
                        ? out.told(Wording.of("(cannot be read)"))
                        : letter.words().replace("\n", " / ")));
    }

    private static Wording kind(DeadLetter.Kind kind) {
        return switch (kind) {
            case UNANSWERED -> Wording.of("could not be handled");
            case UNSENT -> Wording.of("could not be delivered");
            case IN_DOUBT -> Wording.of("perhaps delivered");
        };
    }
}
