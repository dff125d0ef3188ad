package io.renhua.dialogue;

import java.util.List;

/** While the persona holds its tongue, who is in danger, wants a person or wants to be left alone is heard all the same. */
final class WhileSilent {
    private final List<Rung> heard;

    WhileSilent(List<Rung> heard) {
        this.heard = List.copyOf(heard);
    }

    void answer(Turn turn) {
        for (var rung : heard) {
            if (rung.takes(turn)) {
                return;
            }
        }
    }
}
