package io.renhua.handoff;

import io.renhua.handoff.Ownership.Bot;
import io.renhua.handoff.Ownership.Human;
import io.renhua.handoff.Ownership.Outside;
import io.renhua.journal.Happening;
import io.renhua.journal.Journal;
import io.renhua.message.ConversationId;
import io.renhua.store.Queries;
import io.renhua.store.Store;
import io.renhua.store.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Knows who owes each conversation's next word, and lets it change hands one winner at a time. */
public final class Desk {
    /** Who takes it where a script's reasons name no team. */
    public static final String ANY_TEAM = "care";

    /** Why a conversation comes back to the agent who has thought better of it. */
    public static final String UNDONE = "undone";

    private static final String OWNER = "select * from ownership where conversation = ?";
    private static final String QUEUE = """
            select * from ownership where owner = 'queued' and conversation <> ? order by urgency, asked_at limit ?""";
    private static final String AT_THE_DESK = """
            select * from ownership where owner in ('queued', 'offered', 'human', 'transfer', 'hold', 'wrap', 'outside')
            order by urgency, since""";
    private static final String TALLIES = """
            select owner, agent, receiver, count(*) from ownership
            where owner in ('queued', 'offered', 'human', 'transfer', 'hold', 'wrap', 'outside') and conversation <> ?
            group by owner, agent, receiver""";
    private static final String IN_A_STATE = """
            select * from ownership where owner = ? and conversation <> ? and (since > ? or (since = ? and conversation > ?))
            order by since, conversation limit ?""";
    private static final String OF_AGENT = """
            select * from ownership where agent = ? and owner in ('human', 'transfer') order by since""";
    private static final String OUTLOOK = """
            select (select count(*) from ownership where owner in ('queued', 'offered') and conversation <> ?),
              (select count(*) from desk_agent where presence in ('online', 'busy') and seen_at >= ?)""";
    private static final String NEGLECTED = """
            select ownership.* from ownership join desk_agent on login = agent
            where owner in ('human', 'transfer') and waiting_since is not null
              and ((owner = 'human' and presence = 'offline') or seen_at < ?)""";
    private static final String PROLONG = "update ownership set until_at = ? where conversation = ? and epoch = ?";
    private static final String WAITS_FOR_A_WORD = """
            update ownership set waiting_since = ? where conversation = ? and waiting_since is null""";
    private static final String ANSWERED = "update ownership set waiting_since = null where conversation = ?";

    private static final String PROBE = Journal.PROBE.toString();

    private static final int LATELY = 60;

    private final Store store;
    private final Journal journal;
    private final Attendance attendance;
    private final Clock clock;
    private final Waits waits = new Waits();

    /** Where the script's hours alone say that somebody is there. */
    public Desk(Store store, Journal journal, Clock clock) {
        this(store, journal, Attendance.BY_HOURS, clock);
    }

    public Desk(Store store, Journal journal, Attendance attendance, Clock clock) {
        this.store = store;
        this.journal = journal;
        this.attendance = attendance;
        this.clock = clock;
    }

    public Ownership ownerOf(ConversationId conversation) {
        return ownerOf(store, conversation);
    }

    /** The same, as a transaction sees it. */
    public Ownership ownerOf(Queries queries, ConversationId conversation) {
        return queries.list(OWNER, OwnershipRows::ownership, conversation.toString()).stream()
                .findFirst()
                .orElse(Bot.FIRST);
    }

    /** Passes the conversation on in a transaction of its own; false when somebody was faster. */
    public boolean pass(ConversationId conversation, Ownership from, Ownership to, Change change) {
        return store.commit(conversation.toString(), transaction -> pass(transaction, conversation, from, to, change));
    }

