package io.renhua.conversation;

import io.renhua.dialogue.DialogueState;
import io.renhua.dialogue.LivePersona;
import io.renhua.dialogue.Move;
import io.renhua.dialogue.Passages;
import io.renhua.handoff.Desk;
import io.renhua.message.ConversationId;
import io.renhua.message.Inbound;
import io.renhua.message.Limits;
import io.renhua.message.ReplyHandle;
import io.renhua.persona.Persona;
import io.renhua.store.Transaction;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the persona says about who speaks, when nobody has spoken to it: in the conversation's own language. */
public final class Announcements {
    private final Personas personas;
    private final States states;
    private final Passages passages;
    private final Voice voice;
    private final Clock clock;

    public Announcements(Personas personas, States states, Passages passages, Voice voice, Clock clock) {
        this.personas = personas;
        this.states = states;
        this.passages = passages;
        this.voice = voice;
        this.clock = clock;
    }

    /** A person is there. */
    void joined(Transaction transaction, ConversationId conversation, long epoch, String alias) {
        say(transaction, conversation, "epoch", epoch, (persona, state) -> passages.joined(persona, state, alias));
    }

    /** The persona answers again. */
    void back(Transaction transaction, ConversationId conversation, long epoch, String alias) {
        say(transaction, conversation, "epoch", epoch, (persona, state) -> passages.back(persona, state, alias));
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
        return (persona, state) -> passages.waiting(persona, state, clock.instant(), Ears.outlook(outlook));
    }

    /** Somebody else will answer, in the same chat. */
    void moving(Transaction transaction, ConversationId conversation, long epoch) {
        say(transaction, conversation, "epoch", epoch, passages::moving);
    }

    /** Whoever had it does not answer; they are not forgotten. */
    void stillHere(Transaction transaction, ConversationId conversation, long epoch) {
        say(transaction, conversation, "epoch", epoch, passages::stillHere);
    }

    /** Whether the persona asks people what a person's help was like. */
    boolean asksForRatings(Transaction transaction, ConversationId conversation) {
        var remembered = states.load(transaction, conversation);
        return personas.atHand(conversation, remembered, clock)
                        .persona()
                        .handoff()
                        .rating()
                != null;
    }

    /** What was it like? */
    void rate(Transaction transaction, ConversationId conversation, long epoch, Limits limits) {
        say(transaction, conversation, "rate", epoch, (persona, state) -> passages.rate(persona, state, limits));
    }

    /** Answers what somebody said of a person's help. */
    void thank(Transaction transaction, Inbound said, long epoch, Opinion opinion, Limits limits) {
        say(transaction, said.conversation(), said.id(), said.reply(), epoch, (persona, state) -> switch (opinion) {
            case Opinion.Score score -> passages.rated(persona, state, limits);
            case Opinion.MoreToSay() -> passages.askWhy(persona, state);
            case Opinion.Remark remark -> passages.noted(persona, state);
        });
    }

    private void say(
            Transaction transaction, ConversationId conversation, String occasion, long epoch, Announcement words) {
        say(transaction, conversation, occasion + " " + epoch, null, epoch, words);
    }

    private void say(
            Transaction transaction,
            ConversationId conversation,
            String occasion,
            @Nullable ReplyHandle reply,
            long epoch,
            Announcement words) {
        var remembered = states.load(transaction, conversation);
        var live = personas.atHand(conversation, remembered, clock);
        var state = remembered.state();
        var speech = speech(live, state, words.of(live.persona(), state));
        voice.persona(transaction, conversation, occasion, voice.judged(speech), reply, epoch, Place.NONE);
    }

    private static Voice.Speech speech(LivePersona live, DialogueState state, Move.Say say) {
        return new Voice.Speech(live, live.persona().locales().pick(state.locale()), List.of(say));
    }

    private interface Announcement {
        Move.Say of(Persona persona, DialogueState state);
    }
}
