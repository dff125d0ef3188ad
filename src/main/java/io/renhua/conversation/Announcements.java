package io.renhua.conversation;

import io.renhua.dialogue.Dialogue;
import io.renhua.dialogue.DialogueState;
import io.renhua.dialogue.LivePersona;
import io.renhua.dialogue.Move;
import io.renhua.handoff.Desk;
import io.renhua.message.ConversationId;
import io.renhua.persona.Persona;
import io.renhua.store.Transaction;
import java.time.Clock;
import java.util.List;

/** What the persona says about who speaks, when nobody has spoken to it: in the conversation's own language. */
public final class Announcements {
    private final Personas personas;
    private final States states;
    private final Dialogue dialogue;
    private final Voice voice;
    private final Clock clock;

    public Announcements(Personas personas, States states, Dialogue dialogue, Voice voice, Clock clock) {
        this.personas = personas;
        this.states = states;
        this.dialogue = dialogue;
        this.voice = voice;
        this.clock = clock;
    }

    /** A person is there. */
    void joined(Transaction transaction, ConversationId conversation, long epoch, String alias) {
        say(transaction, conversation, "epoch", epoch, (persona, state) -> dialogue.joined(persona, state, alias));
    }

    /** The persona answers again. */
    void back(Transaction transaction, ConversationId conversation, long epoch, String alias) {
        say(transaction, conversation, "epoch", epoch, (persona, state) -> dialogue.back(persona, state, alias));
    }

    /** Somebody comes, and how long it will take. */
    void waiting(Transaction transaction, ConversationId conversation, long epoch, Desk.Outlook outlook) {
        say(transaction, conversation, "epoch", epoch, wait(outlook));
    }

    /** It takes longer than was said before. */
    void waitingLonger(Transaction transaction, ConversationId conversation, long epoch, Desk.Outlook outlook) {
        say(transaction, conversation, "wait", epoch, wait(outlook));
    }

    private Announcement wait(Desk.Outlook outlook) {
        return (persona, state) -> dialogue.waiting(persona, state, clock.instant(), Ears.outlook(outlook));
    }

    /** Somebody else will answer, in the same chat. */
    void moving(Transaction transaction, ConversationId conversation, long epoch) {
        say(transaction, conversation, "epoch", epoch, dialogue::moving);
    }

    /** Whoever had it does not answer; they are not forgotten. */
    void stillHere(Transaction transaction, ConversationId conversation, long epoch) {
        say(transaction, conversation, "epoch", epoch, dialogue::stillHere);
    }

    private void say(
            Transaction transaction, ConversationId conversation, String occasion, long epoch, Announcement words) {
        var remembered = states.load(transaction, conversation);
        var live = personas.atHand(conversation, remembered, clock);
        var state = remembered.state();
        var speech = speech(live, state, words.of(live.persona(), state));
        voice.persona(transaction, conversation, occasion + " " + epoch, voice.judged(speech), null, epoch, Place.NONE);
    }

    private static Voice.Speech speech(LivePersona live, DialogueState state, Move.Say say) {
        return new Voice.Speech(live, live.persona().locales().pick(state.locale()), List.of(say));
    }

    private interface Announcement {
        Move.Say of(Persona persona, DialogueState state);
    }
}
