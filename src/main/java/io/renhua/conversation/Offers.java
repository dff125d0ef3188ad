package io.renhua.conversation;

import io.renhua.handoff.Agent;
import io.renhua.handoff.Agent.Need;
import io.renhua.handoff.Agents;
import io.renhua.handoff.Desk;
import io.renhua.handoff.Desk.Change;
import io.renhua.handoff.Ownership.Queued;
import io.renhua.handoff.Request;
import io.renhua.message.ConversationId;
import io.renhua.store.Store;
import io.renhua.store.Transaction;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Asks agents, one at a time, to take those who wait. */
public final class Offers {
    private static final int AT_ONCE = 50;

    private final Store store;
    private final Desk desk;
    private final Agents agents;
    private final Baton baton;
    private final States states;
    private final Personas personas;
    private final Floods floods;
    private final DeskTimes times;
    private final Clock clock;

    public Offers(
            Store store,
            Desk desk,
            Agents agents,
            Baton baton,
            States states,
            Personas personas,
            Floods floods,
            DeskTimes times,
            Clock clock) {
        this.store = store;
        this.desk = desk;
        this.agents = agents;
        this.baton = baton;
        this.states = states;
        this.personas = personas;
        this.floods = floods;
        this.times = times;
        this.clock = clock;
    }

    /** Offers what waits to who can take it, one to each. Any node may do so, and several at once. */
    public void look() {
        var waiting = desk.queue(AT_ONCE);
        if (waiting.isEmpty()) {
            return;
        }
        var flooded = floods.now();
        var now = clock.instant();
        var there = agents.all().stream().filter(agent -> agent.attends(now)).toList();
        var free = there.stream().filter(agent -> agent.isFree(now)).collect(Collectors.toCollection(ArrayList::new));
        for (int i = 0; i < waiting.size() && !free.isEmpty(); i++) {
            if (!flooded.contains(waiting.get(i).conversation()) || isUrgent(waiting.get(i))) {
                offer(waiting.get(i), there, free);
            }
        }
    }

    private void offer(Desk.Held held, List<Agent> there, List<Agent> free) {
        if (held.owner() instanceof Queued queued && !isKept(queued.request(), there, free)) {
            var need = need(held.conversation());
            free.stream()
                    .filter(agent -> agent.fits(queued.request(), need))
                    .min(Comparator.comparing(agent -> !isWished(queued.request(), agent))) // else in their order
                    .ifPresent(agent -> {
                        free.remove(agent);
                        store.write(
                                held.conversation().toString(),
                                transaction -> offer(transaction, held.conversation(), queued, agent));
                    });
        }
    }

    private static boolean isUrgent(Desk.Held held) {
        return held.owner()
                .asked()
                .map(Request::rank)
                .filter(Request.Rank.URGENT::equals)
                .isPresent();
    }

    /** For somebody who is there and has no hand free. */
    private static boolean isKept(Request request, List<Agent> there, List<Agent> free) {
        return request.wish().isKept()
                && there.stream().anyMatch(agent -> isWished(request, agent) && !free.contains(agent));
    }

    private static boolean isWished(Request request, Agent agent) {
        return agent.login().equals(request.wish().agent());
    }

    /** Nothing happens where the conversation, or the agent, was taken meanwhile: they are looked at again soon. */
    private void offer(Transaction transaction, ConversationId conversation, Queued queued, Agent agent) {
        if (desk.ownerOf(transaction, conversation) instanceof Queued still
                && still.epoch() == queued.epoch()
                && agents.take(transaction, agent)) {
            var now = clock.instant();
            var offered = still.offer(agent.login(), now, now.plus(times.offer()));
            baton.pass(transaction, conversation, still, offered, Change.because("offered"));
        }
    }

    private Need need(ConversationId conversation) {
        var remembered = states.load(conversation);
        var persona = personas.atHand(conversation, remembered, clock).persona();
        return new Need(persona.id(), remembered.state().locale(), conversation.channel());
    }
}
