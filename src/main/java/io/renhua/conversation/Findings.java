package io.renhua.conversation;

import io.renhua.dialogue.Performed;
import io.renhua.message.ConversationId;
import io.renhua.people.Profiles;
import io.renhua.persona.Persona;
import io.renhua.store.Transaction;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Keeps what came of actions: for the desk as a note, and of the person what the script remembers. */
public final class Findings {
    private final Notes notes;
    private final Profiles profiles;

    public Findings(Notes notes, Profiles profiles) {
        this.notes = notes;
        this.profiles = profiles;
    }

    void keep(Transaction transaction, ConversationId conversation, Persona persona, ErrandRows.Back back) {
        var name = back.errand() == null ? back.step() : back.errand().action();
        var action = persona.actions().get(name);
        var performed = back.performed().asAgreed(action);
        var shown = back.forgotten() ? withoutValues(performed) : performed;
        notes.cameOf(transaction, conversation, name + ": " + inWords(shown));
        if (!back.forgotten() && action != null && performed instanceof Performed.Done(var _, var values)) {
            profiles.learn(transaction, conversation, action.remembered(values));
        }
    }

    /** That it was done is the desk's to know; what it found is of somebody who wants to be forgotten. */
    private static Performed withoutValues(Performed performed) {
        return performed instanceof Performed.Done(var result, var _)
                ? new Performed.Done(result, Map.of())
                : performed;
    }

    /** Such as {@code shipped, eta 2026-10-09}. */
    private static String inWords(Performed performed) {
        return switch (performed) {
            case Performed.Failed(var why) -> "failed, " + why;
            case Performed.Done(var result, var values) ->
                Stream.concat(
                                Stream.of(result),
                                new TreeMap<>(values)
                                        .entrySet().stream().map(value -> value.getKey() + " " + value.getValue()))
                        .collect(Collectors.joining(", "));
        };
    }
}
