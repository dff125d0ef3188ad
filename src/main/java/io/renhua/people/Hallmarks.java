package io.renhua.people;

import io.renhua.message.ConversationId;
import io.renhua.store.OwnKey;
import io.renhua.store.Queries;
import io.renhua.store.Store;
import io.renhua.store.Transaction;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** By what the same person can be known again on another channel: a fingerprint of each thing that is theirs alone. */
public final class Hallmarks {
    /** So many at most that somebody said themselves: whoever tries out numbers learns nothing by it, and fills nothing. */
    private static final int MOST_SAID = 20;

    private static final String OF = "select name, mark from person_mark where conversation = ? and source = ?";
    private static final String FORGET =
            "delete from person_mark where conversation = ? and source = ? and name = ? and mark = ?";
    private static final String KEEP =
            "insert into person_mark (conversation, channel, source, name, mark, at) values (?, ?, ?, ?, ?, ?)";
    private static final String UNSIGNED = "select distinct conversation from person_mark where channel = '' limit 250";
    private static final String FORGET_UNSIGNED = "delete from person_mark where conversation = ? and channel = ''";

    /** Of each thing so many: what more share is nobody's own anyway. */
    private static final String SHARED = """
            select name, mark, conversation, told from (
              select mine.name as name, mine.mark as mark, theirs.conversation as conversation,
                max(case when mine.source = 'told' and theirs.source = 'told' then 1 else 0 end) as told,
                row_number() over (partition by mine.name, mine.mark order by theirs.conversation) as place
              from person_mark as mine
              join person_mark as theirs on theirs.mark = mine.mark and theirs.conversation <> mine.conversation
              where mine.conversation = ? and theirs.channel = any(?)
              group by mine.name, mine.mark, theirs.conversation) as shared
            where place <= 50 order by name, conversation""";

    private static final String TOLD = "told";
    private static final String SAID = "said";

    private final Store store;
    private final OwnKey key;
    private final Set<String> names;
    private final Homes homes;
    private final Clock clock;

    /** @param names what facts and slots are called that are somebody's own */
    public Hallmarks(Store store, Set<String> names, Homes homes, Clock clock) {
        this.store = store;
        this.key = OwnKey.named("marks", store);
        this.names = Set.copyOf(names);
        this.homes = homes;
        this.clock = clock;
    }

    /** By what is usually called so, of phones those that name their country. */
    public static Hallmarks usual(Store store, Clock clock) {
        return new Hallmarks(store, Hallmark.USUAL, Homes.UNKNOWN, clock);
    }

    /** What is usually called so. */
    public static Set<String> usualNames() {
        return Hallmark.USUAL;
    }

    private record Mark(String name, String mark) {}

    /** A company's systems, or an action, told this and nothing else. */
    void told(Transaction transaction, ConversationId conversation, Map<String, String> facts) {
        var before = of(transaction, conversation, TOLD);
        var after = marks(conversation, facts);
        before.stream()
                .filter(each -> !after.contains(each))
                .forEach(each -> transaction.update(FORGET, conversation.toString(), TOLD, each.name(), each.mark()));
        after.stream()
                .filter(each -> !before.contains(each))
                .forEach(each -> keep(transaction, conversation, TOLD, each));
    }

    /** They said this themselves, besides what they said before. */
    public void said(Transaction transaction, ConversationId conversation, Map<String, String> facts) {
        var marks = marks(conversation, facts);
        if (!marks.isEmpty()) {
            var before = of(transaction, conversation, SAID);
            marks.stream()
                    .filter(each -> !before.contains(each))
                    .limit(Math.max(0, MOST_SAID - before.size()))
                    .forEach(each -> keep(transaction, conversation, SAID, each));
        }
    }

    /**
     * Lets go of marks that a node of a version before has left beside ours: they name no channel and nothing signed them, so
     * that nobody is known by them, and whoever had the table could try every number against them.
     *
     * @return of how many conversations, some at a time; zero when none is left
     */
    public int forgetUnsigned() {
        var some = store.list(UNSIGNED, row -> row.getString(1));
        if (!some.isEmpty()) {
            store.write(some, transaction -> some.forEach(each -> transaction.update(FORGET_UNSIGNED, each)));
        }
        return some.size();
    }

    private void keep(Transaction transaction, ConversationId conversation, String source, Mark mark) {
        transaction.update(
                KEEP,
                conversation.toString(),
                conversation.channel(),
                source,
                mark.name(),
                mark.mark(),
                clock.instant());
    }

    private Set<Mark> marks(ConversationId conversation, Map<String, String> facts) {
        var home = homes.of(conversation.channel());
        var marks = new HashSet<Mark>();
        facts.forEach((name, value) -> mark(name, value, home).ifPresent(mark -> marks.add(new Mark(name, mark))));
        return marks;
    }

    private Optional<String> mark(String name, String value, String home) {
        return names.contains(name)
                ? Hallmark.of(name, value, home).map(hallmark -> hallmark.fingerprint(key))
                : Optional.empty();
    }

    private static Set<Mark> of(Queries queries, ConversationId conversation, String source) {
        return new HashSet<>(
                queries.list(OF, row -> new Mark(row.getString(1), row.getString(2)), conversation.toString(), source));
    }

    /**
     * Another conversation in which the same was told.
     *
     * @param name what it is called in this one
     * @param told whether the company's systems told it of both; else it is no more than what somebody says of themselves
     */
    public record Shared(String name, String mark, ConversationId conversation, boolean told) {}

    /** What is the same in other conversations of some channels. */
    public List<Shared> shared(ConversationId conversation, Set<String> channels) {
        return store.list(
                SHARED,
                row -> new Shared(
                        row.getString(1), row.getString(2), ConversationId.parse(row.getString(3)), row.getInt(4) == 1),
                conversation.toString(),
                channels.toArray(String[]::new));
    }

    /** What it is that is the same, where it is still known in this one. */
    public Optional<String> valueOf(Shared shared, ConversationId conversation, Map<String, String> known) {
        var home = homes.of(conversation.channel());
        return Optional.ofNullable(known.get(shared.name()))
                .filter(value -> mark(shared.name(), value, home)
                        .filter(shared.mark()::equals)
                        .isPresent());
    }
}
