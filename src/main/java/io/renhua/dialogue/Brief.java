package io.renhua.dialogue;

import io.renhua.persona.Persona;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an agent who takes over is told, a line each and in the script's order: {@code order_no: missing}. The last messages
 * stand in the thread itself.
 */
record Brief(List<String> lines) {
    private static final List<String> EVERYTHING = List.of("reason", "topic", "slots", "feeling", "locale", "audience");
    private static final String MISSING = "missing";

    Brief {
        lines = List.copyOf(lines);
    }

    /** @param now when it is told; nobody has spoken */
    static Brief of(Persona persona, DialogueState state, Heard now, @Nullable String reason) {
        var turn = Turn.begin(persona, state, now);
        var tells = persona.handoff().tellsAgent();
        var lines = new ArrayList<String>();
        for (var what : tells.isEmpty() ? EVERYTHING : tells) {
            switch (what) {
                case "reason" -> add(lines, what, reason);
                case "topic" -> add(lines, what, topic(state));
                case "slots" -> lines.addAll(slots(persona, state));
                case "feeling" -> add(lines, what, state.felt().feeling());
                case "locale" -> add(lines, what, state.locale());
                case "audience" -> add(lines, what, first(Facts.of(turn, "").getOrDefault(what, Set.of())));
                default -> add(lines, what, Values.of(turn).of(what).orElse(null));
            }
        }
        return new Brief(lines);
    }

    boolean has(String part) {
        return lines.stream().anyMatch(line -> line.contains(part));
    }

    private static void add(List<String> lines, String what, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            lines.add(what + ": " + value);
        }
    }

    /** What the open questions are for, or else what was answered last. */
    private static @Nullable String topic(DialogueState state) {
        var open = state.form();
        return open != null && open.line() != null
                ? open.line()
                : state.lastTime().topic();
    }

    private static List<String> slots(Persona persona, DialogueState state) {
        var open = state.form() == null ? state.done() : state.form();
        var form = open == null ? null : persona.forms().get(open.id());
        return open == null || form == null
                ? List.of()
                : form.slots().stream()
                        .map(slot -> slot.name() + ": " + open.slots().getOrDefault(slot.name(), MISSING))
                        .toList();
    }

    private static @Nullable String first(Set<String> values) {
        return values.isEmpty() ? null : values.iterator().next();
    }
}
