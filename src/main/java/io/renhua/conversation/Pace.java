package io.renhua.conversation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.renhua.message.ConversationId;
import io.renhua.message.Limits;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps to a platform's pace: so long between two calls to a chat, so many calls a second for an account. A row that has
 * to wait for the account gets a place of its own, so that those who wait together do not go together.
 */
final class Pace {
    private final Clock clock;
    private final Cache<ConversationId, Instant> nextInChat =
            Caffeine.newBuilder().maximumSize(50_000).build();
    private final Map<String, Instant> freeInChannel = new ConcurrentHashMap<>();
    private final Map<Long, Instant> places = new ConcurrentHashMap<>();

    Pace(Clock clock) {
        this.clock = clock;
    }

    /** How long the row still has to wait; zero when it may go, and then its place is used up. */
    Duration delay(OutboxRow row, Limits limits) {
        var now = clock.instant();
        var chat = nextInChat.getIfPresent(row.conversation());
        var ready = chat == null ? row.dueAt() : later(row.dueAt(), chat);
        if (ready.isAfter(now)) {
            return Duration.between(now, ready);
        }
        var place =
                places.computeIfAbsent(row.id(), id -> place(row.conversation().channel(), limits, now));
        if (place.isAfter(now)) {
            return Duration.between(now, place);
        }
        places.remove(row.id());
        return Duration.ZERO;
    }

    private Instant place(String channel, Limits limits, Instant now) {
        if (limits.perSecond() == Double.POSITIVE_INFINITY) {
            return now;
        }
        var gap = Duration.ofNanos((long) (1e9 / limits.perSecond()));
        return freeInChannel
                .merge(channel, now.plus(gap), (free, fresh) -> later(free, now).plus(gap))
                .minus(gap);
    }

    /** Notes a call that is about to be made. */
    void sent(ConversationId conversation, Limits limits) {
        if (limits.perChat().isPositive()) {
            nextInChat.put(conversation, clock.instant().plus(limits.perChat()));
        }
    }

    private static Instant later(Instant one, Instant two) {
        return one.isAfter(two) ? one : two;
    }
}
