package io.renhua.dialogue;

import io.renhua.persona.Handoff;
import java.util.Comparator;

/** Asks for a person, and says who comes when. */
final class Handoffs {
    private static final String TEAM = "care";

    void handOff(Turn turn, String why) {
        if (turn.heard().waiting()) {
            return; // somebody is on the way already
        }
        var handoff = turn.persona().handoff();
        var id = why.startsWith(Pressed.HANDOFF) ? Pressed.after(Pressed.HANDOFF, why) : why;
        var reason = handoff.reasons().getOrDefault(id, new Handoff.Reason(id, TEAM, null, 0, false, false));
        boolean open = reason.always() || handoff.hours().openAt(turn.at());

        tell(turn);
        turn.say(
                open
                        ? Phrasing.say(turn, "handoff.queued", handoff.queued())
                        : Phrasing.say(turn, "handoff.closed", handoff.closed()));
        turn.make(new Move.HandOff(reason.queue(), id));
        turn.change(state -> state.withMisses(Misses.NONE));
    }

    /** The first reason, by name, that counts as many misses as there were. */
    boolean handedOffForMisses(Turn turn) {
        var misses = turn.state().misses();
        var reason = turn.persona().handoff().reasons().values().stream()
                .filter(each -> each.unknown() != null && misses.ofLast(each.within()) >= each.unknown())
                .min(Comparator.comparing(Handoff.Reason::id));
        reason.ifPresent(each -> handOff(turn, each.id()));
        return reason.isPresent();
    }

    private static void tell(Turn turn) {
        var heard = turn.heard();
        var hours = turn.persona().handoff().hours();
        if (heard.ahead() > 0) {
            turn.knows("ahead", String.valueOf(heard.ahead())); // 'nobody ahead of you' is best left unsaid
        }
        turn.knows("wait", SpokenTime.wait(heard.waits(), turn.locale()));
        hours.opensAfter(heard.at())
                .map(opens -> SpokenTime.opening(opens, heard.at().atZone(hours.zone()), turn.locale()))
                .ifPresent(opens -> turn.knows("opens", opens));
    }
}
