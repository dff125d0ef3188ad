package io.renhua.learning;

import io.renhua.dialogue.Dialogue;
import io.renhua.dialogue.DialogueState;
import io.renhua.dialogue.LivePersona;
import io.renhua.dialogue.Moment;
import io.renhua.dialogue.Move;
import io.renhua.dialogue.Outlook;
import io.renhua.message.Content;
import io.renhua.persona.EntityKind;
import io.renhua.text.Phrasebook;
import io.renhua.text.Wording;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Real conversations once more, with two versions of a persona: what would the other have said? */
public final class Replay {

    /**
     * What a version makes of a turn.
     *
     * @param line null where nothing was understood
     */
    public record Answer(@Nullable String line, double confidence, String locale, String reply) {}

    /** @param findings what the new version's own rules say about its reply */
    public record Changed(PastTurn turn, Answer then, Answer now, List<String> findings) {}

    /** @param changed those turns alone in which the other version does something else */
    public record Report(int turns, List<Changed> changed) {
        public long newlyUnknown() {
            return changed.stream()
                    .filter(each -> each.then().line() != null && each.now().line() == null)
                    .count();
        }

        public long newlyUnderstood() {
            return changed.stream()
                    .filter(each -> each.then().line() == null && each.now().line() != null)
                    .count();
        }
    }

    /** A change of confidence that is worth a look where everything else stays. */
    private static final double SEEN = 0.1;

    private Replay() {}

    /** @param says what is said one after the other, a line for each bubble */
    private record Said(Answer answer, List<String> says) {}

    public static Report of(LivePersona then, LivePersona now, List<PastTurn> turns) {
        return of(then, now, turns, Phrasebook.ENGLISH);
    }

    /** @param language in which its own rules say what they find */
    public static Report of(LivePersona then, LivePersona now, List<PastTurn> turns, String language) {
        var before = new Voice(then, language);
        var after = new Voice(now, language);
        var changed = new ArrayList<Changed>();
        for (var turn : turns) {
            var was = before.answer(turn);
            var is = after.answer(turn);
            if (!Objects.equals(was.answer().line(), is.answer().line())
                    || !was.answer().reply().equals(is.answer().reply())
                    || Math.abs(was.answer().confidence() - is.answer().confidence()) >= SEEN) {
                var findings = was.says().equals(is.says()) ? List.<String>of() : after.findings(is);
                changed.add(new Changed(turn, was.answer(), is.answer(), findings));
            }
        }
        return new Report(turns.size(), List.copyOf(changed));
    }

    /** One version in all the conversations. */
    private static final class Voice {
        private final LivePersona live;
        private final String language;
        private final Dialogue dialogue = new Dialogue();
        private final Map<Integer, DialogueState> states = new HashMap<>();

        Voice(LivePersona live, String language) {
            this.live = live;
            this.language = language;
        }

        Said answer(PastTurn turn) {
            var state = states.getOrDefault(turn.talk(), DialogueState.NEW);
            var before = turn.afterPerson() ? dialogue.afterPerson(state) : state;
            var facts = new HashMap<>(turn.around().facts());
            facts.put("person", Set.of("talk " + turn.talk()));
            var moment = new Moment(
                    turn.at(),
                    turn.locale(),
                    turn.platform(),
                    turn.limits(),
                    facts,
                    false,
                    new Outlook(turn.around().attended(), 0, Duration.ZERO));
            var heard = live.hear(turn.said().stream().map(this::unmasked).toList(), before, moment);
            var step = dialogue.next(live.persona(), before, heard).whole();
            states.put(turn.talk(), step.state());
            var answer = new Answer(
                    step.intent(),
                    step.confidence(),
                    step.locale(),
                    reply(step.moves()).in(language));
            return new Said(answer, says(step.moves()));
        }

        private static Wording reply(List<Move> moves) {
            return Wording.joined(
                    "%s / %s",
                    moves.stream()
                            .map(move -> switch (move) {
                                case Move.Say say ->
                                    Wording.of(say.bubbles().stream()
                                            .map(Content::asText)
                                            .collect(Collectors.joining(" / ")));
                                case Move.HandOff(
                                        var queue,
                                        var why,
                                        var precedence,
                                        var opens,
                                        var routing,
                                        var elsewhere) -> Wording.of("[a person is asked for: %s]", why);
                                case Move.Perform perform -> Wording.of("[%s is done]", perform.action());
                                case Move.Pause(var until) -> Wording.of("[nothing is said any more, until %s]", until);
                                case Move.Withdraw() -> Wording.of("[the person is not needed any more]");
                                case Move.Forget() -> Wording.of("[what is known of them is forgotten]");
                            })
                            .toList());
        }

        private static List<String> says(List<Move> moves) {
            return moves.stream()
                    .flatMap(move -> move instanceof Move.Say say ? Stream.of(say) : Stream.empty())
                    .map(say -> say.bubbles().stream().map(Content::asText).collect(Collectors.joining("\n")))
                    .toList();
        }

        /** Where a value was masked that the script has an example of, the example stands for it. */
        private Content unmasked(Content content) {
            if (!(content instanceof Content.Text(var body))) {
                return content;
            }
            var words = body;
            for (var entity : live.persona().entities().entrySet()) {
                if (entity.getValue() instanceof EntityKind.Pattern(var regex, var example)) {
                    words = words.replace("{" + entity.getKey() + "}", example);
                }
            }
            return new Content.Text(words);
        }

        List<String> findings(Said said) {
            return said.says().stream()
                    .flatMap(words -> live.guard().judge(said.answer().locale(), words).stream())
                    .map(problem -> problem.code() + " " + problem.wrong().in(language))
                    .distinct()
                    .toList();
        }
    }
}
