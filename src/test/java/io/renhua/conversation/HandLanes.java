package io.renhua.conversation;

import io.renhua.message.ConversationId;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** {@link Lanes} without their threads: a woken lane does one piece, and only when it is told to. */
final class HandLanes {
    private final Lanes.Work work;
    private final LongSupplier now;
    private final Map<ConversationId, Long> woken = new ConcurrentHashMap<>();
    private final Set<ConversationId> busy = ConcurrentHashMap.newKeySet();

    /** @param now a time that only passes, in milliseconds */
    HandLanes(Lanes.Work work, LongSupplier now) {
        this.work = work;
        this.now = now;
    }

    void wake(ConversationId conversation) {
        woken.merge(conversation, now.getAsLong(), Math::min);
    }

    boolean isDue(ConversationId conversation) {
        var due = woken.get(conversation);
        return due != null && due <= now.getAsLong() && !busy.contains(conversation);
    }

    /** When the first one that sleeps wants to go on. */
    OptionalLong nextDue() {
        return woken.values().stream().mapToLong(Long::longValue).min();
    }

    void step(ConversationId conversation) {
        woken.remove(conversation);
        busy.add(conversation);
        try {
            work.next(conversation)
                    .ifPresent(delay -> woken.merge(conversation, now.getAsLong() + delay.toMillis(), Math::min));
        } catch (LeaseLost e) {
            // another node goes on with it
        } finally {
            busy.remove(conversation);
        }
    }
}
