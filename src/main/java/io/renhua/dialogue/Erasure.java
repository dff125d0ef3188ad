package io.renhua.dialogue;

import io.renhua.persona.Privacy;
import io.renhua.persona.Words;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who wants to be forgotten is, at once; a person sees to what is kept elsewhere. A script's own line {@code erase} says it first
 * in the persona's words.
 */
final class Erasure implements Rung {
    private static final String REASON = "erase";
    private static final Set<String> LINES = Set.of(REASON, "forget_me");
    private final Forms forms;
    private final Handoffs handoffs;

    Erasure(Forms forms, Handoffs handoffs) {
        this.forms = forms;
        this.handoffs = handoffs;
    }

    @Override
    public boolean takes(Turn turn) {
        boolean pressed = Privacy.ERASE.equals(turn.pressed());
        boolean wanted = pressed
                || Wishes.erase(turn)
                || turn.meant().filter(line -> LINES.contains(line.id())).isPresent();
        if (wanted) {
            turn.take(Privacy.ERASE);
            turn.because(pressed ? null : new Reason.ToBeForgotten());
            turn.change(DialogueState::forgetting);
            turn.make(new Move.Forget());
            Optional.ofNullable(turn.persona().lines().get(REASON))
                    .ifPresentOrElse(own -> forms.answer(turn, own), () -> confirm(turn));
            if (!turn.handsOff()) {
                handoffs.handOff(turn, REASON);
            }
        }
        return wanted;
    }

    private static void confirm(Turn turn) {
        var words = turn.heard().waiting()
                ? SpokenTime.say(
                        turn.locale(),
                        "好，剛才說過的都忘了。其餘的，等等跟同事說一聲。",
                        "好，刚才说过的都忘了。其余的，等会儿跟同事说一声。",
                        "Done: what was said here is forgotten. For the rest, tell the colleague who is coming.")
                : SpokenTime.say(
                        turn.locale(),
                        "好，剛才說過的都忘了，其餘的交給同事刪。",
                        "好，刚才说过的都忘了，其余的交给同事删。",
                        "Done: what was said here is forgotten. A colleague deletes the rest.");
        turn.say(Phrasing.say(turn, Privacy.ERASE, new Words(Map.of(turn.locale(), words))));
    }
}
