package io.renhua.dialogue;

import io.renhua.persona.Persona;
import java.util.List;

/** Decides what a persona does next. A pure function: no clock, no chance, no I/O. */
public final class Dialogue {

    /** The same history gives the same reply. */
    public Step next(Persona persona, DialogueState state, Heard heard) {
        return new Step(state, List.of(), null, 0, persona.locales().standard());
    }

    public Step joined(Persona persona, DialogueState state, String agent) {
        return new Step(state, List.of(), null, 0, persona.locales().standard());
    }

    public Step back(Persona persona, DialogueState state, String agent) {
        return new Step(state, List.of(), null, 0, persona.locales().standard());
    }

    public DialogueState afterPerson(DialogueState state) {
        return state;
    }
}
