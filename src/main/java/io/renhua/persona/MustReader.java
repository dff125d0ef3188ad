package io.renhua.persona;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads what an answer must be. */
final class MustReader {
    private final Map<String, EntityKind> entities;
    private final Set<String> slots;

    MustReader(Map<String, EntityKind> entities, Set<String> slots) {
        this.entities = entities;
        this.slots = slots;
    }

    Must read(ScriptNode node, String slot) {
        if (!node.present()) {
            return Must.NOTHING;
        }
        var map = node.as(Vocabulary.MUST);
        if (!isDay(slot)) {
            node.error("S1", "only a day can come after, before or within hours", "an entity with system: date");
        }
        return new Must(today(map.key("after")), today(map.key("before")), open(map.key("open_at")));
    }

    private static boolean today(ScriptNode node) {
        return Values.choice(node, "", List.of("today")).equals("today");
    }

    /** All places keep the same hours; the name says whose they are. */
    private boolean open(ScriptNode node) {
        var place = node.textOrNull();
        if (place != null && !slots.contains(place)) {
            node.dangling("slot", place, slots);
        }
        return place != null;
    }

    private boolean isDay(String slot) {
        return entities.get(slot) instanceof EntityKind.BuiltIn(var kind) && kind.equals("date");
    }
}
