package io.renhua.handoff;

import io.renhua.handoff.Agent.Need;
import io.renhua.handoff.Agent.Presence;
import io.renhua.store.Transaction;
import java.time.Clock;
import java.util.Optional;

/** Finds who is asked to take a conversation: of those who can and have a hand free, whoever is idle for the longest time. */
public final class Router {
    private final Agents agents;
    private final Clock clock;

    public Router(Agents agents, Clock clock) {
        this.agents = agents;
        this.clock = clock;
    }

    /** Keeps the agent until the transaction ends, so that nobody else asks them for the same free hand. */
    public Optional<Agent> take(Transaction transaction, Request request, Need need) {
        var now = clock.instant();
        return agents.all(transaction).stream()
                .filter(agent -> agent.presenceAt(now) == Presence.ONLINE)
                .filter(agent -> !agent.login().equals(request.passedBy()))
                .filter(agent -> agent.skills().cover(request.team(), need))
                .filter(agent -> agents.load(transaction, agent.login()) < agent.capacity())
                .filter(agent -> agents.take(transaction, agent))
                .findFirst();
    }
}
