package io.renhua.dialogue;

import io.renhua.message.Choice;
import io.renhua.message.Content;
import io.renhua.persona.Line;
import io.renhua.persona.Welcome;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Greets who writes again after a long silence, before the answer and once. */
final class Reunions {
    private static final Set<String> NO_TIME_FOR_IT = Set.of("angry", "sad");

    void comeFirst(Turn turn) {
        if (turn.heard().content() instanceof Content.Entered
                || turn.heard().content() instanceof Content.Unsupported) {
            return; // nobody has written anything
        }
        var back = turn.persona().welcome().back();
        if (back != null && turn.speaks() && longSilent(turn, back) && fits(turn)) {
            greet(turn, back);
        }
        turn.change(state -> state.writing(state.lastTime().then(turn.at(), turn.answered())));
    }

    private static void greet(Turn turn, Welcome.Back back) {
        var choices = turn.offers()
                ? List.<Choice>of()
                : QuickReplies.of(turn, back.says().quick());
        turn.sayFirst(Phrasing.say(turn, "entry.back_after", back.says(), choices)
                .because(new Reason.CameBack(silence(turn).toDays())));
        if (!choices.isEmpty()) {
            turn.change(state -> state.offering(choices));
        }
    }

    private static boolean longSilent(Turn turn, Welcome.Back back) {
        return silence(turn).compareTo(Duration.ofDays(back.days())) >= 0;
    }

    private static Duration silence(Turn turn) {
        var last = turn.state().lastTime().at();
        return last == null ? Duration.ZERO : Duration.between(last, turn.at());
    }

    /** Not for who waits for a person, is angry or sad, or speaks of what is sensitive. */
    private static boolean fits(Turn turn) {
        var feeling = turn.state().felt().feeling();
        boolean grave = turn.answered()
                .filter(line -> line.topic() == Line.Topic.SENSITIVE)
                .isPresent();
        return !turn.heard().waiting()
                && !turn.handsOff()
                && !grave
                && (feeling == null || !NO_TIME_FOR_IT.contains(feeling));
    }
}
