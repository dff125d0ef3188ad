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
public record Brief(List<Part> parts) {
    private static final List<String> EVERYTHING = List.of("reason", "topic", "slots", "feeling", "locale", "audience");
    private static final String MISSING = "missing";

    public Brief {
        parts = List.copyOf(parts);
    }

    /**
     * Something that is told.
     *
     * @param name as the script has it: a part of {@code tells_agent}, a slot
     * @param value null where a question is still open
     */
    public record Part(String name, @Nullable String value) {
        private String line() {
            return name + ": " + (value == null ? MISSING : value);
        }
    }

    /**
     * @param now when it is told; nobody has spoken
     * @param reason why they are handed over; null where they are not
     */
    public static Brief of(Persona persona, DialogueState state, Heard now, @Nullable String reason) {
        var turn = Turn.begin(persona, state, now);
        var tells = persona.handoff().tellsAgent();
        var parts = new ArrayList<Part>();
        for (var what : tells.isEmpty() ? EVERYTHING : tells) {
            switch (what) {
                case "reason" -> add(parts, what, reason);
                case "topic" -> add(parts, what, topic(state));
                case "slots" -> parts.addAll(slots(persona, state));
                case "feeling" -> add(parts, what, state.felt().feeling());
                case "locale" -> add(parts, what, state.locale());
                case "audience" -> add(parts, what, first(Facts.of(turn, "").getOrDefault(what, Set.of())));
                default -> add(parts, what, Values.of(turn).of(what).orElse(null));
            }
        }
        return new Brief(parts);
    }

    boolean has(String part) {
        return lines().stream().anyMatch(line -> line.contains(part));
    }

    List<String> lines() {
        return parts.stream().map(Part::line).toList();
    }

    private static void add(List<Part> parts, String what, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            parts.add(new Part(what, value));
        }
    }

    /** What the open questions are for, or else what was answered last. */
    private static @Nullable String topic(DialogueState state) {
        var open = state.form();
        return open != null && open.line() != null
                ? open.line()
                : state.lastTime().topic();
    }

    private static List<Part> slots(Persona persona, DialogueState state) {
        var open = state.form() == null ? state.done() : state.form();
        var form = open == null ? null : persona.forms().get(open.id());
        return open == null || form == null
                ? List.of()
                : form.slots().stream()
                        .map(slot -> new Part(slot.name(), open.slots().get(slot.name())))
                        .toList();
    }

    private static @Nullable String first(Set<String> values) {
        return values.isEmpty() ? null : values.iterator().next();
    }
}
