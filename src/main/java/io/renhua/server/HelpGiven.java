package io.renhua.server;

import io.renhua.message.ConversationId;
import io.renhua.store.Store;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What people at the desk made of conversations, of many at once. */
@Singleton
final class HelpGiven {
    private static final String TAGS = "select conversation, tag from tag where conversation in (<names>) order by tag";
    private static final String AGENTS =
            "select conversation, agent from human_stretch where conversation in (<names>) order by epoch";
    private static final String TOPICS = """
            select conversation, topic from human_stretch
            where topic is not null and conversation in (<names>) order by epoch""";
    private static final String SCORES = """
            select conversation, score from rating as said where score is not null and conversation in (<names>)
            and epoch = (select max(epoch) from rating as last where score is not null
                         and last.conversation = said.conversation)""";

    private final Store store;

    HelpGiven(Store store) {
        this.store = store;
    }

    /**
     * @param agents who had it, by their logins, the first first
     * @param topics it was resolved with
     * @param score what was said of it last; null where nothing was
     */
    record Help(
            Set<String> tags,
            Set<String> agents,
            Set<String> topics,
            @Nullable String score) {
        static final Help NONE = new Help(Set.of(), Set.of(), Set.of(), null);
    }

    /** Of each of these conversations. */
    Map<ConversationId, Help> in(Collection<ConversationId> conversations) {
        if (conversations.isEmpty()) {
            return Map.of();
        }
        var tags = each(TAGS, conversations);
        var agents = each(AGENTS, conversations);
        var topics = each(TOPICS, conversations);
        var scores = each(SCORES, conversations);
        return conversations.stream().distinct().collect(Collectors.toMap(Function.identity(), conversation -> {
            var name = conversation.toString();
            return new Help(
                    tags.getOrDefault(name, Set.of()),
                    agents.getOrDefault(name, Set.of()),
                    topics.getOrDefault(name, Set.of()),
                    scores.getOrDefault(name, Set.of()).stream().findFirst().orElse(null));
        }));
    }

    private Map<String, Set<String>> each(String question, Collection<ConversationId> conversations) {
        var names = conversations.stream().map(ConversationId::toString).toList();
        return store
                .read(handle -> handle.createQuery(question)
                        .bindList("names", names)
                        .map((rows, context) -> Map.entry(rows.getString(1), rows.getString(2)))
                        .list())
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey,
                        Collectors.mapping(Map.Entry::getValue, Collectors.toCollection(LinkedHashSet::new))));
    }
}
