package io.renhua.dialogue;

import io.renhua.message.Content;
import io.renhua.persona.Persona;
import io.renhua.persona.Words;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Decides what a persona does next. A pure function: no clock, no chance, no I/O. */
public final class Dialogue {
    private final Welcomes welcomes;
    private final WhileWaiting whileWaiting;
    private final WhileSilent whileSilent;
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
        var crisis = new Crisis(answers);
        var lines = new Lines(forms);
        var personWanted = new PersonWanted(handoffs);
        var stopWish = new StopWish(forms);
        var erasure = new Erasure(handoffs);
        sympathies = new Sympathies(handoffs);
        welcomes = new Welcomes(answers);
        whileWaiting = new WhileWaiting(crisis, forms, lines);
        whileSilent = new WhileSilent(List.of(crisis, personWanted, erasure, stopWish));
        precedence = List.of(
                crisis,
                personWanted,
                erasure,
                stopWish,
                sympathies,
                new Campaigns(),
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

    /** What is said when a person takes over, in the conversation's language. */
    public Move.Say joined(Persona persona, DialogueState state, String agent) {
        return aside(persona, state, "handoff.joined", agent);
    }

    /** What is said when the persona takes over again. */
    public Move.Say back(Persona persona, DialogueState state, String agent) {
        return aside(persona, state, "handoff.back", agent);
    }

    /** What is said to somebody who waits for a person, and was not told or told too little: how long it will take. */
    public Move.Say waiting(Persona persona, DialogueState state, Instant now, Outlook outlook) {
        var locale = persona.locales().pick(state.locale());
        var known = Handoffs.outlook(persona.handoff(), now, outlook, locale);
        var open = outlook.attended() && persona.handoff().hours().openAt(now);
        var values = new Values(persona, state, locale, known, null);
        return Phrasing.say(
                values,
                locale,
                open ? "handoff.queued" : "handoff.closed",
                open ? persona.handoff().queued() : persona.handoff().closed(),
                new Reason.Waiting());
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

    /** What is said when another person is asked to take over from the one who is there. */
    public Move.Say moving(Persona persona, DialogueState state) {
        return builtIn(
                persona,
                state,
                "handoff.moving",
                "正在幫你轉給同事，留在這個對話就好。",
                "正在帮你转给同事，留在这个对话就好。",
                "Passing you to a colleague. Just stay in this chat.");
    }

    /** What is said when the person who was there does not answer any more. */
    public Move.Say stillHere(Persona persona, DialogueState state) {
        return builtIn(
                persona,
                state,
                "handoff.still_here",
                "還在這裡，正在幫你找別的同事。",
                "还在这里，正在帮你找别的同事。",
                "Still here. Getting somebody else for you.");
    }

    private static Move.Say builtIn(
            Persona persona, DialogueState state, String source, String hant, String hans, String english) {
        var locale = persona.locales().pick(state.locale());
        var words = new Words(Map.of(locale, SpokenTime.say(locale, hant, hans, english)));
        var values = new Values(persona, state, locale, Map.of(), null);
        return Phrasing.say(values, locale, source, words, new Reason.SomebodyElse());
    }

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

    private static Move.Say aside(Persona persona, DialogueState state, String source, String agent) {
        var handoff = persona.handoff();
        var words = source.endsWith("joined") ? handoff.joined() : handoff.back();
        var locale = persona.locales().pick(state.locale());
        var values = new Values(persona, state, locale, Map.of("agent", agent), null);
        var reason = source.endsWith("joined") ? new Reason.PersonCame() : new Reason.PersonLeft();
        return Phrasing.say(values, locale, source, words, reason);
    }
}
