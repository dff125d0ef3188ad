package io.renhua.persona;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what the brand wants to be to people. */
final class PositioningReader {
    private PositioningReader() {}

    /** Null where the script says none. */
    static @Nullable Positioning read(ScriptNode node) {
        if (!node.present() || node.isNone()) {
            return null;
        }
        var map = node.as(Vocabulary.POSITIONING);
        if (!map.key("kind").present()) {
            map.missing("S1", "positioning does not say of what kind the brand is", "kind: consumer");
        }
        return new Positioning(
                Values.choice(map.key("kind"), "consumer", Positioning.KINDS),
                Values.choice(map.key("distance"), "neighbour", Positioning.DISTANCES),
                map.key("promise").wordsOrNull(),
                choices(map.key("purposes"), Positioning.PURPOSES),
                choices(map.key("never"), Positioning.NEVER));
    }

    /** Several of a closed list. */
    static Set<String> choices(ScriptNode node, List<String> known) {
        var chosen = new LinkedHashSet<String>();
        for (var each : node.each()) {
            chosen.add(Values.choice(each, "", known));
        }
        return Collections.unmodifiableSet(chosen);
    }
}
