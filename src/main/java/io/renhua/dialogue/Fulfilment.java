package io.renhua.dialogue;

import io.renhua.persona.Action;
import io.renhua.persona.Form;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

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
        tell(turn, full);
        var action = turn.persona().actions().get(form.action() == null ? "" : form.action());
        if (action != null) {
            begin(turn, action, full);
            return;
        }
        if (form.lookUp() != null) {
            lookUp(turn, form.lookUp(), full);
        }
        answer(turn, full);
        if (form.handsOff() != null && !turn.handsOff()) {
            handoffs.handOff(turn, form.handsOff());
        }
    }

    /** Says what an action came to; false when nobody waits for it any more. */
    boolean ended(Turn turn, String id, Performed performed) {
        var begun = turn.state().doing().stream()
                .filter(each -> each.id().equals(id))
                .findFirst();
        begun.ifPresent(doing -> {
            turn.change(state -> state.did(id));
            tell(turn, doing.form());
            ended(turn, doing, performed);
        });
        return begun.isPresent();
    }

    private void ended(Turn turn, Doing doing, Performed performed) {
        var action = turn.persona().actions().get(doing.action());
        switch (performed.asAgreed(action)) {
            case Performed.Done(var result, var values) -> {
                turn.because(new Reason.CameOf(doing.action(), result));
                turn.knows("result", result);
                values.forEach(turn::knows);
                answer(turn, doing.form());
            }
            case Performed.Failed failed -> {
                turn.because(new Reason.CameOf(doing.action(), Form.FAILED));
                turn.knows("result", Form.FAILED);
                if (action != null) {
                    answers.give(turn, action.failed());
                }
            }
        }
    }

    private static void tell(Turn turn, OpenForm full) {
        full.slots().forEach((slot, value) -> {
            turn.knows(slot, value);
            turn.knows("slot." + slot, value);
        });
    }

    private void answer(Turn turn, OpenForm full) {
        Optional.ofNullable(full.line()).map(turn.persona().lines()::get).ifPresent(line -> answers.give(turn, line));
    }

    private static void begin(Turn turn, Action action, OpenForm full) {
        var id = full.id() + "-" + turn.state().turns();
        turn.change(state -> state.doing(new Doing(id, action.name(), full)));
        turn.make(new Move.Perform(id, action.name(), given(turn, action, full)));
        if (action.meanwhile() != null) {
            turn.say(Phrasing.say(turn, "actions." + action.name() + ".meanwhile", action.meanwhile()));
        }
    }

    /** What is known of that which the action asks for. */
    private static Map<String, String> given(Turn turn, Action action, OpenForm full) {
        if (action.gives() == null) {
            return full.slots();
        }
        var given = new TreeMap<String, String>();
        var values = Values.of(turn);
        action.gives().keySet().forEach(name -> values.raw(name).ifPresent(value -> given.put(name, value)));
        return given;
    }

    private void lookUp(Turn turn, String table, OpenForm full) {
        var row = tables.row(turn.persona(), table, full.slots());
        turn.knows("result", row.isPresent() ? "found" : "none");
        row.ifPresent(columns -> columns.forEach(turn::knows));
    }
}
