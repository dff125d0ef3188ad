package io.renhua.conversation;

import io.renhua.handoff.Agent.Need;
import io.renhua.handoff.Desk;
import io.renhua.handoff.Desk.Change;
import io.renhua.handoff.Ownership.Queued;
import io.renhua.handoff.Router;
import io.renhua.message.ConversationId;
import io.renhua.store.Store;
import io.renhua.store.Transaction;
import java.time.Clock;

/** Asks agents, one at a time, to take those who wait. */
public final class Offers {
    private static final int AT_ONCE = 50;

    private final Store store;
    private final Desk desk;
    private final Router router;
    private final Baton baton;
    private final States states;
    private final Personas personas;
    private final DeskTimes times;
    private final Clock clock;

    public Offers(
            Store store,
            Desk desk,
            Router router,
            Baton baton,
            States states,
            Personas personas,
            DeskTimes times,
            Clock clock) {
        this.store = store;
        this.desk = desk;
        this.router = router;
        this.baton = baton;
        this.states = states;
        this.personas = personas;
        this.times = times;
        this.clock = clock;
    }

    /** Offers everything that waits and that somebody can take. Any node may do so, and several at once. */
    public void look() {
        desk.queue(AT_ONCE).forEach(held -> {
            var need = need(held.conversation());
            store.write(held.conversation().toString(), transaction -> offer(transaction, held.conversation(), need));
        });
    }

    private void offer(Transaction transaction, ConversationId conversation, Need need) {
        if (!(desk.ownerOf(transaction, conversation) instanceof Queued queued)) {
            return; // somebody was faster
        }
        var now = clock.instant();
        router.take(transaction, queued.request(), need)
                .map(agent -> queued.offer(agent.login(), now, now.plus(times.offer())))
                .ifPresent(
                        offered -> baton.pass(transaction, conversation, queued, offered, Change.because("offered")));
    }

    private Need need(ConversationId conversation) {
        var remembered = states.load(conversation);
        var persona = personas.atHand(conversation, remembered, clock).persona();
        return new Need(persona.id(), remembered.state().locale(), conversation.channel());
    }
}
