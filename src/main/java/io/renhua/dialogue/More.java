package io.renhua.dialogue;

import io.renhua.message.Choice;
import java.util.ArrayList;
import java.util.List;

/** What there was no room for is never lost in silence: a button below says the rest. */
final class More implements Rung {
    /** No line can be called so. */
    static final String KEY = "rest.more";

    @Override
    public boolean takes(Turn turn) {
        var rest = turn.state().rest();
        boolean wanted = KEY.equals(turn.pressed()) && !rest.isEmpty();
        if (wanted) {
            turn.take(KEY);
            turn.change(state -> state.keepingBack(List.of()));
            turn.say(Phrasing.goOn(turn, KEY, rest));
        }
        return wanted;
    }

    /** The button first, since it belongs to what was just said; the last is left out where there is no room for all. */
    static List<Choice> before(Turn turn, List<Choice> choices) {
        var all = new ArrayList<Choice>();
        all.add(new Choice(KEY, SpokenTime.say(turn.locale(), "看下文", "看下文", "Read on")));
        all.addAll(choices);
        int room = turn.heard().limits().choices();
        return room > 0 && all.size() > room ? all.subList(0, room) : all;
    }
}
