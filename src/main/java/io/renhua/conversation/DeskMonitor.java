package io.renhua.conversation;

import static io.renhua.journal.Journal.PROBE;

import io.renhua.handoff.Agent;
import io.renhua.handoff.Agent.Presence;
import io.renhua.handoff.Agents;
import io.renhua.handoff.Desk;
import io.renhua.handoff.Desk.Change;
import io.renhua.handoff.Ownership;
import io.renhua.handoff.Ownership.Queued;
import io.renhua.handoff.Request;
import io.renhua.store.Store;
import io.renhua.store.Transaction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Lets a chat that is none enter the queue each minute, by the way in which real ones do, and knows which open desks have not
 * seen it in time. Nobody is asked to take it, and it is counted nowhere.
 */
public final class DeskMonitor {
    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final String WHY = "probe";

    private final Store store;
    private final Desk desk;
    private final Agents agents;
    private final Probing probing;
    private final Clock clock;
    private final Map<String, Instant> since = new HashMap<>();
    private volatile List<Blind> blind = List.of();
    private boolean cleared;

    public DeskMonitor(Store store, Desk desk, Agents agents, Probing probing, Clock clock) {
        this.store = store;
        this.desk = desk;
        this.agents = agents;
        this.probing = probing;
        this.clock = clock;
    }

    /**
     * An agent whose open desk does not see the queue.
     *
     * @param since when it should have
     */
    public record Blind(String login, Instant since) {}

    /** Who does not see it, as of a moment ago. */
    public List<Blind> blind() {
        return blind;
    }

    /** A desk has seen what entered in an epoch. */
    public void seen(String login, long epoch) {
        store.write("probe " + login, transaction -> {
            transaction.update("delete from desk_probe where login = ?", login);
            transaction.update("insert into desk_probe (login, epoch) values (?, ?)", login, epoch);
        });
    }

    /** Lets the next one in when it is time, and sees who has not seen the last. Any node may, and several at once. */
    public synchronized void look() {
        if (!probing.on()) {
            clear();
            return;
        }
        var owner = desk.ownerOf(PROBE);
        if (isDue(owner)) {
            store.write(PROBE.toString(), this::enter);
        } else {
            watch(owner);
        }
    }

    private boolean isDue(Ownership owner) {
        return entered(owner).plus(EVERY).compareTo(clock.instant()) <= 0;
    }

    private static Instant entered(Ownership owner) {
        return owner.asked().map(Request::since).orElse(Instant.EPOCH);
    }

    /** Of those before nothing is kept. */
    private void enter(Transaction transaction) {
        var owner = desk.ownerOf(transaction, PROBE);
        if (isDue(owner)) {
            transaction.update("delete from journal where conversation = ?", PROBE.toString());
            var request = Request.ordinary(Desk.ANY_TEAM, WHY, clock.instant());
            desk.pass(transaction, PROBE, owner, new Queued(owner.epoch() + 1, request), Change.because(WHY));
        }
    }

    private void watch(Ownership owner) {
        var now = clock.instant();
        var due = entered(owner).plus(probing.within());
        var reached = store
                .list("select login, epoch from desk_probe", row -> Map.entry(row.getString(1), row.getLong(2)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        var missing = agents.all().stream()
                .filter(agent -> isOpen(agent, now))
                .map(Agent::login)
                .filter(login -> reached.getOrDefault(login, Long.MAX_VALUE) < owner.epoch()) // programs have no page
                .filter(login -> since.containsKey(login) || !due.isAfter(now))
                .toList();
        since.keySet().retainAll(missing);
        missing.forEach(login -> since.putIfAbsent(login, due));
        blind = since.entrySet().stream()
                .map(each -> new Blind(each.getKey(), each.getValue()))
                .toList();
    }

    private static boolean isOpen(Agent agent, Instant now) {
        return agent.presence() != Presence.OFFLINE && agent.isConnected(now);
    }

    /** What was left by a time when it was on. */
    private void clear() {
        if (!cleared && desk.ownerOf(PROBE) instanceof Queued) {
            store.write(PROBE.toString(), transaction -> {
                transaction.update("delete from journal where conversation = ?", PROBE.toString());
                transaction.update("delete from ownership where conversation = ?", PROBE.toString());
                transaction.update("delete from desk_probe");
            });
        }
        cleared = true;
    }
}
