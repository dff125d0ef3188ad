package io.renhua.server;

import io.renhua.conversation.DeskMonitor;
import io.renhua.conversation.WaitPromises.Promise;
import io.renhua.handoff.Agent;
import io.renhua.handoff.Blocks;
import io.renhua.handoff.Desk.Held;
import io.renhua.handoff.Ownership;
import io.renhua.handoff.Request;
import io.renhua.message.ConversationId;
import io.renhua.people.Pair;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everything at the desk at one moment: who waits, who answers whom, what was promised.
 *
 * @param seq the journal's end when this was so
 * @param held what is not the persona's alone, in the order in which it waits
 * @param agents everybody who works at the desk
 * @param floods those to whom nobody is called
 * @param asked whom somebody asks to have blocked
 * @param merges whom somebody asks to make one person
 * @param blind whose desks do not see the queue, where that is looked at
 */
record DeskFloor(
        long seq,
        Instant now,
        List<Held> held,
        List<Agent> agents,
        Map<ConversationId, TranscriptSummary> summaries,
        Map<ConversationId, Promise> promises,
        Set<ConversationId> floods,
        List<Blocks.Block> asked,
        List<Pair> merges,
        List<DeskMonitor.Blind> blind) {

    /** Those who wait for a person now; not those who left word. */
    List<Held> waiting() {
        return held.stream()
                .filter(each -> each.owner() instanceof Ownership.Queued || each.owner() instanceof Ownership.Offered)
                .toList();
    }

    /** Those with whom a person is. */
    List<Held> answered() {
        return held.stream().filter(each -> each.owner().speaker().isPresent()).toList();
    }

    /** What somebody who waits was told; empty once it was broken, or where nothing was. */
    Optional<Promise> promiseOf(Held waiting) {
        var promise = Optional.ofNullable(promises.get(waiting.conversation()));
        return waiting.owner()
                .asked()
                .flatMap(request -> promise.filter(each -> request.since().equals(each.since())));
    }

    boolean isBroken(Held waiting) {
        var summary = summaries.get(waiting.conversation());
        var broken = summary == null ? null : summary.broken();
        boolean noted = broken != null
                && waiting.owner()
                        .asked()
                        .map(Request::since)
                        .filter(since -> !broken.isBefore(since))
                        .isPresent();
        return noted
                || promiseOf(waiting)
                        .filter(each -> !each.breaks().isAfter(now))
                        .isPresent();
    }

    boolean isAttended() {
        return agents.stream().anyMatch(agent -> agent.attends(now));
    }
}
