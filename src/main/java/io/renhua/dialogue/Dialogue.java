package io.renhua.dialogue;

import io.renhua.message.Content;
import io.renhua.persona.Persona;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Decides what a persona does next. A pure function: no clock, no chance, no I/O. */
public final class Dialogue {
    private final Welcomes welcomes;
    private final WhileWaiting whileWaiting;
    private final WhileSilent whileSilent;
    private final Crisis crisis;
    private final Forms forms;
    private final List<Rung> precedence;
    private final Sympathies sympathies;
    private final Reunions reunions = new Reunions();
    private final Disclosures disclosures = new Disclosures();

    public Dialogue() {
        this(Tables.OF_THE_SCRIPT, Variants.BY_PERSON_AND_DAY);
    }

    Dialogue(Tables tables, Variants variants) {
        var handoffs = new Handoffs();
        var answers = new Answers(handoffs, variants);
        forms = new Forms(answers, handoffs, tables);
        var unknowns = new Unknowns(answers, handoffs);
        crisis = new Crisis(answers);
        var lines = new Lines(forms);
        var personWanted = new PersonWanted(handoffs);
        var stopWish = new StopWish(forms);
        var erasure = new Erasure(forms, handoffs);
        sympathies = new Sympathies(handoffs);
        welcomes = new Welcomes(answers);
        whileWaiting = new WhileWaiting(List.of(crisis, erasure, stopWish, new More()), forms, lines);
        whileSilent = new WhileSilent(List.of(crisis, personWanted, erasure, stopWish));
        precedence = List.of(
                crisis,
                personWanted,
                erasure,
                stopWish,
                new Reopened(handoffs),
                sympathies,
                new Campaigns(),
                new More(),
                new Wordless(forms, unknowns),
                forms,
                lines,
                new SensitiveTopics(forms),
                unknowns);
    }

    /** The same history gives the same reply. */
    public Step next(Persona persona, DialogueState state, Heard heard) {
        var turn = Turn.begin(persona, state, heard);
        if (heard.waiting()) {
            whileWaiting.answer(turn);
        } else if (state.isSilent(turn.at())) {
            whileSilent.answer(turn);
        } else {
            switch (heard.content()) {
                case Content.Entered(var entry) -> welcomes.greet(turn, entry);
                case Content.Unsupported unsupported -> {} // no word of theirs: nothing to answer
                default -> climb(turn);
            }
        }
        reunions.comeFirst(turn);
        disclosures.comeFirst(turn);
        return turn.done();
    }

    /** Whether what was said may mean that somebody is in danger, whatever else is done about it. */
    public boolean isInDanger(Persona persona, DialogueState state, List<Heard> breath) {
        return breath.stream().anyMatch(heard -> crisis.takes(Turn.begin(persona, state, heard)));
    }

    /** The same for what was said in one breath. */
    public Upshot next(Persona persona, DialogueState state, List<Heard> breath) {
        if (breath.size() > 1) {
            return new Together(this, persona, state, breath).answer();
        }
        var step = next(persona, state, breath.getFirst());
        return new Upshot(step, List.of(step));
    }

    /**
     * What is said once an action came to something; empty when nobody waits for that any more.
     *
     * @param now where and when it is said; nobody has spoken
     * @param id of the {@link Move.Perform} that began it
     */
    public Optional<Step> performed(Persona persona, DialogueState state, Heard now, String id, Performed performed) {
        var turn = Turn.begin(persona, state, now);
        if (!forms.ended(turn, id, performed)) {
            return Optional.empty();
        }
        sympathies.face(turn);
        return Optional.of(turn.done());
    }

    /** The memory to go on with where what an action came to is for a person to tell. */
    public DialogueState leftToPerson(DialogueState state, String id) {
        return state.did(id);
    }

    /** A step and what its actions come to at once, where somebody knows that without waiting. */
    public Step performing(Persona persona, Step step, Heard now, Function<Move.Perform, Performed> performs) {
        var whole = step;
        for (var move : step.moves()) {
            if (move instanceof Move.Perform perform) {
                whole = performed(persona, whole.state(), now, perform.id(), performs.apply(perform))
                        .map(whole::then)
                        .orElse(whole);
            }
        }
        return whole;
    }

    /** The memory to go on with once questions that were left open for too long are given up. */
    public DialogueState expired(Persona persona, DialogueState state, Instant now) {
        return Forms.withoutStale(persona, state, now);
    }

    /** When the question that is open now will have been left open for too long; empty when none is. */
    public Optional<Expiry> expiry(Persona persona, DialogueState state) {
        var open = state.form();
        var form = open == null ? null : persona.forms().get(open.id());
        return open == null || form == null
                ? Optional.empty()
                : Optional.of(new Expiry(open.id(), open.since().plus(form.expires())));
    }

    /** A form, and the moment from which on nobody is held to it any more. */
    public record Expiry(String form, Instant at) {}

    /** The memory to go on with after a person has been there. */
    public DialogueState afterPerson(DialogueState state, OpenQuestions questions) {
        return switch (questions) {
            case GO_ON -> state.rested();
            case FACTS_STAY -> state.keepingFacts().fresh();
            case FORGOTTEN -> state.fresh();
        };
    }

    /** The same where nobody said what to do with an open form: what was learnt stays. */
    public DialogueState afterPerson(DialogueState state) {
        return afterPerson(state, OpenQuestions.FACTS_STAY);
    }

    private void climb(Turn turn) {
        sympathies.feel(turn);
        take(turn);
        sympathies.colour(turn);
    }

    private void take(Turn turn) {
        for (var rung : precedence) {
            if (rung.takes(turn)) {
                return;
            }
        }
    }
}
