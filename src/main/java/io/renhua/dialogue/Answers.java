package io.renhua.dialogue;

import io.renhua.persona.Line;
import io.renhua.persona.Variant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Says a line: the variant for now, what it sets, and the person it may end in. */
final class Answers {
    private final Handoffs handoffs;
    private final Variants variants;

    Answers(Handoffs handoffs, Variants variants) {
        this.handoffs = handoffs;
        this.variants = variants;
    }

    void give(Turn turn, Line line) {
        turn.take(line.id());
        if (line.steps().isEmpty()) {
            answer(turn, line);
        } else {
            escalate(turn, line);
        }
        remember(turn, line.sets());
        turn.change(state -> state.remembering(state.memory().answered(line.id())));
        if (line.handsOff() != null) {
            handoffs.handOff(turn, line.handsOff());
        }
    }

    private void answer(Turn turn, Line line) {
        variants.choose(turn, line).ifPresent(chosen -> {
            var choices = QuickReplies.of(turn, chosen.variant().quick());
            var say = Phrasing.say(turn, line.id(), chosen.variant(), choices);
            say(turn, chosen.variant(), say.choosing(chosen.choosing()));
        });
    }

    /** One step further than the last time. */
    private void escalate(Turn turn, Line line) {
        int time = turn.state().memory().timesSeen(line.id()) + 1;
        var step = line.step(time);
        turn.because(new Reason.Again(time));
        if (step.says() != null) {
            say(turn, line.id(), step.says());
        }
        if (step.handsOff() != null) {
            handoffs.handOff(turn, step.handsOff());
        }
        if (step.pause() != null) {
            var until = turn.at().plus(step.pause());
            turn.make(new Move.Pause(until));
            turn.change(state -> state.silentUntil(until));
        }
    }

    void say(Turn turn, String source, Variant variant) {
        say(turn, source, variant, variant.quick());
    }

    void say(Turn turn, String source, Variant variant, List<String> quick) {
        say(turn, variant, Phrasing.say(turn, source, variant, QuickReplies.of(turn, quick)));
    }

    private static void say(Turn turn, Variant variant, Move.Say say) {
        turn.say(say);
        var text = Variants.key(turn.persona(), variant.text());
        turn.change(state -> state.remembering(state.memory().said(text, state.turns())));
    }

    void remember(Turn turn, Map<String, String> sets) {
        var values = Values.of(turn);
        var facts = new TreeMap<String, String>();
        sets.forEach((name, value) -> facts.put(name, Placeholders.fill(value, values::raw)));
        facts.values().removeIf(String::isBlank);
        turn.change(state -> state.remembering(state.memory().knowing(facts, turn.at())));
    }
}
