package io.renhua.handoff;

import io.renhua.message.ConversationId;
import io.renhua.store.Queries;
import io.renhua.store.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What people say of the help they had from a person. */
public final class Ratings {
    public static final int LONGEST_REMARK = 2000;

    private static final String LATEST = """
            select epoch, agent, asked_at, score, telling_at, remark from rating
            where conversation = ? order by epoch desc limit 1""";
    private static final String SINCE = """
            select epoch, agent, asked_at, score, telling_at, remark, conversation from rating where asked_at >= ?""";
    private static final String BY_TIME = " order by asked_at desc, conversation limit ?";
    private static final String ASK = "insert into rating (conversation, epoch, agent, asked_at) values (?, ?, ?, ?)";
    private static final String SCORE = "update rating set score = ? where conversation = ? and epoch = ?";
    private static final String TELL = "update rating set telling_at = ? where conversation = ? and epoch = ?";
    private static final String REMARK = "update rating set remark = ? where conversation = ? and epoch = ?";

    /**
     * Somebody was asked.
     *
     * @param epoch in which it was over
     * @param agent whose help it was
     * @param score 1 to 5, the best; null until they say so
     * @param telling since when they are about to say more
     * @param remark what they said; null until they did
     */
    public record Asked(
            long epoch,
            String agent,
            Instant at,
            @Nullable Integer score,
            @Nullable Instant telling,
            @Nullable String remark) {}

    /** The last time that somebody was asked. */
    public Optional<Asked> latest(Queries queries, ConversationId conversation) {
        return queries.list(LATEST, Ratings::asked, conversation.toString()).stream()
                .findFirst();
    }

    public void ask(Transaction transaction, ConversationId conversation, long epoch, String agent, Instant now) {
        transaction.update(ASK, conversation.toString(), epoch, agent, now);
    }

    /** They say how it was, or say it anew. */
    public void score(Transaction transaction, ConversationId conversation, Asked asked, int score) {
        transaction.update(SCORE, score, conversation.toString(), asked.epoch());
    }

    /** They are about to say more. */
    public void tell(Transaction transaction, ConversationId conversation, Asked asked, Instant now) {
        transaction.update(TELL, now, conversation.toString(), asked.epoch());
    }

    /** They said more. */
    public void remark(Transaction transaction, ConversationId conversation, Asked asked, String words) {
        var kept = words.length() <= LONGEST_REMARK
                ? words
                : words.substring(0, words.offsetByCodePoints(0, words.codePointCount(0, LONGEST_REMARK - 1)));
        transaction.update(REMARK, kept, conversation.toString(), asked.epoch());
    }

    /** Somebody was asked in a conversation. */
    public record Given(ConversationId conversation, Asked asked) {}

    /** Whoever was asked since a moment about an agent's help, or anybody's where none is named; the latest first. */
    public static List<Given> since(Queries queries, @Nullable String agent, Instant since, int most) {
        return agent == null
                ? queries.list(SINCE + BY_TIME, Ratings::given, since, most)
                : queries.list(SINCE + " and agent = ?" + BY_TIME, Ratings::given, since, agent, most);
    }

    private static Given given(ResultSet row) throws SQLException {
        return new Given(ConversationId.parse(row.getString(7)), asked(row));
    }

    private static Asked asked(ResultSet row) throws SQLException {
        var telling = row.getObject(5, OffsetDateTime.class);
        return new Asked(
                row.getLong(1),
                row.getString(2),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                row.getObject(4, Integer.class),
                telling == null ? null : telling.toInstant(),
                row.getString(6));
    }
}