    /** Passes the conversation on if it still is as the caller saw it; false when somebody was faster. */
    public boolean pass(
            Transaction transaction, ConversationId conversation, Ownership from, Ownership to, Change change) {
        var now = clock.instant();
        if (!OwnershipRows.swap(transaction, conversation, from.epoch(), to, now)) {
            return false;
        }
        if (to instanceof Human human) {
            from.asked()
                    .map(request -> Duration.between(request.since(), human.since()))
                    .ifPresent(waited ->
                            transaction.afterwards(() -> waits.add(waited))); // the work may be begun more than once
        }
        Stretches.passed(transaction, conversation, from, to, change, now);
        Ticks.passed(transaction, conversation, to);
        journal.append(
                transaction,
                new Happening.Passed(
                        conversation,
                        now,
                        to.epoch(),
                        to.word(),
                        byOf(to),
                        change.why(),
                        change.actor(),
                        to.asked().map(request -> asked(request, change)).orElse(null)));
        return true;
    }

    private static Happening.Passed.Asked asked(Request request, Change change) {
        return new Happening.Passed.Asked(
                request.team(),
                request.why(),
                request.rank().name().toLowerCase(Locale.ROOT),
                request.since(),
                change.slots());
    }

    /**
     * What led to a change of hands.
     *
     * @param why a word that pages have a sentence for, or a topic
     * @param actor the agent who did it; null when it happened by the clock or by what somebody wrote
     * @param slots what the person told in the form that was open
     */
    public record Change(@Nullable String why, @Nullable String actor, Map<String, String> slots) {
        public Change {
            slots = Map.copyOf(slots);
        }

        public static Change because(String why) {
            return new Change(why, null, Map.of());
        }

        public static Change by(String actor, String why) {
            return new Change(why, actor, Map.of());
        }

        public Change knowing(Map<String, String> told) {
            return new Change(why, actor, told);
        }
    }

    /** Those who wait for a person and were offered to nobody, whoever is to come first in front. */
    public List<Held> queue(int most) {
        return store.list(QUEUE, Desk::held, PROBE, most);
    }

    /** Everything that is not the persona's alone, in the order in which it waits; {@link Journal#PROBE} too. */
    public List<Held> open() {
        return store.list(AT_THE_DESK, Desk::held);
    }

    /** How many are how, and whose, of all that are not the persona's alone. */
    public List<Tally> tallies() {
        return store.list(
                TALLIES, row -> new Tally(row.getString(1), row.getString(2), row.getString(3), row.getInt(4)), PROBE);
    }

    /**
     * So many conversations that are alike.
     *
     * @param owner as {@link Ownership#word} has it
     * @param agent whoever has them; null where nobody does
     * @param receiver the colleague who is asked to take them; null where nobody, or a team is
     */
    public record Tally(
            String owner, @Nullable String agent, @Nullable String receiver, int count) {}

    /**
     * Those in a state, whoever came to it first in front.
     *
     * @param word as {@link Ownership#word} has it
     * @param since with the conversation the last that was listed before: what comes after it is listed
     */
    public List<Stay> in(String word, Instant since, String conversation, int most) {
        return store.list(
                IN_A_STATE,
                row -> new Stay(
                        held(row), row.getObject("since", OffsetDateTime.class).toInstant()),
                word,
                PROBE,
                since,
                since,
                conversation,
                most);
    }

    /** A conversation, and since when it is as it is; of a request, since when they wait. */
    public record Stay(Held held, Instant since) {}

    /** Who owes the next word in some conversations; those that never were anybody's but the bot's are missing. */
    public Map<ConversationId, Ownership> owners(Collection<ConversationId> conversations) {
        if (conversations.isEmpty()) {
            return Map.of();
        }
        var names = conversations.stream().map(ConversationId::toString).toList();
        return store
                .read(handle -> handle.createQuery("select * from ownership where conversation in (<names>)")
                        .bindList("names", names)
                        .map((row, context) -> held(row))
                        .list())
                .stream()
                .collect(Collectors.toMap(Held::conversation, Held::owner));
    }

    /** What an agent has in hand, the oldest first. */
    public List<Held> of(String agent) {
        return store.list(OF_AGENT, Desk::held, agent);
    }

