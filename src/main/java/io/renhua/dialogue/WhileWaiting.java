package io.renhua.dialogue;

import io.renhua.persona.Form;
import java.util.List;

/** While a person is on the way the persona keeps quiet, but for what cannot wait. */
final class WhileWaiting {
    private final List<Rung> always;
    private final Forms forms;
    private final Lines lines;

    /** @param always what is heard whoever is on the way */
    WhileWaiting(List<Rung> always, Forms forms, Lines lines) {
        this.always = List.copyOf(always);
        this.forms = forms;
        this.lines = lines;
    }

    void answer(Turn turn) {
        for (var rung : always) {
            if (rung.takes(turn)) {
                return;
            }
        }
        if (changedTheirMind(turn)) {
            turn.because(new Reason.ChangedTheirMind());
            turn.make(new Move.Withdraw());
            turn.say(Phrasing.say(
                    turn, "handoff.back", turn.persona().handoff().says().back()));
            turn.change(DialogueState::fresh);
        } else if (!Handoffs.isAttended(turn) && !turn.state().isSilent(turn.at())) {
            answerAlone(turn);
        }
    }

    private static boolean changedTheirMind(Turn turn) {
        return EverydayWords.cancel(turn.words())
                || turn.persona().forms().values().stream()
                        .map(Form::cancel)
                        .anyMatch(cancel -> EverydayWords.among(cancel, turn.words()));
    }

    /** Nobody will be in for hours: what is surely known need not wait for them. */
    private void answerAlone(Turn turn) {
        if (forms.hears(turn)) {
            forms.takes(turn);
        } else {
            lines.takes(turn);
        }
    }
}
