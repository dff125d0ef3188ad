package io.renhua.persona;

import io.renhua.persona.Handoff.Reason;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads how people take over. */
final class HandoffReader {
    private static final String QUEUE = "care";
    private static final int WITHIN = 6;

    private HandoffReader() {}

    static Handoff read(ScriptNode node) {
        var map = node.as(Vocabulary.HANDOFF);
        var say = map.key("say").as(Vocabulary.HANDOFF_SAY);
        return new Handoff(
                HoursReader.read(map.key("hours")),
                map.key("explicit").as(Vocabulary.EXPLICIT).key("asks").wordLists(),
                reasons(map.key("reasons")),
                words(say, "queued"),
                words(say, "joined"),
                words(say, "closed"),
                words(say, "back"));
    }

    private static Words words(ScriptNode say, String when) {
        if (!say.key(when).present()) {
            say.missing("C4", "nothing is said when a handoff is " + when, "handoff: say: " + when + ": …");
            return say.key(when).standIn();
        }
        return say.key(when).words("");
    }

    private static Map<String, Reason> reasons(ScriptNode section) {
        var reasons = new LinkedHashMap<String, Reason>();
        section.entries().forEach((id, node) -> reasons.put(id, reason(id, node.as(Vocabulary.REASON))));
        Names.STANDING_REASONS.forEach(id -> reasons.computeIfAbsent(id, HandoffReader::standing));
        return Collections.unmodifiableMap(reasons);
    }

    private static Reason reason(String id, ScriptNode map) {
        var when = map.key("when").as(Vocabulary.REASON_WHEN);
        @Nullable Integer unknown = Values.numberOrNull(when.key("unknown"), 1, 20);
        return new Reason(
                id,
                map.key("queue").text(QUEUE),
                unknown,
                Values.number(when.key("within"), WITHIN, 1, 50),
                Values.choice(map.key("priority"), "normal", List.of("normal", "urgent"))
                        .equals("urgent"),
                Values.choice(map.key("on_call"), "hours", List.of("hours", "always"))
                        .equals("always"));
    }

    private static Reason standing(String id) {
        boolean urgent = id.equals("urgent");
        return new Reason(id, QUEUE, null, WITHIN, urgent, urgent);
    }
}
