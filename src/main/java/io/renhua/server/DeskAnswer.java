package io.renhua.server;

import io.renhua.conversation.LiveDesk.Outcome;
import io.renhua.handoff.Ownership;
import io.renhua.journal.Happening.Said;
import io.renhua.persona.Guard;
import io.renhua.persona.Problem;
import io.renhua.text.Wording;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What came of something that was done at the desk.
 *
 * @param stand who has the conversation, where it was too late
 * @param ahead by how many milliseconds they were faster
 * @param remarks why the words may not be said
 * @param meanwhile what colleagues have answered since the page saw the conversation
 * @param open the ids of what a checklist still wants; it is resolved once somebody says so again
 * @param macro what came of each step, where it was a macro
 */
record DeskAnswer(
        boolean done,
        @Nullable DeskStand stand,
        @Nullable Long ahead,
        @Nullable List<Remark> remarks,
        @Nullable List<Meanwhile> meanwhile,
        @Nullable List<String> open,
        @Nullable MacroCame macro) {

    /** A colleague's public words. */
    record Meanwhile(String by, String text) {
        static Meanwhile of(Said said) {
            return new Meanwhile(said.speaker().name(), said.content().asText());
        }
    }

    /**
     * Something that a rule finds, in each language of our pages: a page shows its own.
     *
     * @param forbids whether the words cannot be sent as they are
     * @param why a sentence
     * @param instead what to write instead; may be empty
     */
    record Remark(String rule, boolean forbids, Map<String, String> why, Map<String, String> instead) {
        static List<Remark> of(List<Problem> found) {
            return found.stream()
                    .map(each -> new Remark(
                            each.code(),
                            Guard.forbids(each),
                            inEach(Wording.of("%s.", each.wrong())),
                            inEach(each.better())))
                    .toList();
        }

        private static Map<String, String> inEach(Wording words) {
            return DeskWords.LANGUAGES.offered().stream()
                    .collect(Collectors.toUnmodifiableMap(Function.identity(), words::in));
        }
    }

    /** Done or not, and nothing to say of it. */
    static DeskAnswer plain(boolean done) {
        return new DeskAnswer(done, null, null, null, null, null, null);
    }

    static DeskAnswer of(Outcome outcome, DeskNames names, Instant now) {
        return switch (outcome) {
            case Outcome.Done() -> plain(true);
            case Outcome.Forbidden(var why) -> new DeskAnswer(false, null, null, Remark.of(why), null, null, null);
            case Outcome.Answered(var words) ->
                new DeskAnswer(
                        false,
                        null,
                        null,
                        null,
                        words.stream().map(Meanwhile::of).toList(),
                        null,
                        null);
            case Outcome.TooLate(var owner) -> tooLate(owner, names, now);
        };
    }

    private static DeskAnswer tooLate(Ownership owner, DeskNames names, Instant now) {
        var stand = DeskStand.of(owner, names);
        var since = stand.since();
        return new DeskAnswer(
                false,
                stand,
                since == null ? null : Duration.between(since, now).toMillis(),
                null,
                null,
                null,
                null);
    }

    /** Not yet: this is still to be asked or done. */
    static DeskAnswer stillOpen(List<String> points) {
        return new DeskAnswer(false, null, null, null, null, points, null);
    }

    /** The same, said of a whole macro. */
    DeskAnswer after(MacroCame came) {
        return new DeskAnswer(done, stand, ahead, remarks, meanwhile, open, came);
    }
}
