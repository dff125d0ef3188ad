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
        variants.choose(turn, line).ifPresent(chosen -> {
            var choices = QuickReplies.of(turn, chosen.variant().quick());
            var say = Phrasing.say(turn, line.id(), chosen.variant(), choices);
            say(turn, chosen.variant(), say.choosing(chosen.choosing()));
        });
        remember(turn, line.sets());
        turn.change(state -> state.remembering(state.memory().answered(line.id())));
        if (line.handsOff() != null) {
            handoffs.handOff(turn, line.handsOff());
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
        turn.change(state -> state.remembering(state.memory().knowing(facts)));
    }
}
