package io.renhua.dialogue;

import io.renhua.persona.Form;
import java.util.Optional;

/** Does what a full form was for: looks its answer up, says it, and calls a person where one must carry it out. */
final class Fulfilment {
    private final Answers answers;
    private final Handoffs handoffs;
    private final Tables tables;

    Fulfilment(Answers answers, Handoffs handoffs, Tables tables) {
        this.answers = answers;
        this.handoffs = handoffs;
        this.tables = tables;
    }

    void of(Turn turn, Form form, OpenForm full) {
        full.slots().forEach((slot, value) -> {
            turn.knows(slot, value);
            turn.knows("slot." + slot, value);
        });
        if (form.lookUp() != null) {
            lookUp(turn, form.lookUp(), full);
        }
        Optional.ofNullable(full.line()).map(turn.persona().lines()::get).ifPresent(line -> answers.give(turn, line));
        if (form.handsOff() != null && !turn.handsOff()) {
            handoffs.handOff(turn, form.handsOff());
        }
    }

    private void lookUp(Turn turn, String table, OpenForm full) {
        var row = tables.row(turn.persona(), table, full.slots());
        turn.knows("result", row.isPresent() ? "found" : "none");
        row.ifPresent(columns -> columns.forEach(turn::knows));
    }
}
