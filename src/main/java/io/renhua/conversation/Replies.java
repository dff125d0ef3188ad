package io.renhua.conversation;

import io.renhua.conversation.LiveDesk.Outcome;
import io.renhua.handoff.Desk;
import io.renhua.journal.Happening;
import io.renhua.journal.Journal;
import io.renhua.message.Content;
import io.renhua.message.ConversationId;
import io.renhua.persona.Guard;
import io.renhua.persona.Problem;
import io.renhua.store.Store;
import io.renhua.store.Transaction;
import java.time.Clock;
import java.util.List;

/** What agents say, in the persona's voice: judged by its rules before it goes out. */
public final class Replies {
    /** The kind of note that an agent writes for colleagues. */
    public static final String NOTE = "note";

    private final Store store;
    private final Desk desk;
    private final Personas personas;
    private final States states;
    private final Voice voice;
    private final Journal journal;
    private final Timers timers;
    private final Clock clock;

    public Replies(
            Store store,
            Desk desk,
            Personas personas,
            States states,
            Voice voice,
            Journal journal,
            Timers timers,
            Clock clock) {
        this.store = store;
        this.desk = desk;
        this.personas = personas;
        this.states = states;
        this.voice = voice;
        this.journal = journal;
        this.timers = timers;
        this.clock = clock;
    }

    /**
     * Says something in a conversation that the agent has.
     *
     * @param messageId the page's own id: sent twice, it is said once
     */
    public Outcome reply(ConversationId conversation, String agent, String alias, String messageId, Content content) {
        return store.commit(conversation.toString(), transaction -> {
            var owner = desk.ownerOf(transaction, conversation);
            if (owner.speaker().filter(agent::equals).isEmpty()) {
                return new Outcome.TooLate(owner);
            }
            var forbidden = judge(states.load(transaction, conversation), conversation, content.asText()).stream()
                    .filter(Guard::forbids)
                    .toList();
            if (!forbidden.isEmpty()) {
                return new Outcome.Forbidden(forbidden);
            }
            var occasion = agent + "\n" + messageId;
            voice.agent(transaction, conversation, occasion, alias, content, owner.epoch());
            answered(transaction, conversation);
            return new Outcome.Done();
        });
    }

    /** Words for those at the desk alone. */
    public void note(ConversationId conversation, String agent, String words) {
        store.write(
                conversation.toString(),
                transaction -> journal.append(
                        transaction, new Happening.Noted(conversation, clock.instant(), NOTE, words, agent)));
    }

    private void answered(Transaction transaction, ConversationId conversation) {
        desk.answered(transaction, conversation);
        timers.cancel(transaction, conversation, Alarm.NoReply.class);
    }

    /** What is wrong with words that an agent is about to say in a conversation, by the persona's own rules. */
    public List<Problem> judge(ConversationId conversation, String words) {
        return judge(states.load(conversation), conversation, words);
    }

    private List<Problem> judge(Remembered remembered, ConversationId conversation, String words) {
        var live = personas.atHand(conversation, remembered, clock);
        var locale = live.persona().locales().pick(remembered.state().locale());
        return words.isBlank() ? List.of() : live.guard().judge(locale, words);
    }
}
