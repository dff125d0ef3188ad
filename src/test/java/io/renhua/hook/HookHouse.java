package io.renhua.hook;

import io.renhua.connector.SettableClock;
import io.renhua.handoff.Desk;
import io.renhua.handoff.Desk.Change;
import io.renhua.handoff.Ownership;
import io.renhua.journal.Happening;
import io.renhua.journal.Happening.Settled.State;
import io.renhua.journal.Journal;
import io.renhua.message.Content;
import io.renhua.message.ConversationId;
import io.renhua.message.Person;
import io.renhua.message.Speaker;
import io.renhua.store.Database;
import io.renhua.store.Store;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A store in which things happen, and the hooks of one node, which move only when they are told to. */
final class HookHouse implements AutoCloseable {
    static final ConversationId MEI = new ConversationId("mo-line", "mei");
    static final ConversationId AN = new ConversationId("mo-line", "an");
    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");

    final SettableClock clock = new SettableClock(NOON);
    final Receiver receiver = new Receiver();
    final Store store;
    final Journal journal;
    final Desk desk;
    final Events events;
    final HookRows rows;
    final Payloads payloads;

    HookHouse(Database database) {
        store = database.open();
        journal = new Journal(store);
        desk = new Desk(store, journal, clock);
        events = new Events(journal);
        rows = new HookRows(store, clock);
        payloads = new Payloads(journal, conversation -> words -> words.replaceAll("[0-9]", "*"));
    }

    HookFeed feed(Hook... hooks) {
        var feed = new HookFeed(store, journal, events, rows, List.of(hooks), hook -> {});
        feed.begin();
        return feed;
    }

    StoreHooks hooks(Hook... hooks) {
        return new StoreHooks(store, journal, List.of(hooks), clock);
    }

    Deliveries deliveries(Hook... hooks) {
        return new Deliveries(List.of(hooks), rows, events, payloads);
    }

    /** Brings whatever is due, and what is due when that is done. */
    void bring(Hook hook) {
        var deliveries = deliveries(hook);
        for (var due = rows.due(hook.name(), 8); !due.isEmpty(); due = rows.due(hook.name(), 8)) {
            due.forEach(row -> deliveries.bring(hook, row));
        }
    }

    void says(ConversationId who, String words) {
        happens(new Happening.Received(
                who,
                clock.instant(),
                UUID.randomUUID().toString(),
                new Person(who.thread(), "Mei", "zh-Hant"),
                new Content.Text(words),
                clock.instant()));
    }

    void answers(ConversationId who, String words, State became) {
        var call = UUID.randomUUID().toString();
        happens(new Happening.Said(
                who,
                clock.instant(),
                call,
                new Content.Text(words),
                new Speaker(Speaker.Kind.BOT, "小墨"),
                0,
                "mo",
                "3",
                "hours"));
        happens(new Happening.Settled(who, clock.instant(), call, became, null));
    }

    <T extends Ownership> T passes(ConversationId who, Ownership from, T to, String why) {
        return passes(who, from, to, Change.because(why).knowing(Map.of("order_no", "SP1234")));
    }

    <T extends Ownership> T passes(ConversationId who, Ownership from, T to, Change change) {
        if (!desk.pass(who, from, to, change)) {
            throw new IllegalStateException("somebody was faster");
        }
        return to;
    }

    void happens(Happening happening) {
        store.write(happening.conversation().toString(), transaction -> journal.append(transaction, happening));
    }

    @Override
    public void close() {
        store.close();
    }
}
