package io.renhua.server;

import io.micronaut.http.sse.Event;
import io.renhua.journal.Journal;
import io.renhua.journal.JournalEntry;
import io.renhua.message.ConversationId;
import io.renhua.store.Json;
import io.renhua.store.StoreAway;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * One stream to one page. Reads the journal only as fast as the page takes it, on a virtual thread that lives while there
 * is something to tell; in between it costs no thread.
 */
final class EventFeed implements Subscription {
    private static final int HISTORY = 600;
    private static final int BATCH = 100;

    private final Journal journal;
    private final ConversationId conversation;
    private final @Nullable Instant until;
    private final Subscriber<? super Event<String>> page;
    private final Consumer<EventFeed> ended;

    private final AtomicInteger woken = new AtomicInteger();
    private final AtomicLong wanted = new AtomicLong();
    private final AtomicBoolean over = new AtomicBoolean();
    private volatile boolean news;
    private volatile boolean beat;
    private volatile boolean lapsed;

    // only the one thread that tells touches these
    private final Queue<Event<String>> next = new ArrayDeque<>();
    private final ChatSight sight = new ChatSight();
    private boolean begun;
    private long after;
    private long seq;

    EventFeed(
            Journal journal,
            ConversationId conversation,
            long after,
            @Nullable Instant until,
            Subscriber<? super Event<String>> page,
            Consumer<EventFeed> ended) {
        this.journal = journal;
        this.conversation = conversation;
        this.after = after;
        this.until = until;
        this.page = page;
        this.ended = ended;
    }

    ConversationId conversation() {
        return conversation;
    }

    /** Something happened; comes back at once. */
    void ring() {
        news = true;
        wake();
    }

    /** Shows that the line lives, or ends it where whoever reads may no longer. */
    void beat(Instant now) {
        beat = true;
        lapsed = until != null && !now.isBefore(until);
        wake();
    }

    @Override
    public void request(long more) {
        wanted.accumulateAndGet(Math.max(0, more), (one, other) -> one + other < 0 ? Long.MAX_VALUE : one + other);
        wake();
    }

    @Override
    public void cancel() {
        if (over.compareAndSet(false, true)) {
            ended.accept(this);
        }
    }

    private void wake() {
        if (woken.getAndIncrement() == 0) {
            Thread.ofVirtual().name("events").start(this::tell);
        }
    }

    private void tell() {
        try {
            int heard = 1;
            while (heard != 0) {
                tellWhatIsWanted();
                heard = woken.addAndGet(-heard);
            }
        } catch (StoreAway e) {
            finish(page::onComplete); // the page comes back by itself and goes on where it was
        } catch (RuntimeException e) {
            finish(() -> page.onError(e));
        }
    }

    private void finish(Runnable signal) {
        if (over.compareAndSet(false, true)) {
            ended.accept(this);
            signal.run();
        }
    }

    private void tellWhatIsWanted() {
        while (!over.get() && (lapsed || wanted.get() > 0)) {
            if (lapsed) {
                finish(page::onComplete);
                return;
            }
            var event = next();
            if (event.isEmpty()) {
                return;
            }
            wanted.decrementAndGet();
            page.onNext(event.get());
        }
    }

    private Optional<Event<String>> next() {
        if (!begun) {
            readHistory();
        }
        while (next.isEmpty() && news) {
            news = false; // before the look, so that what comes after it is looked for again
            readOn();
        }
        if (next.isEmpty() && beat) {
            next.add(Event.of("{}").name("beat"));
        }
        beat = false; // anything told shows that the line lives
        return Optional.ofNullable(next.poll());
    }

    private void readHistory() {
        begun = true;
        news = true;
        var history = journal.last(conversation, HISTORY);
        if (history.isEmpty() || history.getLast().seq() < after) {
            after = 0; // a page from before this store was made
        }
        history.forEach(this::take);
        next.add(Event.of("{}").name("ready"));
    }

    private void readOn() {
        List<JournalEntry> entries = journal.after(conversation, seq, BATCH);
        entries.forEach(this::take);
        news |= entries.size() == BATCH;
    }

    private void take(JournalEntry entry) {
        seq = entry.seq();
        var shown = sight.of(entry);
        for (int i = 0; seq > after && i < shown.size(); i++) {
            var event = Event.of(Json.write(shown.get(i))).name("happened");
            boolean last = i == shown.size() - 1;
            next.add(last ? event.id(String.valueOf(seq)) : event); // a page goes on only after all of it
        }
    }
}
