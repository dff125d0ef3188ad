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

/** Keeps to a platform's pace: so long between two calls to a chat, so many calls a second for an account. */
final class Pace {
    private final Clock clock;
    private final Cache<ConversationId, Instant> nextInChat =
            Caffeine.newBuilder().maximumSize(50_000).build();
    private final Map<String, Instant> nextInChannel = new ConcurrentHashMap<>();

    Pace(Clock clock) {
        this.clock = clock;
    }

    /** How long the row still has to wait; zero or less when it may go. */
    Duration delay(OutboxRow row, Limits limits) {
        var now = clock.instant();
        var due = row.dueAt();
        var chat = nextInChat.getIfPresent(row.conversation());
        var channel = nextInChannel.get(row.conversation().channel());
        return Duration.between(now, latest(due, chat == null ? due : chat, channel == null ? due : channel));
    }

    /** Notes a call that is about to be made. */
    void sent(ConversationId conversation, Limits limits) {
        var now = clock.instant();
        if (limits.perChat().isPositive()) {
            nextInChat.put(conversation, now.plus(limits.perChat()));
        }
        if (limits.perSecond() < Double.POSITIVE_INFINITY) {
            var gap = Duration.ofNanos((long) (1e9 / limits.perSecond()));
            nextInChannel.merge(
                    conversation.channel(),
                    now.plus(gap),
                    (planned, fresh) -> latest(planned, now, now).plus(gap));
        }
    }

    private static Instant latest(Instant one, Instant two, Instant three) {
        var later = one.isAfter(two) ? one : two;
        return later.isAfter(three) ? later : three;
    }
}
