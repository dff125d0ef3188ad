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
        return judge(states.load(conversation), conversation, words);
    }

    /** The same, as a transaction sees it. */
    List<Problem> judge(Queries queries, ConversationId conversation, String words) {
        return judge(states.load(queries, conversation), conversation, words);
    }

    private List<Problem> judge(Remembered remembered, ConversationId conversation, String words) {
        var live = personas.atHand(conversation, remembered, clock);
        var locale = live.persona().locales().pick(remembered.state().locale());
        return words.isBlank() ? List.of() : live.guard().judge(locale, words);
    }
}
