package io.renhua.hook;

import io.renhua.journal.Journal;
import io.renhua.store.Store;
import java.time.Clock;
import java.util.Collection;

/** What a node does for its hooks: it feeds them what happens, and brings it. */
public final class HookWork implements AutoCloseable {
    private final Collection<Hook> hooks;
    private final HookFeed feed;
    private final Deliveries deliveries;

    public HookWork(Store store, Journal journal, Collection<Hook> hooks, Payloads payloads, Clock clock) {
        var rows = new HookRows(store, clock);
        var events = new Events(journal);
        this.hooks = hooks;
        this.deliveries = new Deliveries(hooks, rows, events, payloads);
        this.feed = new HookFeed(store, journal, events, rows, hooks, deliveries::wake);
    }

    /** Whom to tell of every try; must be quick. */
    public void watch(Deliveries.Watcher told) {
        deliveries.watch(told);
    }

    public void start() {
        if (!hooks.isEmpty()) {
            deliveries.start();
            feed.start();
        }
    }

    @Override
    public void close() {
        feed.close();
        deliveries.close();
    }
}
