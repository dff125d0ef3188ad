package io.renhua.conversation;

import io.renhua.handoff.Ownership;
import io.renhua.message.Content;
import io.renhua.message.ConversationId;

/** What an agent can do with a conversation, with the words the consumer gets to see. */
public final class LiveDesk {

    /** What came of it. */
    public sealed interface Outcome {
        record Done() implements Outcome {}

        /** Somebody else was faster, or the conversation is no longer theirs; who has it now. */
        record TooLate(Ownership now) implements Outcome {}
    }

    /** Takes a waiting conversation, or one that the persona still answers. The consumer reads {@code joined}. */
    public Outcome claim(ConversationId conversation, String agent, String alias) {
        throw new IllegalStateException();
    }

    /** Says something in a conversation that the agent has. */
    public Outcome reply(ConversationId conversation, String agent, String alias, Content content) {
        throw new IllegalStateException();
    }

    /** Gives it back to the persona. The consumer reads {@code back}. */
    public Outcome release(ConversationId conversation, String agent, String alias) {
        throw new IllegalStateException();
    }

    /** Ends the talk: the persona answers whatever comes next, and nothing is said now. */
    public Outcome close(ConversationId conversation, String agent) {
        throw new IllegalStateException();
    }
}
