package io.renhua.people;

import io.renhua.journal.Happening;
import io.renhua.journal.Journal;
import io.renhua.message.ConversationId;
import io.renhua.store.Queries;
import io.renhua.store.Store;
import io.renhua.store.Transaction;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a company's own systems have told of the people we talk with. */
public final class Profiles {
    /** The kind of note that something was told; its words are names, and never what was told. */
    public static final String PROFILED = "profiled";

    /** The kind of note that somebody has signed in, and their site told this; its words are names, too. */
    public static final String SIGNED_IN = "signed_in";

    private static final String OF = "select name, content from person_fact where conversation = ? order by name";
    private static final String FORGET = "delete from person_fact where conversation = ? and name = ?";
    private static final String KEEP = """
            merge into person_fact as kept
            using (select cast(? as varchar) as conversation, cast(? as varchar) as name, cast(? as varchar) as content,
              cast(? as timestamp(6) with time zone) as at) as told
            on kept.conversation = told.conversation and kept.name = told.name
            when matched then update set content = told.content, at = told.at
            when not matched then insert (conversation, name, content, at)
            values (told.conversation, told.name, told.content, told.at)""";

    private final Store store;
    private final Journal journal;
    private final Hallmarks hallmarks;
    private final Clock clock;

    public Profiles(Store store, Journal journal, Hallmarks hallmarks, Clock clock) {
        this.store = store;
        this.journal = journal;
        this.hallmarks = hallmarks;
        this.clock = clock;
    }

    /** By the usual hallmarks. */
    public Profiles(Store store, Journal journal, Clock clock) {
        this(store, journal, Hallmarks.usual(store, clock), clock);
    }

    /** Of whoever writes in a conversation. */
    public Profile of(ConversationId conversation) {
        return of(store, conversation);
    }

    /** The same, as a transaction sees it. */
    public Profile of(Queries queries, ConversationId conversation) {
        return new Profile(
                queries.list(OF, row -> Map.entry(row.getString(1), row.getString(2)), conversation.toString()).stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /**
     * Takes what a program tells.
     *
     * @param change makes of what is known what is known from now on
     * @return what is known now; empty where nobody ever wrote, or was erased
     */
    public Optional<Profile> tell(ConversationId conversation, UnaryOperator<Profile> change, String actor) {
        return tell(conversation, change, PROFILED, actor);
    }

    /** Takes what a site says of whoever it has signed in, as {@link #learn} does. */
    void vouch(ConversationId conversation, Map<String, String> facts) {
        tell(conversation, before -> before.taking(facts), SIGNED_IN, null);
    }

    private Optional<Profile> tell(
            ConversationId conversation, UnaryOperator<Profile> change, String kind, @Nullable String actor) {
        return store.commit(conversation.toString(), transaction -> {
            if (journal.last(transaction, conversation, 1).isEmpty()) {
                return Optional.empty();
            }
            var before = of(transaction, conversation);
            var after = change.apply(before);
            var changed = keep(transaction, conversation, before, after);
            if (!changed.isEmpty()) {
                var names = String.join(", ", changed);
                journal.append(transaction, new Happening.Noted(conversation, clock.instant(), kind, names, actor));
            }
            return Optional.of(after);
        });
    }

    /** Keeps what an action found; what cannot be kept, and what there is no room for, is left out. */
    public void learn(Transaction transaction, ConversationId conversation, Map<String, String> found) {
        var before = of(transaction, conversation);
        keep(transaction, conversation, before, before.taking(found));
    }

    /** @return the names of what is not as it was */
    private Set<String> keep(Transaction transaction, ConversationId conversation, Profile before, Profile after) {
        var changed = new TreeSet<>(before.facts().keySet());
        changed.addAll(after.facts().keySet());
        changed.removeIf(
                name -> Objects.equals(before.facts().get(name), after.facts().get(name)));
        for (var name : changed) {
            var value = after.facts().get(name);
            if (value == null) {
                transaction.update(FORGET, conversation.toString(), name);
            } else {
                transaction.update(KEEP, conversation.toString(), name, value, clock.instant());
            }
        }
        hallmarks.told(transaction, conversation, after.facts());
        return changed;
    }
}
