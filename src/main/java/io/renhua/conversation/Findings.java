package io.renhua.conversation;

import io.renhua.dialogue.Performed;
import io.renhua.message.ConversationId;
import io.renhua.people.Profiles;
import io.renhua.persona.Persona;
import io.renhua.store.Transaction;
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
        notes.cameOf(transaction, conversation, name + ": " + inWords(performed));
        if (action != null && performed instanceof Performed.Done(var _, var values)) {
            profiles.learn(transaction, conversation, action.remembered(values));
        }
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
