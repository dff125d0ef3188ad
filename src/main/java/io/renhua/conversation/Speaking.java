package io.renhua.conversation;

import io.renhua.dialogue.Blanks;
import io.renhua.dialogue.DialogueState;
import io.renhua.dialogue.LivePersona;
import io.renhua.persona.Guard;
import io.renhua.persona.Problem;
import io.renhua.persona.Problem.Severity;
import io.renhua.text.Wording;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** In whose name somebody at the desk speaks in a conversation, in which language, and what is known there. */
public record Speaking(LivePersona live, DialogueState state, String locale) {

    /** What is wrong with words: a gap that was left open, and what the persona's own rules find. */
    public List<Problem> judge(String words) {
        return words.isBlank()
                ? List.of()
                : Stream.concat(Blanks.in(words).stream().map(this::open), byThePersonasRules(words))
                        .toList();
    }

    /** All but one: whoever is at the desk is a person, and may say so. */
    private Stream<Problem> byThePersonasRules(String words) {
        return live.guard().judge(locale, words).stream()
                .filter(found -> !found.code().equals(Guard.PASSES_FOR_A_PERSON));
    }

    private Problem open(String gap) {
        var filled = fill(gap, Map.of());
        var instead = filled.equals(gap) ? "" : filled;
        return new Problem("", 1, 1, Guard.OPEN_GAP, Severity.ERROR, Wording.of("%s is still empty", gap), instead);
    }

    /**
     * A text with its gaps filled as far as anything is known.
     *
     * @param known by name: who writes, and to whom
     */
    public String fill(String text, Map<String, String> known) {
        return new Blanks(live.persona(), state, locale, known).fill(text);
    }
}
