package io.renhua.dialogue;

import io.renhua.message.Content;
import io.renhua.nlu.Band;
import io.renhua.nlu.Candidate;
import io.renhua.persona.Line;
import io.renhua.persona.Persona;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One turn while it is being decided: what was heard, and what has come of it so far. Not safe to share. */
final class Turn {
    private final Persona persona;
    private final Heard heard;
    private final String locale;
    private final String words;
    private final @Nullable String pressed;
    private final Map<String, String> known = new HashMap<>();
    private final List<Move> moves = new ArrayList<>();
    private DialogueState state;
    private @Nullable String intent;
    private @Nullable Reason reason;
    private double confidence;

    private Turn(Persona persona, DialogueState state, Heard heard) {
        this.persona = persona;
        this.heard = heard;
        var choice = LocaleChoice.of(persona, state, heard);
        this.locale = choice.locale();
        this.words = Utterance.of(heard.content());
        this.pressed = Pressed.key(persona, state, heard.content());
        this.state = state.nextTurn(choice);
        this.confidence = heard.ranking().best().map(Candidate::confidence).orElse(0.0);
    }

    static Turn begin(Persona persona, DialogueState state, Heard heard) {
        return new Turn(persona, state, heard);
    }

    Persona persona() {
        return persona;
    }

    Heard heard() {
        return heard;
    }

    Instant at() {
        return heard.at();
    }

    String locale() {
        return locale;
    }

    /** What was said in words; empty when nothing was. */
    String words() {
        return words;
    }

    /** What the pressed quick reply or menu entry leads to; null when none was pressed. */
    @Nullable
    String pressed() {
        return pressed;
    }

    DialogueState state() {
        return state;
    }

    /** The line that is surely meant. */
    Optional<Line> meant() {
        return pressed == null
                ? Meant.surely(persona, heard, words)
                : Optional.ofNullable(persona.lines().get(pressed));
    }

    void change(UnaryOperator<DialogueState> change) {
        state = change.apply(state);
    }

    /** Something that words of this turn may name: a slot, a look-up's column, who comes and when. */
    void knows(String name, String value) {
        known.put(name, value);
    }

    Map<String, String> known() {
        return known;
    }

    /** What the next words are said for. */
    void because(@Nullable Reason other) {
        reason = other;
    }

    /** Unless it is something else, a line that was meant. */
    Reason reason() {
        if (reason != null) {
            return reason;
        }
        if (pressed != null) {
            return new Reason.Pressed(pressed);
        }
        return heard.ranking().band() == Band.SURE ? new Reason.Surely() : new Reason.InTheseWords();
    }

    void take(String meaning) {
        intent = meaning;
        confidence = pressed == null ? confidence : 1;
        change(before -> before.withMisses(before.misses().understood()));
    }

    void say(Move.Say say) {
        moves.add(say);
        if (!say.bubbles().isEmpty() && say.bubbles().getLast() instanceof Content.Choices(var prompt, var choices)) {
            change(before -> before.offering(choices));
        }
    }

    void make(Move move) {
        moves.add(move);
    }

    void sayFirst(Move.Say say) {
        moves.addFirst(say);
    }

    /** Puts a face on what is said with none. */
    void wear(@Nullable String mood) {
        moves.replaceAll(move -> move instanceof Move.Say(var source, var bubbles, var face, var why) && face == null
                ? new Move.Say(source, bubbles, mood, why)
                : move);
    }

    boolean understood() {
        return intent != null;
    }

    /** The line that this turn was taken for. */
    Optional<Line> answered() {
        return Optional.ofNullable(intent).map(persona.lines()::get);
    }

    boolean speaks() {
        return moves.stream().anyMatch(Move.Say.class::isInstance);
    }

    /** Whether something can be pressed under what is said. */
    boolean offers() {
        return moves.stream()
                .anyMatch(move -> move instanceof Move.Say say
                        && say.bubbles().stream().anyMatch(Content.Choices.class::isInstance));
    }

    boolean handsOff() {
        return moves.stream().anyMatch(Move.HandOff.class::isInstance);
    }

    Step done() {
        return new Step(state, moves, intent, confidence, locale);
    }
}
