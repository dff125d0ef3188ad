package io.renhua.dialogue;

import io.renhua.message.Choice;
import io.renhua.message.Content;
import io.renhua.persona.Persona;
import io.renhua.persona.Privacy;
import io.renhua.text.Fold;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds what a pressed quick reply or menu entry leads to; a label that was typed counts as pressed. */
final class Pressed {
    static final String FORM = "forms.";
    static final String HANDOFF = "handoff.";
    /** A value offered for the open question: {@code value.<slot>.<value>}. */
    static final String VALUE = "value.";

    private Pressed() {}

    static @Nullable String key(Persona persona, DialogueState state, Content content) {
        if (content instanceof Content.Chosen(var key, var label)) {
            return leads(persona, key) ? key : labelled(persona, state, label).orElse(null);
        }
        return labelled(persona, state, Utterance.of(content)).orElse(null);
    }

    private static Optional<String> labelled(Persona persona, DialogueState state, String words) {
        var wanted = Fold.key(words);
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        var offered = state.offered().stream()
                .filter(choice -> Fold.key(choice.label()).equals(wanted))
                .map(Choice::key);
        var labels = persona.labels().entrySet().stream()
                .filter(label -> label.getValue().byLocale().values().stream()
                        .anyMatch(each -> Fold.key(each).equals(wanted)))
                .map(Map.Entry::getKey)
                .sorted();
        return Stream.concat(offered, labels).filter(key -> leads(persona, key)).findFirst();
    }

    private static boolean leads(Persona persona, String key) {
        return persona.lines().containsKey(key)
                || persona.forms().containsKey(after(FORM, key))
                || (key.startsWith(HANDOFF) && persona.handoff().reasons().containsKey(after(HANDOFF, key)))
                || key.equals(Meant.PERSON)
                || persona.outreach().campaigns().containsKey(after(Campaigns.PREFIX, key))
                || key.equals(Privacy.ERASE)
                || key.equals(More.KEY)
                || key.startsWith(VALUE);
    }

    /** The rest after a prefix; empty where the prefix is not there. */
    static String after(String prefix, String key) {
        return key.startsWith(prefix) ? key.substring(prefix.length()) : "";
    }
}
