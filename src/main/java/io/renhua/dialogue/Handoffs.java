package io.renhua.dialogue;

import io.renhua.persona.Handoff;
import io.renhua.persona.Occasion;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Asks for a person, and says who comes when. */
final class Handoffs {
    private static final String TEAM = "care";

    void handOff(Turn turn, String why) {
        var handoff = turn.persona().handoff();
        var id = why.startsWith(Pressed.HANDOFF) ? Pressed.after(Pressed.HANDOFF, why) : why;
        var reason =
                handoff.reasons().getOrDefault(id, new Handoff.Reason(id, TEAM, new Occasion.None(), false, false));
        boolean waiting = turn.heard().waiting();
        if (waiting && !reason.urgent()) {
            return; // somebody is on the way already
        }
        var way = way(turn, reason);
        boolean isElsewhere =
                !way.urgent() && handoff.desk().equals(turn.heard().platform());
        boolean open = reason.always() || (isElsewhere ? handoff.hours().openAt(turn.at()) : isAttended(turn));
        boolean goesElsewhere = open && isElsewhere;

        tell(turn);
        if (!waiting) {
            turn.say(goesElsewhere ? moving(turn) : expecting(turn, open));
        }
        turn.make(new Move.HandOff(
                way.queue(),
                id,
                precedence(way),
                open ? null : handoff.hours().lookAgain(turn.at()),
                way.routing(),
                goesElsewhere));
        turn.change(state -> state.withMisses(Misses.NONE));
    }

    /** Nobody here knows how long they wait at another desk. */
    private static Move.Say moving(Turn turn) {
        return Phrasing.say(turn, "handoff.moving", Passages.movingWords(turn.persona(), turn.locale()));
    }

    private static Move.Say expecting(Turn turn, boolean open) {
        var says = turn.persona().handoff().says();
        return open
                ? Phrasing.say(turn, "handoff.queued", says.queued())
                : Phrasing.say(turn, "handoff.closed", says.closed());
    }

    /** Those with a tag of their own go to the team that knows them, unless it is urgent. */
    private static Handoff.Reason way(Turn turn, Handoff.Reason reason) {
        var tags = turn.heard().tagsAnywhere();
        var own = reason.urgent()
                ? Optional.<Handoff.Reason>empty()
                : turn.persona().handoff().forTags(tags);
        return own.orElse(reason);
    }

    private static Move.Precedence precedence(Handoff.Reason way) {
        if (way.urgent()) {
            return Move.Precedence.URGENT;
        }
        return way.routing().jumpsQueue() ? Move.Precedence.FIRST : Move.Precedence.IN_TURN;
    }

    /** The first reason, by name, that a feeling leads to which lasts for so long. */
    boolean handedOffForFeeling(Turn turn) {
        var felt = turn.state().felt();
        var reason = turn.persona().handoff().reasons().values().stream()
                .filter(each -> each.occasion() instanceof Occasion.Felt(var feeling, var times)
                        && feeling.equals(felt.feeling())
                        && felt.inARow() >= times)
                .min(Comparator.comparing(Handoff.Reason::id));
        reason.ifPresent(each -> {
            turn.because(new Reason.FeltLong(String.valueOf(felt.feeling()), felt.inARow()));
            handOff(turn, each.id());
        });
        return reason.isPresent();
    }

    /** The first reason, by name, that counts as many misses as there were. */
    boolean handedOffForMisses(Turn turn) {
        var misses = turn.state().misses();
        var reason = turn.persona().handoff().reasons().values().stream()
                .filter(each -> each.occasion() instanceof Occasion.Missed(var times, var within)
                        && misses.ofLast(within) >= times)
                .min(Comparator.comparing(Handoff.Reason::id));
        reason.ifPresent(each -> {
            if (each.occasion() instanceof Occasion.Missed(var times, var within)) {
                turn.because(new Reason.MissedOften(misses.ofLast(within), within));
            }
            handOff(turn, each.id());
        });
        return reason.isPresent();
    }

    /** Whether somebody is there: by the script's hours, and at the desk. */
    static boolean isAttended(Turn turn) {
        return turn.heard().outlook().attended()
                && turn.persona().handoff().hours().openAt(turn.at());
    }

    private static void tell(Turn turn) {
        var heard = turn.heard();
        outlook(turn.persona().handoff(), heard.at(), heard.outlook(), turn.locale())
                .forEach(turn::knows);
    }

    /** What can be told of a wait, by the names that scripts use. */
    static Map<String, String> outlook(Handoff handoff, Instant now, Outlook outlook, String locale) {
        var known = new HashMap<String, String>();
        if (outlook.ahead() > 0) {
            known.put("ahead", String.valueOf(outlook.ahead())); // 'nobody ahead of you' is best left unsaid
        }
        known.put("wait", SpokenTime.wait(outlook.waits(), locale));
        var hours = handoff.hours();
        hours.opensAfter(now)
                .map(opens -> SpokenTime.opening(opens, now.atZone(hours.zone()), locale))
                .ifPresent(opens -> known.put("opens", opens));
        if (hours.openAt(now)) {
            known.put("opens", SpokenTime.soon(locale)); // said only when nobody is at the desk
        }
        return known;
    }
}
