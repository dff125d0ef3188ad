package io.renhua.server;

import io.renhua.handoff.Stretch;
import io.renhua.handoff.Stretches;
import io.renhua.handoff.Tags;
import io.renhua.message.ConversationId;
import io.renhua.people.Profiles;
import io.renhua.store.Store;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is known of the same person in other conversations, each as the reader may see that conversation. */
@Singleton
final class Elsewhere {
    private final Profiles profiles;
    private final Tags tags;
    private final Store store;
    private final Discretion discretion;
    private final DeskNames names;

    Elsewhere(Profiles profiles, Tags tags, Store store, Discretion discretion, DeskNames names) {
        this.profiles = profiles;
        this.tags = tags;
        this.store = store;
        this.discretion = discretion;
        this.names = names;
    }

    /** What the company's own systems told of them there. */
    record Fact(String conversation, String channel, String name, String value, boolean masked) {}

    /** What the desk calls them there. */
    record Called(String channel, String tag) {}

    /** What was resolved there, with whom. */
    record Earlier(
            String conversation,
            String channel,
            Instant at,
            @Nullable String topic,
            String agent) {}

    /** But for what is the same here. */
    List<Fact> facts(StaffMember me, ConversationId here, List<ConversationId> others) {
        var known = others.isEmpty()
                ? Set.<Map.Entry<String, String>>of()
                : profiles.of(here).facts().entrySet();
        return others.stream().flatMap(each -> facts(me, known, each)).toList();
    }

    private Stream<Fact> facts(StaffMember me, Set<Map.Entry<String, String>> known, ConversationId other) {
        var facts = new TreeMap<>(profiles.of(other).facts());
        facts.entrySet().removeAll(known);
        if (facts.isEmpty()) {
            return Stream.empty();
        }
        var sight = discretion.of(me, other);
        return facts.entrySet().stream()
                .map(fact -> new Fact(
                        other.toString(),
                        other.channel(),
                        fact.getKey(),
                        sight.over(fact.getKey(), fact.getValue()),
                        sight.masks(fact.getKey(), fact.getValue())));
    }

    List<Called> tags(List<ConversationId> others) {
        return tags.of(others).entrySet().stream()
                .flatMap(each -> each.getValue().stream()
                        .map(tag -> new Called(each.getKey().channel(), tag)))
                .distinct()
                .sorted(Comparator.comparing(Called::tag).thenComparing(Called::channel))
                .toList();
    }

    /** The latest first. */
    List<Earlier> earlier(StaffMember me, List<ConversationId> others) {
        return others.stream()
                .flatMap(each -> earlier(me, each))
                .sorted(Comparator.comparing(Earlier::at).reversed())
                .limit(50)
                .toList();
    }

    private Stream<Earlier> earlier(StaffMember me, ConversationId other) {
        var sight = discretion.of(me, other);
        return Stretches.in(store, other).stream().filter(Stretch::isResolved).map(stretch -> {
            var topic = stretch.topic();
            return new Earlier(
                    other.toString(),
                    other.channel(),
                    Objects.requireNonNullElse(stretch.ended(), stretch.joined()),
                    topic == null ? null : sight.over(topic),
                    names.staff(stretch.agent()));
        });
    }
}
