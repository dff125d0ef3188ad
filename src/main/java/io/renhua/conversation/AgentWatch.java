package io.renhua.conversation;

import io.renhua.handoff.Agent.Presence;
import io.renhua.handoff.Agents;
import io.renhua.handoff.Desk;
import io.renhua.handoff.Desk.Held;
import io.renhua.handoff.Ownership.Human;
import io.renhua.handoff.Ownership.Offered;
import io.renhua.message.ConversationId;
import io.renhua.store.Store;
import java.time.Clock;
import java.util.List;

/** Sees who has left the desk, and lets nobody wait for them. */
public final class AgentWatch {
    private final Store store;
    private final Desk desk;
    private final Agents agents;
    private final DeskClock deskClock;
    private final DeskTimes times;
    private final Clock clock;

    public AgentWatch(Store store, Desk desk, Agents agents, DeskClock deskClock, DeskTimes times, Clock clock) {
        this.store = store;
        this.desk = desk;
        this.agents = agents;
        this.deskClock = deskClock;
        this.times = times;
        this.clock = clock;
    }

    /** Takes those who wait for a word from whoever is not there: cut off for too long, or offline of their own will. */
    public void look() {
        desk.neglected(clock.instant().minus(times.gone()))
                .forEach(held -> held.owner().speaker().ifPresent(agent -> leave(held.conversation(), agent)));
    }

    /** Those who wait for a word from an agent. */
    public List<ConversationId> waitingFor(String login) {
        return desk.of(login).stream()
                .filter(held -> held.owner() instanceof Human && held.waitingSince() != null)
                .map(Held::conversation)
                .toList();
    }

    /** Somebody has left of their own will: nobody waits any longer for a word of theirs, or for them to accept. */
    public void letGo(String login) {
        desk.open().stream()
                .filter(held -> held.owner() instanceof Offered offered
                        ? offered.agent().equals(login)
                        : held.waitingSince() != null
                                && held.owner() instanceof Human human
                                && human.agent().equals(login))
                .map(Held::conversation)
                .forEach(conversation -> store.write(
                        conversation.toString(),
                        transaction -> deskClock.withoutThem(transaction, conversation, login)));
    }

    /** The same of somebody who closed the desk; a page of theirs that is still open elsewhere says so in a moment. */
    public void signedOut(String login) {
        agents.unseen(login);
        letGo(login);
    }

    /** Takes everything at once from somebody who does not work here any more. */
    public void dismiss(String login) {
        agents.present(login, Presence.OFFLINE, null);
        desk.of(login).stream().map(Held::conversation).forEach(conversation -> leave(conversation, login));
    }

    private void leave(ConversationId conversation, String login) {
        store.write(conversation.toString(), transaction -> {
            var owner = desk.ownerOf(transaction, conversation);
            if (owner.speaker().filter(login::equals).isPresent()) {
                deskClock.leave(transaction, conversation, owner, DeskClock.GONE);
            }
        });
    }
}
