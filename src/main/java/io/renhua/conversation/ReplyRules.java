package io.renhua.conversation;

import io.renhua.message.ConversationId;
import io.renhua.persona.Problem;
import io.renhua.store.Queries;
import java.time.Clock;
import java.util.List;

/** What people at the desk are held to: the rules of the persona in whose name they speak. */
public final class ReplyRules {
    private final Personas personas;
    private final States states;
    private final Clock clock;

    public ReplyRules(Personas personas, States states, Clock clock) {
        this.personas = personas;
        this.states = states;
        this.clock = clock;
    }

    /** What is wrong with words that are about to be said in a conversation. */
    public List<Problem> judge(ConversationId conversation, String words) {
        return in(conversation).judge(words);
    }

    /** The same, as a transaction sees it. */
    List<Problem> judge(Queries queries, ConversationId conversation, String words) {
        return speaking(states.load(queries, conversation), conversation).judge(words);
    }

    /** In whose name, and how, somebody speaks in a conversation. */
    public Speaking in(ConversationId conversation) {
        return speaking(states.load(conversation), conversation);
    }

    private Speaking speaking(Remembered remembered, ConversationId conversation) {
        var live = personas.atHand(conversation, remembered, clock);
        var state = remembered.state();
        return new Speaking(live, state, live.persona().locales().pick(state.locale()));
    }
}
