package io.renhua;

import io.renhua.conversation.Personas;
import io.renhua.handoff.Desk;
import io.renhua.journal.Journal;
import io.renhua.retention.Account;
import io.renhua.retention.DoorForgetting;
import io.renhua.retention.Forgetting;
import io.renhua.retention.Retention;
import io.renhua.store.Store;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** What is kept no longer, for a command that has the store open itself: by what was told when somebody last served. */
final class LocalForgetting implements Forgetting {
    private final Store store;
    private final Forgetting forgetting;

    private LocalForgetting(Store store) {
        var clock = Clock.systemUTC();
        this.store = store;
        this.forgetting = new Retention(
                store, new Desk(store, new Journal(store), clock), new Personas(Map.of(), Map.of()), clock);
    }

    static Forgetting open() {
        return open(Local.configured());
    }

    static Forgetting open(Configuration configuration) {
        return Local.reach(configuration, DoorForgetting::new, LocalForgetting::new);
    }

    @Override
    public Optional<Account> now() {
        return forgetting.now();
    }

    @Override
    public Account foreseen() {
        return forgetting.foreseen();
    }

    @Override
    public void close() {
        store.close();
    }
}
