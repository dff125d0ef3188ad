package io.renhua.server;

import io.micronaut.http.sse.Event;
import io.renhua.journal.Journal;
import io.renhua.message.ConversationId;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;

/** The open streams of chat pages, each woken when something happened in its conversation. */
@Singleton
class Events {
    private static final int MOST = 20_000;

    /** Shorter than any proxy's patience, and how a page knows a dead line from a silent one. */
    private static final Duration BEAT = Duration.ofSeconds(20);

    private final Journal journal;
    private final Journal.Listening listening;
    private final Map<ConversationId, Set<EventFeed>> feeds = new ConcurrentHashMap<>();
    private final AtomicInteger open = new AtomicInteger();
    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("events-heart").factory());
    private final ScheduledFuture<?> beating;

    Events(Journal journal) {
        this.journal = journal;
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

    /** Shows every page that its line lives. */
    void beat() {
        feeds.values().forEach(here -> here.forEach(EventFeed::beat));
    }

    /** What its visitor may see of a conversation after a place in the journal, then whatever happens. */
    Publisher<Event<String>> of(ConversationId conversation, long after) {
        return subscriber -> begin(conversation, after, subscriber);
    }

    private void begin(ConversationId conversation, long after, Subscriber<? super Event<String>> subscriber) {
        var feed = new EventFeed(journal, conversation, after, subscriber, this::end);
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
