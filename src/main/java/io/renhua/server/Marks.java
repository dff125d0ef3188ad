package io.renhua.server;

import io.renhua.conversation.Floods;
import io.renhua.handoff.Blocks;
import io.renhua.handoff.Tags;
import io.renhua.handoff.Urgency;
import io.renhua.message.ConversationId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What people at the desk have marked conversations with. */
@Singleton
final class Marks {
    private final Tags tags;
    private final Urgency urgency;
    private final Floods floods;
    private final Blocks blocks;
    private final DeskNames names;
    private final Clock clock;

    Marks(Tags tags, Urgency urgency, Floods floods, Blocks blocks, DeskNames names, Clock clock) {
        this.tags = tags;
        this.urgency = urgency;
        this.floods = floods;
        this.blocks = blocks;
        this.names = names;
        this.clock = clock;
    }

    /**
     * @param tags what we call whoever we talk with
     * @param urgent whether they come before everybody else
     * @param flood whether they send or ask far more than anybody does, so that nobody is called to them
     * @param block whether somebody has blocked them, or asks for it
     */
    record Mark(
            List<String> tags,
            boolean urgent,
            boolean flood,
            @Nullable Blocked block) {
        static final Mark NONE = new Mark(List.of(), false, false, null);

        Mark {
            tags = List.copyOf(tags);
        }
    }

    /**
     * @param inForce whether it holds, or is only asked for
     * @param by the name of whoever did, or asks
     * @param term as it was chosen: {@code hour}, {@code day}, {@code week} or {@code good}
     * @param until null for good, and while it is only asked for
     */
    record Blocked(
            boolean inForce,
            String by,
            String why,
            String term,
            @Nullable Instant until) {}

    Mark of(ConversationId conversation) {
        return of(List.of(conversation)).getOrDefault(conversation, Mark.NONE);
    }

    /** Those of some conversations; whatever has none is missing. */
    Map<ConversationId, Mark> of(Collection<ConversationId> conversations) {
        var tagged = tags.of(conversations);
        var urgent = urgency.all();
        var flooded = floods.now();
        var blocked = blocked(conversations);
        return Stream.of(tagged.keySet(), urgent, flooded, blocked.keySet())
                .flatMap(Set::stream)
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(),
                        each -> new Mark(
                                tagged.getOrDefault(each, List.of()),
                                urgent.contains(each),
                                flooded.contains(each),
                                blocked.get(each))));
    }

    private Map<ConversationId, Blocked> blocked(Collection<ConversationId> conversations) {
        return blocks.in(List.copyOf(conversations), clock.instant()).stream()
                .collect(Collectors.toMap(Blocks.Block::conversation, this::shown, (one, other) -> other));
    }

    private Blocked shown(Blocks.Block block) {
        return new Blocked(
                block.inForce(),
                names.staff(block.agent()),
                block.why(),
                block.term().word(),
                block.until());
    }
}
