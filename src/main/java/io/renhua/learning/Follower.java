package io.renhua.learning;

import io.renhua.journal.JournalEntry;
import io.renhua.message.ConversationId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Follows every conversation through the journal and says what was not understood in it, and what they did next. The same
 * stretch followed twice says the same. Not safe to share.
 */
final class Follower {
    /** Who has not come back by then has left; the length of a session's gap. */
    static final Duration PATIENCE = Duration.ofMinutes(30);

    private final Map<ConversationId, Talk> talks = new HashMap<>();
    private final Function<String, @Nullable UnaryOperator<String>> masks;

    /** @param masks what hides a persona's people; null for one from whose chats nothing is learnt */
    Follower(Function<String, @Nullable UnaryOperator<String>> masks) {
        this.masks = masks;
    }

    /** What is new or has changed with one more happening. */
    List<Bubble> follow(JournalEntry entry) {
        var happening = entry.happening();
        var talk = talks.computeIfAbsent(happening.conversation(), conversation -> new Talk(masks));
        var changed = Stream.concat(talk.quiet(happening.at()).stream(), talk.follow(entry).stream())
                .toList();
        if (talk.isOver()) {
            talks.remove(happening.conversation());
        }
        return changed;
    }

    /** What has changed because nothing more was said for long. */
    List<Bubble> wait(Instant now) {
        var changed = talks.values().stream()
                .flatMap(talk -> talk.quiet(now).stream())
                .toList();
        talks.values().removeIf(Talk::isOver);
        return changed;
    }

    /** The place to begin at next time, to see everything again that is not over yet. */
    long begin(long last) {
        return talks.values().stream().mapToLong(Talk::begin).min().orElse(last + 1) - 1;
    }
}
