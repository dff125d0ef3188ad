package io.renhua.server;

import io.renhua.handoff.Ownership;
import io.renhua.handoff.Ownership.Bot;
import io.renhua.handoff.Ownership.Closed;
import io.renhua.handoff.Ownership.Hold;
import io.renhua.handoff.Ownership.Human;
import io.renhua.handoff.Ownership.Offered;
import io.renhua.handoff.Ownership.Queued;
import io.renhua.handoff.Ownership.Transfer;
import io.renhua.handoff.Ownership.Wrap;
import io.renhua.handoff.Request;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who owes a conversation's next word, as pages show it.
 *
 * @param owner as {@link Ownership#word} has it
 * @param agent the login of whoever has it, is asked to take it, or put it off
 * @param team that is to take it
 * @param why the reason it waits for, or the topic it was resolved with; outside, {@code app} or {@code desk}; over,
 *     {@code left}, {@code blocked} or {@code spam} where nobody resolved it
 * @param rank of a request, in lower case
 * @param since when it came to its owner; of a request, when the wait began
 * @param until when an offer, a question, a hold, the time to take back or the silence outside ends
 * @param to the login of the colleague, or the team, that is asked to take it over
 */
record DeskStand(
        String owner,
        @Nullable String agent,
        @Nullable String agentName,
        @Nullable String team,
        @Nullable String why,
        @Nullable String rank,
        @Nullable Instant since,
        @Nullable Instant until,
        @Nullable String to,
        @Nullable String toName) {

    static DeskStand of(Ownership owner, DeskNames names) {
        return switch (owner) {
            case Bot bot -> stand(owner, null, null, null, null, names);
            case Queued(var epoch, var request) -> asked(owner, request, null, null, names);
            case Offered(var epoch, var request, var agent, var since, var until) ->
                asked(owner, request, agent, until, names);
            case Human(var epoch, var agent, var team, var since) -> stand(owner, agent, team, since, null, names);
            case Transfer transfer -> transfer(transfer, names);
            case Hold(var epoch, var request, var agent, var until) -> asked(owner, request, agent, until, names);
            case Wrap(var epoch, var agent, var team, var topic, var since, var until) ->
                new DeskStand("wrap", agent, names.staff(agent), team, topic, null, since, until, null, null);
            case Ownership.Outside(var epoch, var where, var by, var team, var since, var until) ->
                new DeskStand("outside", null, by, team, where.word(), null, since, until, null, null);
            case Closed closed -> closed(closed, names);
        };
    }

    private static DeskStand closed(Closed closed, DeskNames names) {
        var exit = closed.exit();
        var why = closed.isShut() && exit != null ? exit.how().word() : null;
        var name = closed.agent() == null ? null : names.staff(closed.agent());
        return new DeskStand(
                "closed", closed.agent(), name, closed.team(), why, null, closed.since(), null, null, null);
    }

    private static DeskStand asked(
            Ownership owner, Request request, @Nullable String agent, @Nullable Instant until, DeskNames names) {
        var rank = request.rank().name().toLowerCase(java.util.Locale.ROOT);
        return new DeskStand(
                owner.word(),
                agent,
                agent == null ? null : names.staff(agent),
                request.team(),
                request.why(),
                rank,
                request.since(),
                until,
                null,
                null);
    }

    private static DeskStand transfer(Transfer transfer, DeskNames names) {
        var to = transfer.to().agent();
        return new DeskStand(
                "transfer",
                transfer.agent(),
                names.staff(transfer.agent()),
                transfer.team(),
                null,
                null,
                transfer.since(),
                transfer.until(),
                to == null ? transfer.to().team() : to,
                to == null ? transfer.to().team() : names.staff(to));
    }

    private static DeskStand stand(
            Ownership owner,
            @Nullable String agent,
            @Nullable String team,
            @Nullable Instant since,
            @Nullable Instant until,
            DeskNames names) {
        var name = agent == null ? null : names.staff(agent);
        return new DeskStand(owner.word(), agent, name, team, null, null, since, until, null, null);
    }
}
