package io.renhua.handoff;

import io.renhua.message.ConversationId;
import io.renhua.store.Queries;
import io.renhua.store.Store;
import io.renhua.store.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who is blocked, or asked to be: one row for each person of a channel. */
public final class Blocks {
    private static final String OF_PERSON = "select * from person_block where channel = ? and person = ?";
    private static final String IN_FORCE = "state = 'blocked' and (until_at is null or until_at > ?)";
    private static final String IS_BLOCKED =
            "select person from person_block where channel = ? and person = ? and " + IN_FORCE;
    private static final String ASKED = "select * from person_block where state = 'asked' order by at limit 50";
    private static final String SHOWN =
            "select * from person_block where conversation in (<names>) and (state = 'asked' or until_at is null or until_at > :now)";
    private static final String PUT = """
            insert into person_block (channel, person, conversation, state, why, term, agent, at, until_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String REMOVE = "delete from person_block where channel = ? and person = ?";

    private final Store store;

    public Blocks(Store store) {
        this.store = store;
    }

    /** For how long. */
    public enum Term {
        HOUR(Duration.ofHours(1)),
        DAY(Duration.ofDays(1)),
        WEEK(Duration.ofDays(7)),
        GOOD(null);

        private final @Nullable Duration length;

        Term(@Nullable Duration length) {
            this.length = length;
        }

        /** What it is called in the store and on pages. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** @throws IllegalArgumentException when nothing is called so */
        public static Term of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }

        /** Null for good. */
        @Nullable
        Instant from(Instant now) {
            return length == null ? null : now.plus(length);
        }
    }

    /**
     * @param conversation in which it was done
     * @param person as the platform calls them
     * @param inForce whether it holds, or somebody only asks for it
     * @param agent the login of whoever did, or asks
     * @param until null for good, and while it is only asked for
     */
    public record Block(
            ConversationId conversation,
            String person,
            boolean inForce,
            String why,
            Term term,
            String agent,
            Instant at,
            @Nullable Instant until) {

        /** Somebody asks for it. */
        public static Block asked(
                ConversationId conversation, String person, String why, Term term, String agent, Instant now) {
            return new Block(conversation, person, false, why, term, agent, now, null);
        }

        /** From now on. */
        public static Block of(
                ConversationId conversation, String person, String why, Term term, String agent, Instant now) {
            return new Block(conversation, person, true, why, term, agent, now, term.from(now));
        }
    }

    /** Whether nobody is to answer somebody now. */
    public boolean holds(String channel, String person, Instant now) {
        return !store.list(IS_BLOCKED, row -> row.getString(1), channel, person, now)
                .isEmpty();
    }

    /** What was done about somebody last, or is asked for; what is over too, until something notes that. */
    public Optional<Block> of(Queries queries, String channel, String person) {
        return queries.list(OF_PERSON, Blocks::block, channel, person).stream().findFirst();
    }

    /** What was done, or is asked for, in a conversation. */
    public Optional<Block> in(Queries queries, ConversationId conversation) {
        return queries
                .list("select * from person_block where conversation = ?", Blocks::block, conversation.toString())
                .stream()
                .findFirst();
    }

    /** What stands in some conversations, in force or asked for. */
    public List<Block> in(List<ConversationId> conversations, Instant now) {
        return conversations.isEmpty()
                ? List.of()
                : store.read(handle -> handle.createQuery(SHOWN)
                        .bindList(
                                "names",
                                conversations.stream()
                                        .map(ConversationId::toString)
                                        .toList())
                        .bind("now", now)
                        .map((row, context) -> block(row))
                        .list());
    }

    /** What is asked for, the oldest first. */
    public List<Block> asked() {
        return store.list(ASKED, Blocks::block);
    }

    /** In the place of what was there for them. */
    public void put(Transaction transaction, Block block) {
        var channel = block.conversation().channel();
        transaction.update(REMOVE, channel, block.person());
        transaction.update(
                PUT,
                channel,
                block.person(),
                block.conversation().toString(),
                block.inForce() ? "blocked" : "asked",
                block.why(),
                block.term().word(),
                block.agent(),
                block.at(),
                block.until());
    }

    public void remove(Transaction transaction, Block block) {
        transaction.update(REMOVE, block.conversation().channel(), block.person());
    }

    private static Block block(ResultSet row) throws SQLException {
        var until = row.getObject("until_at", OffsetDateTime.class);
        return new Block(
                ConversationId.parse(row.getString("conversation")),
                row.getString("person"),
                row.getString("state").equals("blocked"),
                row.getString("why"),
                Term.of(row.getString("term")),
                row.getString("agent"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                until == null ? null : until.toInstant());
    }
}
