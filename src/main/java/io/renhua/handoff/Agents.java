package io.renhua.handoff;

import io.renhua.handoff.Agent.Presence;
import io.renhua.handoff.Agent.Skills;
import io.renhua.store.Json;
import io.renhua.store.Store;
import io.renhua.store.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who answers at the desk: whether they are there, what they can take, and how much. */
public final class Agents {
    public static final int CAPACITY = 6;
    public static final int MOST = 50;

    /** Begins the reason of whoever was set away by somebody, whose login follows. */
    public static final String SENT_BY = "sent_by:";

    /** A page tells more often than this that it is open; not every word of it is written down. */
    private static final Duration NOTED_EVERY = Duration.ofSeconds(5);

    private static final String BEGIN = """
            insert into desk_agent (login, presence, seen_at, idle_since, capacity, skills)
            values (?, 'online', ?, ?, ?, ?) on conflict do nothing""";

    private static final String AGENTS = """
            select desk_agent.*,
              (select count(*) from ownership
               where ownership.agent = desk_agent.login and owner in ('human', 'transfer', 'offered')) as in_hand
            from desk_agent""";

    private final Store store;
    private final Clock clock;

    public Agents(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** As they stand; empty for somebody who never opened the desk. */
    public Optional<Agent> named(String login) {
        return store.list(AGENTS + " where login = ?", Agents::agent, login).stream()
                .findFirst();
    }

    /** Everybody who ever opened the desk, whoever is idle for the longest time first. */
    public List<Agent> all() {
        return store.list(AGENTS + " order by idle_since, login", Agents::agent);
    }

    /** Whether somebody is at the desk. */
    public boolean attends(String login) {
        var now = clock.instant();
        return named(login).filter(agent -> agent.attends(now)).isPresent();
    }

    /** Somebody has the desk open. The first time makes them an agent who takes everything. */
    public void seen(String login) {
        var now = clock.instant();
        if (named(login)
                .filter(agent -> agent.seen().isAfter(now.minus(NOTED_EVERY)))
                .isEmpty()) {
            store.write(lane(login), transaction -> {
                begin(transaction, login, now);
                transaction.update("update desk_agent set seen_at = ? where login = ?", now, login);
            });
        }
    }

    /** They say whether they are there. Whoever comes back has missed nothing any more. */
    public void present(String login, Presence presence, @Nullable String reason) {
        present(login, presence, reason, clock.instant().plus(Agent.GRACE));
    }

    /** The same of somebody who does not tell again before a moment; then they are offline, unless they do. */
    public void present(String login, Presence presence, @Nullable String reason, Instant until) {
        var now = clock.instant();
        var seen = until.minus(Agent.GRACE);
        store.write(lane(login), transaction -> {
            begin(transaction, login, now);
            transaction.update(
                    "update desk_agent set presence = ?, reason = ?, seen_at = ?, misses = 0 where login = ?",
                    presence.word(),
                    reason,
                    seen,
                    login);
        });
    }

    /**
     * Somebody else says that they are away. Their page does not count as seen by that, and they come back when they choose;
     * who said so stands as the reason.
     */
    public void sendAway(String login, Presence away, String by) {
        if (away != Presence.BREAK && away != Presence.OFFLINE) {
            throw new IllegalArgumentException("nobody is set to " + away.word() + " by others");
        }
        store.write(
                lane(login),
                transaction -> transaction.update(
                        "update desk_agent set presence = ?, reason = ?, misses = 0 where login = ?",
                        away.word(),
                        SENT_BY + by,
                        login));
    }

    /** They closed the desk: until a page of theirs is heard of again, they are offline. */
    public void unseen(String login) {
        store.write(
                lane(login),
                transaction ->
                        transaction.update("update desk_agent set seen_at = ? where login = ?", Instant.EPOCH, login));
    }

    /** What they can take from now on. */
    public void equip(String login, int capacity, Skills skills) {
        if (capacity < 1 || capacity > MOST) {
            throw new IllegalArgumentException("an agent takes 1 to " + MOST + " conversations, not " + capacity);
        }
        store.write(lane(login), transaction -> {
            begin(transaction, login, Instant.EPOCH);
            transaction.update(
                    "update desk_agent set capacity = ?, skills = ? where login = ?",
                    capacity,
                    Json.write(skills),
                    login);
        });
    }

    private static String lane(String login) {
        return "agent " + login;
    }

    private static void begin(Transaction transaction, String login, Instant now) {
        transaction.update(BEGIN, login, now, now, CAPACITY, Json.write(Skills.ALL));
    }

    /** They took or finished something. */
    public void worked(Transaction transaction, String login) {
        transaction.update("update desk_agent set idle_since = ?, misses = 0 where login = ?", clock.instant(), login);
    }

    /**
     * They did not see an offer. The second time in a row sets them away, so that nobody else waits for them.
     *
     * @return whether it did
     */
    public boolean missed(Transaction transaction, String login) {
        transaction.update("update desk_agent set misses = misses + 1 where login = ?", login);
        return transaction.update(
                        "update desk_agent set presence = 'break', reason = 'missed' where login = ? and misses >= 2",
                        login)
                == 1;
    }

    /** Takes an agent's free hand; false when somebody was faster, or they took something themselves. */
    public boolean take(Transaction transaction, Agent agent) {
        return transaction.update(
                        "update desk_agent set idle_since = ? where login = ? and idle_since = ?",
                        clock.instant(),
                        agent.login(),
                        agent.idleSince())
                == 1;
    }

    private static Agent agent(ResultSet row) throws SQLException {
        return new Agent(
                row.getString("login"),
                Presence.valueOf(row.getString("presence").toUpperCase(Locale.ROOT)),
                row.getString("reason"),
                row.getObject("seen_at", OffsetDateTime.class).toInstant(),
                row.getObject("idle_since", OffsetDateTime.class).toInstant(),
                row.getInt("capacity"),
                Json.read(row.getString("skills"), Skills.class),
                row.getInt("misses"),
                row.getInt("in_hand"));
    }
}
