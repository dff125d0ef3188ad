package io.renhua;

import io.renhua.conversation.DeadLetter;
import io.renhua.conversation.DeadLetters;
import io.renhua.conversation.DoorDeadLetters;
import io.renhua.conversation.Onlooker;
import io.renhua.conversation.StoreDeadLetters;
import io.renhua.handoff.Desk;
import io.renhua.journal.Journal;
import io.renhua.store.Store;
import java.time.Clock;
import java.util.List;

/** What was put aside, for a command that has the store open itself: whoever serves it next, or elsewhere, takes it up. */
final class LocalDeadLetters implements DeadLetters {
    private final Store store;
    private final DeadLetters letters;

    private LocalDeadLetters(Store store) {
        var clock = Clock.systemUTC();
        var journal = new Journal(store);
        this.store = store;
        this.letters =
                new StoreDeadLetters(store, new Desk(store, journal, clock), journal, new Onlooker(store), clock);
    }

    static DeadLetters open() {
        return open(Local.configured());
    }

    static DeadLetters open(Configuration configuration) {
        return Local.reach(configuration, DoorDeadLetters::new, LocalDeadLetters::new);
    }

    @Override
    public List<DeadLetter> list(int most) {
        return letters.list(most);
    }

    @Override
    public boolean replay(String id, String by) {
        return letters.replay(id, by);
    }

    @Override
    public int replayAll(String channel, String by) {
        return letters.replayAll(channel, by);
    }

    @Override
    public boolean discard(String id, String by) {
        return letters.discard(id, by);
    }

    @Override
    public void close() {
        store.close();
    }
}
