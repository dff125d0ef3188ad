package io.renhua.dialogue;

import io.renhua.nlu.Entity;
import io.renhua.persona.EntityKind;
import io.renhua.persona.Form;
import io.renhua.persona.Persona;
import java.util.Optional;
import java.util.Set;

/** Finds what a message says about a form's slots. */
final class Slots {
    private static final Set<String> PERSONAL = Set.of("person", "phone", "email");
    private static final int LENGTH = 100;

    private Slots() {}

    static Optional<Form.Slot> named(Form form, String name) {
        return form.slots().stream().filter(slot -> slot.name().equals(name)).findFirst();
    }

    static Optional<Form.Slot> missing(Form form, OpenForm open) {
        return form.slots().stream().filter(slot -> !open.knows(slot.name())).findFirst();
    }

    /** What somebody begins with: values in their sentence, and what is remembered of them. */
    static OpenForm begun(Turn turn, Form form, OpenForm begun) {
        var open = begun;
        for (var slot : form.slots()) {
            var value = personal(turn.persona(), slot)
                    ? Optional.<String>empty()
                    : found(turn, slot.name())
                            .or(() -> Optional.ofNullable(
                                    turn.state().memory().facts().get(slot.name())));
            open = value.isPresent() && Musts.allow(turn, slot, value.get())
                    ? open.filled(slot.name(), value.get(), turn.at())
                    : open;
        }
        return open;
    }

    /** The form with whatever the message answers, adds or corrects; the same form when that is nothing. */
    static OpenForm heard(Turn turn, Form form, OpenForm asked) {
        var open = asked;
        for (var slot : form.slots()) {
            boolean asks = slot.name().equals(asked.asking()) || !personal(turn.persona(), slot);
            var value = asks ? found(turn, slot.name()) : Optional.<String>empty();
            boolean other =
                    value.isPresent() && !value.get().equals(asked.slots().get(slot.name()));
            if (other && Musts.allow(turn, slot, value.orElseThrow())) {
                open = open.filled(slot.name(), value.orElseThrow(), turn.at());
            }
        }
        return open;
    }

    /** Whatever they say is the answer, as with a name or a note. */
    static boolean takesAnyWords(Persona persona, Form.Slot slot) {
        var kind = persona.entities().get(slot.name());
        return kind == null || name(persona, slot);
    }

    static boolean name(Persona persona, Form.Slot slot) {
        return persona.entities().get(slot.name()) instanceof EntityKind.BuiltIn(var kind) && kind.equals("person");
    }

    /** The words as a value: one line, and no longer than an answer is. */
    static String plain(String words) {
        var line = words.replaceAll("\\s+", " ").strip();
        return line.substring(0, Math.min(line.length(), LENGTH));
    }

    private static Optional<String> found(Turn turn, String slot) {
        var pressed = turn.pressed() == null ? "" : Pressed.after(Pressed.VALUE + slot + ".", turn.pressed());
        return pressed.isEmpty()
                ? turn.heard().entities().stream()
                        .filter(entity -> entity.name().equals(slot))
                        .reduce((first, last) -> last)
                        .map(Entity::value)
                : Optional.of(pressed);
    }

    /** What is only taken when it was asked for. */
    static boolean personal(Persona persona, Form.Slot slot) {
        return slot.why() != null
                || (persona.entities().get(slot.name()) instanceof EntityKind.BuiltIn(var kind)
                        && PERSONAL.contains(kind));
    }
}
