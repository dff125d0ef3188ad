package io.renhua.server;

import io.renhua.handoff.Tags;
import io.renhua.handoff.Urgency;
import io.renhua.message.ConversationId;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What people at the desk have marked conversations with. */
@Singleton
final class Marks {
    private final Tags tags;
    private final Urgency urgency;

    Marks(Tags tags, Urgency urgency) {
        this.tags = tags;
        this.urgency = urgency;
    }

    /**
     * @param tags what we call whoever we talk with
     * @param urgent whether they come before everybody else
     */
    record Mark(List<String> tags, boolean urgent) {
        static final Mark NONE = new Mark(List.of(), false);

        Mark {
            tags = List.copyOf(tags);
        }
    }

    Mark of(ConversationId conversation) {
        return of(List.of(conversation)).getOrDefault(conversation, Mark.NONE);
    }

    /** Those of some conversations; whatever has none is missing. */
    Map<ConversationId, Mark> of(Collection<ConversationId> conversations) {
        return together(tags.of(conversations), urgency.all());
    }

    private static Map<ConversationId, Mark> together(
            Map<ConversationId, List<String>> tagged, Set<ConversationId> urgent) {
        return Stream.concat(tagged.keySet().stream(), urgent.stream())
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(),
                        each -> new Mark(tagged.getOrDefault(each, List.of()), urgent.contains(each))));
    }
}
