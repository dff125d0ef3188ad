package io.renhua.dialogue;

import io.renhua.persona.Form;
import io.renhua.persona.Line;
import io.renhua.persona.Persona;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The question that is open: answered, corrected, put off by another question, or given up. */
final class Forms implements Rung {
    private static final int CONFIRM_TRIES = 2;
    private final Answers answers;
    private final Handoffs handoffs;
    private final Fulfilment fulfilment;

    Forms(Answers answers, Handoffs handoffs, Tables tables) {
        this.answers = answers;
        this.handoffs = handoffs;
        this.fulfilment = new Fulfilment(answers, handoffs, tables);
    }

    @Override
    public boolean takes(Turn turn) {
        dropStale(turn);
        var pressed = Pressed.after(Pressed.FORM, turn.pressed() == null ? "" : turn.pressed());
        if (!pressed.isEmpty()) {
            begin(turn, pressed, lineOf(turn, pressed));
            return true;
        }
        var open = turn.state().form();
        return open == null ? corrects(turn) : answers(turn, form(turn, open), open);
    }

    /** Says a line, or begins the form that it needs first. */
    void answer(Turn turn, Line line) {
        if (line.form() == null) {
            answers.give(turn, line);
        } else {
            begin(turn, line.form(), line.id());
        }
    }

    /** Whether the message says something that the open form waits for. */
    boolean hears(Turn turn) {
        dropStale(turn);
        var open = turn.state().form();
        return open != null && tellsMore(open, Slots.heard(turn, form(turn, open), open));
    }

    /** What an action came to, and the question that is open beside it. */
    boolean ended(Turn turn, String id, Performed performed) {
        boolean waitedFor = fulfilment.ended(turn, id, performed);
        if (waitedFor && !turn.handsOff()) {
            askAgain(turn);
        }
        return waitedFor;
    }

    void askAgain(Turn turn) {
        var open = turn.state().form();
        if (open != null) {
            advance(turn, form(turn, open), open);
        }
    }

    private void begin(Turn turn, String id, @Nullable String line) {
        turn.take(line == null ? Pressed.FORM + id : line);
        var form = form(turn, id);
        var open = turn.state().form();
        if (open != null && open.id().equals(id)) {
            advance(turn, form, Slots.heard(turn, form, open));
            return;
        }
        var begun = Slots.begun(turn, form, OpenForm.begun(id, line, turn.at()));
        turn.change(state -> state.opening(begun));
        advance(turn, form, begun);
    }

    private boolean answers(Turn turn, Form form, OpenForm open) {
        turn.because(new Reason.Answered(form.id(), open.asking()));
        var asked = Slots.named(form, open.asking());
        if (asked.filter(slot -> slot.optional() && EverydayWords.skip(turn.words()))
                .isPresent()) {
            proceed(turn, form, open.skipping(open.asking(), turn.at()));
        } else if (EverydayWords.among(form.cancel(), turn.words())) {
            leave(turn, form);
        } else if (open.confirming()) {
            confirmed(turn, form, open);
        } else {
            asked.ifPresentOrElse(slot -> answered(turn, form, open, slot), () -> advance(turn, form, open));
        }
        return true;
    }

    private void answered(Turn turn, Form form, OpenForm open, Form.Slot slot) {
        var heard = Slots.heard(turn, form, open);
        // almost any words could be a name: those that surely mean a line are none
        boolean answer = heard.knows(slot.name()) && !Slots.name(turn.persona(), slot);
        var other = answer ? Optional.<Line>empty() : digression(turn, open, slot);
        if (other.isPresent()) {
            digress(turn, other.get());
        } else if (tellsMore(open, heard)) {
            proceed(turn, form, heard);
        } else if (Slots.takesAnyWords(turn.persona(), slot) && !turn.words().isEmpty()) {
            proceed(turn, form, open.filled(slot.name(), Slots.plain(turn.words()), turn.at()));
        } else if (stays(turn, open, slot.tries(), slot.stuck())) {
            Questions.retry(turn, form, slot);
        }
    }

    private void confirmed(Turn turn, Form form, OpenForm open) {
        var heard = Slots.heard(turn, form, open);
        var pressed = turn.pressed() == null ? "" : turn.pressed();
        var other = turn.meant();
        if (tellsMore(open, heard)) {
            proceed(turn, form, heard);
        } else if (pressed.equals(Questions.YES) || EverydayWords.yes(turn.words())) {
            turn.take(Pressed.FORM + form.id());
            finish(turn, form, open);
        } else if (pressed.equals(Questions.NO) || EverydayWords.no(turn.words())) {
            leave(turn, form);
        } else if (other.isPresent()) {
            digress(turn, other.get());
        } else if (stays(turn, open, CONFIRM_TRIES, form.slots().getFirst().stuck())) {
            askAgain(turn);
        }
    }

