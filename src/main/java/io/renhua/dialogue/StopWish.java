package io.renhua.dialogue;

import io.renhua.persona.Line;
import io.renhua.persona.Words;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Who wants to be left alone is, at once and over an open question, and may change their mind. A script's own line {@code stop}
 * says it in the persona's words, and brings words of its own.
 */
final class StopWish implements Rung {
    private static final String LINE = "stop";
    private static final Set<String> LINES = Set.of(LINE, "unsubscribe");
    private final Forms forms;

    StopWish(Forms forms) {
        this.forms = forms;
    }

    @Override
    public boolean takes(Turn turn) {
        if (Wishes.stop(turn) || turn.meant().filter(StopWish::stops).isPresent()) {
            stop(turn);
            return true;
        }
        boolean again = turn.state().offers().stopped() && Wishes.start(turn);
        if (again) {
            start(turn);
        }
        return again;
    }

    private void stop(Turn turn) {
        turn.change(state -> state.leaving().leaving());
        offers(turn, Offers::stoppedByThem);
        var own = turn.meant()
                .filter(StopWish::stops)
                .or(() -> Optional.ofNullable(turn.persona().lines().get(LINE)));
        own.ifPresentOrElse(
                line -> forms.answer(turn, line),
                () -> say(
                        turn,
                        "privacy.stop",
                        "好，不再主動傳訊息。有事隨時說一聲。",
                        "好，不再主动发消息。有事随时说一声。",
                        "Done. Nothing more comes from here unless you write first."));
    }

    private static void start(Turn turn) {
        offers(turn, Offers::wantedAgain);
        say(turn, "privacy.start", "好，有新消息會說。", "好，有新消息会说。", "Good, you will hear when there is news.");
    }

    private static void offers(Turn turn, UnaryOperator<Offers> change) {
        turn.change(state -> state.withOffers(change.apply(state.offers())));
    }

    private static void say(Turn turn, String source, String hant, String hans, String english) {
        var locale = turn.locale();
        turn.take(source);
        turn.because(new Reason.LeftAlone());
        turn.say(Phrasing.say(turn, source, new Words(Map.of(locale, SpokenTime.say(locale, hant, hans, english)))));
    }

    private static boolean stops(Line line) {
        return LINES.contains(line.id());
    }
}
