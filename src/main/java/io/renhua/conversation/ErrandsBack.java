package io.renhua.conversation;

import io.renhua.dialogue.Dialogue;
import io.renhua.handoff.Ownership.Bot;
import io.renhua.message.ConversationId;
import io.renhua.store.Transaction;
import java.time.Clock;

/** Says what came of actions; where a person has the conversation, or is on the way, notes it for them instead. */
public final class ErrandsBack {
    private final ErrandRows rows;
    private final Personas personas;
    private final Ears ears;
    private final Dialogue dialogue;
    private final Books books;
    private final Findings findings;
    private final Clock clock;

    public ErrandsBack(
            ErrandRows rows,
            Personas personas,
            Ears ears,
            Dialogue dialogue,
            Books books,
            Findings findings,
            Clock clock) {
        this.rows = rows;
        this.personas = personas;
        this.ears = ears;
        this.dialogue = dialogue;
        this.books = books;
        this.findings = findings;
        this.clock = clock;
    }

    void enter(Transaction transaction, ConversationId conversation) {
        rows.take(transaction, conversation).forEach(back -> enter(transaction, conversation, back));
    }

    private void enter(Transaction transaction, ConversationId conversation, ErrandRows.Back back) {
        var page = books.page(transaction, conversation);
        var state = page.remembered().state();
        var live = personas.atHand(conversation, page.remembered(), clock);
        findings.keep(transaction, conversation, live.persona(), back);

        if (!(page.owner() instanceof Bot bot)) {
            books.remember(transaction, conversation, live, dialogue.leftToPerson(state, back.step()));
            return; // a person owes the next word, and reads the journal
        }
        var silence = live.silence(ears.moment(transaction, conversation, bot));
        dialogue.performed(live.persona(), state, silence, back.step(), back.performed())
                .map(step -> new Books.Decided(conversation, back.id(), live, state, bot, step))
                .ifPresent(decided -> books.say(transaction, decided));
    }
}
