package io.renhua.dialogue;

import io.renhua.persona.Form;

/** While a person is on the way the persona keeps quiet, but for what cannot wait. */
final class WhileWaiting {
    private final Crisis crisis;
    private final Forms forms;
    private final Lines lines;

    WhileWaiting(Crisis crisis, Forms forms, Lines lines) {
        this.crisis = crisis;
        this.forms = forms;
        this.lines = lines;
    }

    void answer(Turn turn) {
        if (crisis.takes(turn)) {
            return;
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