    /** Another line that is surely meant, not the one that asks; what may be any words is only left for a question. */
    private static Optional<Line> digression(Turn turn, OpenForm open, Form.Slot slot) {
        boolean note = Slots.takesAnyWords(turn.persona(), slot) && !Slots.name(turn.persona(), slot);
        boolean question = turn.words().matches("(?s).*(?:[?？]|嗎|吗|呢)\\s*");
        return turn.meant()
                .filter(line -> !note || question || turn.pressed() != null)
                .filter(line -> !open.id().equals(line.form()) || turn.pressed() != null);
    }

    private void digress(Turn turn, Line line) {
        turn.because(null); // what they asked instead
        if (leaves(turn)) {
            turn.change(DialogueState::leaving);
            answer(turn, line);
            return;
        }
        answer(turn, line);
        if (line.form() == null && !turn.handsOff()) {
            askAgain(turn);
        }
    }

    private static boolean leaves(Turn turn) {
        var open = turn.state().form();
        return open != null && form(turn, open).digression() == Form.Digression.LEAVE;
    }

    private void proceed(Turn turn, Form form, OpenForm open) {
        turn.take(open.line() == null ? Pressed.FORM + form.id() : open.line());
        advance(turn, form, open);
    }

    private void advance(Turn turn, Form form, OpenForm open) {
        turn.change(state -> state.moved(open));
        var missing = Slots.missing(form, open);
        if (missing.isPresent()) {
            Questions.ask(turn, form, open, missing.get());
        } else if (form.confirm() != null) {
            Questions.confirm(turn, form, open);
        } else {
            finish(turn, form, open);
        }
    }

    /** Counts a wrong answer; after too many a person takes over. */
    private boolean stays(Turn turn, OpenForm open, int tries, String stuck) {
        var missed = open.missed(turn.at());
        boolean stays = missed.misses() < tries;
        turn.because(new Reason.NotAnswered(open.id(), open.asking(), missed.misses()));
        turn.change(state -> stays ? state.moved(missed) : state.leaving());
        if (!stays) {
            handoffs.handOff(turn, stuck);
        }
        return stays;
    }

    private void leave(Turn turn, Form form) {
        turn.take(Pressed.FORM + form.id());
        turn.because(new Reason.GaveUp(form.id()));
        turn.change(DialogueState::leaving);
        turn.say(Phrasing.say(turn, "forms." + form.id() + ".cancelled", form.cancelled()));
        askAgain(turn);
    }

    private void finish(Turn turn, Form form, OpenForm full) {
        turn.change(state -> state.finishing(full));
        fulfilment.of(turn, form, full);
        if (!turn.handsOff()) {
            askAgain(turn);
        }
    }

    /** 'No, SP20260102' after the answer: the form finished last is answered anew. */
    private boolean corrects(Turn turn) {
        var done = turn.state().done();
        if (done == null || turn.meant().isPresent() || stale(turn.persona(), done, turn.at())) {
            return false;
        }
        var form = form(turn, done);
        var heard = Slots.heard(turn, form, done);
        if (tellsMore(done, heard)) {
            turn.because(new Reason.Answered(form.id(), done.asking()));
            turn.change(state -> state.opening(heard));
            proceed(turn, form, heard);
        }
        return tellsMore(done, heard);
    }

    private static boolean tellsMore(OpenForm before, OpenForm heard) {
        return !heard.slots().equals(before.slots());
    }

    private static void dropStale(Turn turn) {
        turn.change(state -> withoutStale(turn.persona(), state, turn.at()));
    }

    static DialogueState withoutStale(Persona persona, DialogueState state, Instant now) {
        var left = state;
        for (var open = left.form(); open != null && stale(persona, open, now); open = left.form()) {
            left = left.leaving();
        }
        return left;
    }

    /** Too old, or of a script that has changed since. */
    static boolean stale(Persona persona, OpenForm open, Instant now) {
        var form = persona.forms().get(open.id());
        return form == null || Duration.between(open.since(), now).compareTo(form.expires()) > 0;
    }

    private static Form form(Turn turn, OpenForm open) {
        return form(turn, open.id());
    }

    private static Form form(Turn turn, String id) {
        var form = turn.persona().forms().get(id);
        if (form == null) {
            throw new IllegalArgumentException(
                    "no form " + id + " in the script of " + turn.persona().id());
        }
        return form;
    }

    private static @Nullable String lineOf(Turn turn, String form) {
        return turn.persona().lines().values().stream()
                .filter(line -> form.equals(line.form()))
                .map(Line::id)
                .findFirst()
                .orElse(null);
    }
}
