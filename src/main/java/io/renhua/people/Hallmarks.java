package io.renhua.people;

import io.renhua.message.ConversationId;
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
            "insert into person_mark (conversation, source, name, mark, at) values (?, ?, ?, ?, ?)";
    private static final String SHARED = """
            select mine.name, mine.mark, theirs.conversation,
              max(case when mine.source = 'told' and theirs.source = 'told' then 1 else 0 end)
            from person_mark as mine
            join person_mark as theirs on theirs.mark = mine.mark and theirs.conversation <> mine.conversation
            where mine.conversation = ?
            group by mine.name, mine.mark, theirs.conversation order by mine.name, theirs.conversation limit 200""";

    private static final String TOLD = "told";
    private static final String SAID = "said";

    private final Store store;
    private final Set<String> names;
    private final Clock clock;

    /** @param names what facts and slots are called that are somebody's own */
    public Hallmarks(Store store, Set<String> names, Clock clock) {
        this.store = store;
        this.names = Set.copyOf(names);
        this.clock = clock;
    }

    /** By what is usually called so. */
    public static Hallmarks usual(Store store, Clock clock) {
        return new Hallmarks(store, Hallmark.USUAL, clock);
    }

    /** What is usually called so. */
    public static Set<String> usualNames() {
        return Hallmark.USUAL;
    }

    private record Mark(String name, String mark) {}

    /** A company's systems, or an action, told this and nothing else. */
    void told(Transaction transaction, ConversationId conversation, Map<String, String> facts) {
        var before = of(transaction, conversation, TOLD);
        var after = marks(facts);
        before.stream()
                .filter(each -> !after.contains(each))
                .forEach(each -> transaction.update(FORGET, conversation.toString(), TOLD, each.name(), each.mark()));
        after.stream()
                .filter(each -> !before.contains(each))
                .forEach(each -> keep(transaction, conversation, TOLD, each));
    }

    /** They said this themselves, besides what they said before. */
    public void said(Transaction transaction, ConversationId conversation, Map<String, String> facts) {
        var marks = marks(facts);
        if (!marks.isEmpty()) {
            var before = of(transaction, conversation, SAID);
            marks.stream()
                    .filter(each -> !before.contains(each))
                    .limit(Math.max(0, MOST_SAID - before.size()))
                    .forEach(each -> keep(transaction, conversation, SAID, each));
        }
    }

    private void keep(Transaction transaction, ConversationId conversation, String source, Mark mark) {
        transaction.update(KEEP, conversation.toString(), source, mark.name(), mark.mark(), clock.instant());
    }

    private Set<Mark> marks(Map<String, String> facts) {
        var marks = new HashSet<Mark>();
        facts.forEach((name, value) -> mark(name, value).ifPresent(mark -> marks.add(new Mark(name, mark))));
        return marks;
    }

    private Optional<String> mark(String name, String value) {
        return names.contains(name) ? Hallmark.of(name, value).map(Hallmark::fingerprint) : Optional.empty();
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

    /** What is the same elsewhere. */
    public List<Shared> shared(ConversationId conversation) {
        return store.list(
                SHARED,
                row -> new Shared(
                        row.getString(1), row.getString(2), ConversationId.parse(row.getString(3)), row.getInt(4) == 1),
                conversation.toString());
    }

    /** What it is that is the same, where it is still known. */
    public Optional<String> valueOf(Shared shared, Map<String, String> known) {
        return Optional.ofNullable(known.get(shared.name()))
                .filter(value ->
                        mark(shared.name(), value).filter(shared.mark()::equals).isPresent());
    }
}
