package io.renhua.conversation;

import io.renhua.conversation.LiveDesk.Outcome;
import io.renhua.handoff.Desk;
import io.renhua.handoff.DeskDrafts;
import io.renhua.journal.Happening.Said;
import io.renhua.journal.Journal;
import io.renhua.message.Content;
import io.renhua.message.ConversationId;
import io.renhua.persona.Guard;
import io.renhua.store.Store;
import io.renhua.store.Transaction;
import java.util.List;

/** What agents say, in the persona's voice: judged by its rules before it goes out. */
public final class Replies {
    /** The kind of note that an agent writes for colleagues. */
    public static final String NOTE = "note";

    private final Store store;
    private final Desk desk;
    private final ReplyRules rules;
    private final Voice voice;
    private final Journal journal;
    private final Timers timers;
    private final DeskDrafts drafts;
    private final Notes notes;

    public Replies(
            Store store,
            Desk desk,
            ReplyRules rules,
            Voice voice,
            Journal journal,
            Timers timers,
            DeskDrafts drafts,
            Notes notes) {
        this.store = store;
        this.desk = desk;
        this.rules = rules;
        this.voice = voice;
        this.journal = journal;
        this.timers = timers;
        this.drafts = drafts;
        this.notes = notes;
    }

    /** Says something in a conversation that the agent has, whatever others have said in it. */
    public Outcome reply(ConversationId conversation, String agent, String alias, String messageId, Content content) {
        return reply(conversation, agent, alias, messageId, List.of(content), Long.MAX_VALUE);
    }

    /**
     * Says something in a conversation that the agent has.
     *
     * @param messageId the page's own id: sent twice, it is said once
     * @param contents one bubble after the other
     * @param seen the place in the journal up to which they have seen the conversation
     */
    public Outcome reply(
            ConversationId conversation,
            String agent,
            String alias,
            String messageId,
            List<Content> contents,
            long seen) {
        return store.commit(conversation.toString(), transaction -> {
            var owner = desk.ownerOf(transaction, conversation);
            if (owner.speaker().filter(agent::equals).isEmpty()) {
                return new Outcome.TooLate(owner);
            }
            var meanwhile = meanwhile(transaction, conversation, agent, seen);
            if (!meanwhile.isEmpty()) {
                return new Outcome.Answered(meanwhile);
            }
            var forbidden = contents.stream()
                    .flatMap(content -> rules.judge(transaction, conversation, words(content)).stream())
                    .filter(Guard::forbids)
                    .toList();
            if (!forbidden.isEmpty()) {
                return new Outcome.Forbidden(forbidden);
            }
            var occasion = agent + "\n" + messageId;
            var by = new Voice.Signature(agent, alias);
            voice.agent(transaction, conversation, occasion, by, contents, owner.epoch());
            drafts.used(transaction, conversation, agent, written(contents.getFirst()));
            answered(transaction, conversation);
            return new Outcome.Done();
        });
    }

    /** What is judged: of a picture, what is said of it. */
    private static String words(Content content) {
        return content instanceof Content.Media media ? media.description() : content.asText();
    }

    /** As it stood where it was written: of a card, its text. */
    private static String written(Content content) {
        return content instanceof Content.Card card ? card.text() : content.asText();
    }

    /** What colleagues have said since. */
    private List<Said> meanwhile(Transaction transaction, ConversationId conversation, String agent, long seen) {
        return journal.said(transaction, conversation, seen).stream()
                .map(entry -> (Said) entry.happening())
                .filter(said -> said.actor() != null && !said.actor().equals(agent))
                .toList();
    }

    /** Words for those at the desk alone. */
    public void note(ConversationId conversation, String agent, String words) {
        store.write(conversation.toString(), transaction -> notes.write(transaction, conversation, agent, words));
    }

    private void answered(Transaction transaction, ConversationId conversation) {
        desk.answered(transaction, conversation);
        timers.cancel(transaction, conversation, Alarm.NoReply.class);
    }
}
