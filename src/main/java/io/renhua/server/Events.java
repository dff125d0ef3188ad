package io.renhua.server;

import io.micronaut.http.sse.Event;
import io.renhua.journal.Journal;
import io.renhua.message.ConversationId;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;

/** The open streams of chat pages, each woken when something happened in its conversation. */
@Singleton
class Events {
    private static final int MOST = 20_000;

    /** Shorter than any proxy's patience, and how a page knows a dead line from a silent one. */
    private static final Duration BEAT = Duration.ofSeconds(20);

    private final Journal journal;
    private final Clock clock;
    private final Journal.Listening listening;
    private final Map<ConversationId, Set<EventFeed>> feeds = new ConcurrentHashMap<>();
    private final AtomicInteger open = new AtomicInteger();
    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("events-heart").factory());
    private final ScheduledFuture<?> beating;

    Events(Journal journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
        this.listening = journal.listen(
                conversation -> feeds.getOrDefault(conversation, Set.of()).forEach(EventFeed::ring));
        journal.onGap(() -> feeds.values().forEach(here -> here.forEach(EventFeed::ring)));
        this.beating = heart.scheduleAtFixedRate(this::beat, BEAT.toMillis(), BEAT.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Whether the server can carry no further stream. */
    boolean full() {
        return open.get() >= MOST;
    }

    /** How many streams are open. */
    int open() {
        return open.get();
    }

    /** Shows every page that its line lives, or ends it where its time is over. */
    void beat() {
        var now = clock.instant();
        feeds.values().forEach(here -> here.forEach(feed -> feed.beat(now)));
    }

    /**
     * What its visitor may see of a conversation after a place in the journal, then whatever happens.
     *
     * @param until when they may no longer, a beat later at most; null for good
     */
    Publisher<Event<String>> of(ConversationId conversation, long after, @Nullable Instant until) {
        return subscriber -> begin(conversation, after, until, subscriber);
    }

    private void begin(
            ConversationId conversation,
            long after,
            @Nullable Instant until,
            Subscriber<? super Event<String>> subscriber) {
        var feed = new EventFeed(journal, conversation, after, until, subscriber, this::end);
        open.incrementAndGet();
        feeds.compute(conversation, (key, present) -> {
            var here = present == null ? ConcurrentHashMap.<EventFeed>newKeySet() : present;
            here.add(feed);
            return here;
        });
        subscriber.onSubscribe(feed);
    }

    private void end(EventFeed feed) {
        open.decrementAndGet();
        feeds.computeIfPresent(feed.conversation(), (key, here) -> {
            here.remove(feed);
            return here.isEmpty() ? null : here;
        });
    }

    @PreDestroy
    void close() {
        beating.cancel(false);
        heart.shutdownNow();
        listening.close();
    }
}