    /**
     * Those who wait for a word from an agent who is offline of their own will, or was not heard of since. What the former
     * pass on has a clock of its own.
     */
    public List<Held> neglected(Instant since) {
        return store.list(NEGLECTED, Desk::held, since);
    }

    /**
     * Somebody wrote to the person who has their conversation.
     *
     * @return whether nothing was unanswered before
     */
    public boolean waitsForAWord(Transaction transaction, ConversationId conversation, Instant since) {
        return transaction.update(WAITS_FOR_A_WORD, since, conversation.toString()) == 1;
    }

    /** Whether somebody wrote to the person who has the conversation, and has no answer. */
    public boolean owesAWord(Transaction transaction, ConversationId conversation) {
        return held(transaction, conversation).map(Held::waitingSince).isPresent();
    }

    /** Whoever answers outside our desk said something: their time begins anew. */
    public void prolong(Transaction transaction, ConversationId conversation, Outside outside, Instant until) {
        transaction.update(PROLONG, until, conversation.toString(), outside.epoch());
    }

    /** The person who has the conversation said something in it, or nobody has it any more. */
    public void answered(Transaction transaction, ConversationId conversation) {
        transaction.update(ANSWERED, conversation.toString());
        Stretches.spoke(transaction, conversation, clock.instant()); // nobody's is open where nobody has it any more
    }

    /** Somebody of our side has answered elsewhere, so that whoever has the conversation need not. */
    public void relieved(Transaction transaction, ConversationId conversation) {
        transaction.update(ANSWERED, conversation.toString());
    }

    /** A conversation as it stands; empty when it never was anybody's but the bot's. */
    public Optional<Held> held(Queries queries, ConversationId conversation) {
        return queries.list(OWNER, Desk::held, conversation.toString()).stream().findFirst();
    }

    /** What happened last in a conversation, oldest first. */
    public List<Happening> lately(Queries queries, ConversationId conversation) {
        return journal.last(queries, conversation, LATELY);
    }

    /** What to tell somebody who would wait from now on. */
    public Outlook outlook() {
        return outlook(store);
    }

    /** The same, as a transaction sees it. */
    public Outlook outlook(Queries queries) {
        return queries.list(OUTLOOK, this::outlook, PROBE, clock.instant().minus(Agent.GRACE))
                .getFirst();
    }

    private Outlook outlook(ResultSet row) throws SQLException {
        boolean attended = attendance == Attendance.BY_HOURS || row.getInt(2) > 0;
        return new Outlook(attended, row.getInt(1), waits.typical());
    }

    /**
     * @param attended whether anybody is at the desk
     * @param ahead how many wait already
     * @param waits how long people waited lately
     */
    public record Outlook(boolean attended, int ahead, Duration waits) {}

    /**
     * A conversation and who owes its next word.
     *
     * @param waitingSince since when the person who has it owes it; null when nothing is unanswered
     */
    public record Held(
            ConversationId conversation,
            Ownership owner,
            @Nullable Instant waitingSince) {}

    private static Held held(ResultSet row) throws SQLException {
        var waiting = row.getObject("waiting_since", OffsetDateTime.class);
        return new Held(
                ConversationId.parse(row.getString("conversation")),
                OwnershipRows.ownership(row),
                waiting == null ? null : waiting.toInstant());
    }

    /** The agent it is with, or the team that is to take it. */
    private static @Nullable String byOf(Ownership ownership) {
        return switch (ownership) {
            case Ownership.Bot bot -> null;
            case Ownership.Queued queued -> queued.request().team();
            case Ownership.Offered offered -> offered.agent();
            case Human human -> human.agent();
            case Ownership.Transfer transfer ->
                transfer.to().agent() == null
                        ? transfer.to().team()
                        : transfer.to().agent();
            case Ownership.Hold hold -> hold.agent();
            case Ownership.Wrap wrap -> wrap.agent();
            case Ownership.Closed closed -> closed.agent();
            case Ownership.Outside outside -> outside.by();
        };
    }
}
