package io.renhua.hook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.renhua.journal.Happening;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A change of hands as others are told it. */
final class Handoff {
    private static final Set<EventType> FOR_WHO_KNOWS_NOTHING = EnumSet.of(
            EventType.HANDOFF_REQUESTED,
            EventType.HANDOFF_OFFERED,
            EventType.HANDOFF_RETURNED,
            EventType.HANDOFF_TRANSFERRED,
            EventType.HANDOFF_LEFT_WORD);

    private Handoff() {}

    static boolean needsLastWords(EventType type) {
        return FOR_WHO_KNOWS_NOTHING.contains(type);
    }

    static void tell(ObjectNode handoff, EventType type, Happening.Passed passed, UnaryOperator<String> veil) {
        handoff.put("epoch", passed.epoch());
        switch (type) {
            case HANDOFF_TRANSFERRED -> {
                Payloads.put(handoff, "agent", passed.actor());
                Payloads.put(handoff, "to", passed.by());
            }
            case HANDOFF_RESOLVED -> {
                Payloads.put(handoff, "agent", passed.by());
                Payloads.put(handoff, "topic", passed.why());
            }
            case HANDOFF_REQUESTED, HANDOFF_RETURNED -> Payloads.put(handoff, "team", passed.by());
            case HANDOFF_OUTSIDE -> Payloads.put(handoff, "name", passed.by());
            default -> Payloads.put(handoff, "agent", passed.by());
        }
        Payloads.put(handoff, "by", passed.actor());
        if (type != EventType.HANDOFF_RESOLVED) {
            Payloads.put(handoff, "because", word(passed.why()));
        }
        brief(handoff, passed.asked(), veil);
    }

    private static void brief(ObjectNode handoff, Happening.Passed.@Nullable Asked asked, UnaryOperator<String> veil) {
        if (asked != null) {
            handoff.put("team", asked.team());
            handoff.put("why", word(asked.why()));
            handoff.put("rank", asked.rank());
            handoff.put("waiting_since", asked.since().toString());
            var slots = handoff.putObject("slots");
            new TreeMap<>(asked.slots()).forEach((name, value) -> slots.put(name, veil.apply(value)));
        }
    }

    private static @Nullable String word(@Nullable String why) {
        return why == null ? null : why.replace(' ', '_');
    }
}
