package io.renhua.handoff;

import io.renhua.journal.Happening;
import io.renhua.journal.Journal;
import io.renhua.message.ConversationId;
import io.renhua.store.Queries;
import io.renhua.store.Store;
import java.time.Clock;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the people at the desk call whoever they talk with: scripts go by it, and searches do. */
public final class Tags {
    /** The kind of note that one was given. */
    public static final String TAGGED = "tagged";

    /** The kind of note that one was taken away. */
    public static final String UNTAGGED = "untagged";

    /** So many at most in one conversation. */
    public static final int MOST = 20;

    /** Letters of any script, digits, {@code _ - .} and single spaces, as scripts name them too. */
    private static final Pattern FORM = Pattern.compile("[\\p{L}\\p{N}](?:[ ._-]?[\\p{L}\\p{N}]){0,19}");

    private static final String OF = "select tag from tag where conversation = ? order by tag";
    private static final String KNOWN = "select tag from tag group by tag order by count(*) desc, tag limit ?";
    private static final String ADD = """
            insert into tag (conversation, tag, at) values (?, ?, ?) on conflict do nothing""";
    private static final String REMOVE = "delete from tag where conversation = ? and tag = ?";

    private final Store store;
    private final Journal journal;
    private final Clock clock;

    public Tags(Store store, Journal journal, Clock clock) {
        this.store = store;
        this.journal = journal;
        this.clock = clock;
    }

    /** Whether something can be a tag. */
    public static boolean isTag(String words) {
        return FORM.matcher(words).matches();
    }

    /** Those of a conversation. */
    public Set<String> of(ConversationId conversation) {
        return of(store, conversation);
    }

    /** The same, as a transaction sees it. */
    public Set<String> of(Queries queries, ConversationId conversation) {
        var tags = queries.list(OF, row -> row.getString(1), conversation.toString());
        return tags.isEmpty() ? Set.of() : Collections.unmodifiableSet(new TreeSet<>(tags));
    }

    /** Those of some conversations. */
    public Map<ConversationId, List<String>> of(Collection<ConversationId> conversations) {
        if (conversations.isEmpty()) {
            return Map.of();
        }
        var names = conversations.stream().map(ConversationId::toString).toList();
        return store
                .read(handle -> handle.createQuery(
                                "select conversation, tag from tag where conversation in (<names>) order by tag")
                        .bindList("names", names)
                        .map((row, context) -> Map.entry(ConversationId.parse(row.getString(1)), row.getString(2)))
                        .list())
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** Those in use, the commonest first. */
    public List<String> known(int most) {
        return store.list(KNOWN, row -> row.getString(1), most);
    }

    /**
     * Gives one, by an agent.
     *
     * @throws IllegalArgumentException when it is no tag, or there are too many
     */
    public void add(ConversationId conversation, String tag, String agent) {
        if (!give(conversation, tag, agent)) {
            throw new IllegalArgumentException("a conversation takes " + MOST + " tags");
        }
    }

    /**
     * Gives one where there is room for it, by an agent.
     *
     * @return whether the conversation has it now
     * @throws IllegalArgumentException when it is no tag
     */
    public boolean give(ConversationId conversation, String tag, String agent) {
        if (!isTag(tag)) {
            throw new IllegalArgumentException("a tag takes 1 to 20 letters and digits, with _ - . or a space between");
        }
        return store.commit(conversation.toString(), transaction -> {
            var before = of(transaction, conversation);
            if (!before.contains(tag) && before.size() < MOST) {
                var now = clock.instant();
                transaction.update(ADD, conversation.toString(), tag, now);
                journal.append(transaction, new Happening.Noted(conversation, now, TAGGED, tag, agent));
            }
            return before.contains(tag) || before.size() < MOST;
        });
    }

    /** Takes one away, by an agent. */
    public void remove(ConversationId conversation, String tag, String agent) {
        store.write(conversation.toString(), transaction -> {
            if (transaction.update(REMOVE, conversation.toString(), tag) == 1) {
                journal.append(transaction, new Happening.Noted(conversation, clock.instant(), UNTAGGED, tag, agent));
            }
        });
    }
}
