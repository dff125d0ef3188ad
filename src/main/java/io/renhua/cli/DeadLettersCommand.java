package io.renhua.cli;

import io.renhua.conversation.DeadLetter;
import io.renhua.conversation.DeadLetters;
import io.renhua.store.Json;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
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
        var out = new Paper(spec);
        var by = System.getProperty("user.name", "the command line");
        try (var letters = open.get()) {
            if (decision == null) {
                return list(letters, out);
            }
            if (decision.channel != null) {
                int all = letters.replayAll(decision.channel, by);
                out.plain(all == 0 ? "Nothing of " + decision.channel + " was put aside." : all + " are tried again.");
                return 0;
            }
            if (decision.replay != null) {
                return told(out, decision.replay, letters.replay(decision.replay, by), "is tried again.");
            }
            var id = String.valueOf(decision.discard);
            return told(out, id, letters.discard(id, by), "stays as it is and is not shown again.");
        }
    }

    private static int told(Paper out, String id, boolean found, String done) {
        out.plain(found ? id + " " + done : "There is no " + id + " among what was put aside.");
        return found ? 0 : 1;
    }

    private int list(DeadLetters letters, Paper out) {
        var found = letters.list(most);
        if (json) {
            found.forEach(letter -> out.plain(Json.write(letter)));
        } else if (found.isEmpty()) {
            out.plain("Nothing was put aside.");
        } else {
            found.forEach(letter -> entry(out, letter));
            out.plain("");
            out.plain("To try one again: renhua dead-letters --replay "
                    + found.getFirst().id());
        }
        return 0;
    }

    private static void entry(Paper out, DeadLetter letter) {
        out.plain(letter.id() + "  "
                + letter.since().toString().substring(0, 16).replace('T', ' ') + "  " + letter.conversation());
        out.plain("  " + kind(letter.kind()) + ", tried "
                + (letter.attempts() == 1 ? "once" : letter.attempts() + " times")
                + (letter.why() == null ? "" : ": " + letter.why()));
        out.plain("  "
                + (letter.words() == null ? "(cannot be read)" : letter.words().replace("\n", " / ")));
    }

    private static String kind(DeadLetter.Kind kind) {
        return switch (kind) {
            case UNANSWERED -> "could not be handled";
            case UNSENT -> "could not be delivered";
            case IN_DOUBT -> "perhaps delivered";
        };
    }
}
