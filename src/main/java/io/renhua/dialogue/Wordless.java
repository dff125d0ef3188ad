package io.renhua.dialogue;

import io.renhua.message.Content;
import io.renhua.persona.Line;

/** Pictures, places, links and marks: what comes without words. */
final class Wordless implements Rung {
    private final Forms forms;
    private final Unknowns unknowns;

    Wordless(Forms forms, Unknowns unknowns) {
        this.forms = forms;
        this.unknowns = unknowns;
    }

    @Override
    public boolean takes(Turn turn) {
        if (!turn.words().isEmpty() || turn.pressed() != null) {
            return false;
        }
        turn.because(new Reason.Shown("nothing"));
        switch (turn.heard().content()) {
            case Content.Place place -> answer(turn, Facts.PLACE);
            case Content.Link link -> answer(turn, Facts.LINK);
            default -> shrug(turn);
        }
        return true;
    }

    private void answer(Turn turn, String kind) {
        turn.because(new Reason.Shown(kind));
        turn.persona().lines().values().stream()
                .filter(line -> uses(line, kind))
                .findFirst()
                .ifPresentOrElse(line -> forms.answer(turn, line), () -> unknowns.takes(turn));
    }

    private static boolean uses(Line line, String kind) {
        return line.says().stream().anyMatch(variant -> Facts.asks(variant.when(), "entity", kind));
    }

    private void shrug(Turn turn) {
        if (turn.state().form() == null) {
            unknowns.shrug(turn);
        } else if (!turn.state().misses().wordless()) {
            turn.change(state -> state.withMisses(state.misses().withoutWords()));
            forms.askAgain(turn);
        }
    }
}
