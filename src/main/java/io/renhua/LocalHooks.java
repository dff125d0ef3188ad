package io.renhua;

import io.renhua.hook.DoorHooks;
import io.renhua.hook.Hook;
import io.renhua.hook.HookStand;
import io.renhua.hook.Hooks;
import io.renhua.hook.StoreHooks;
import io.renhua.journal.Journal;
import io.renhua.store.Store;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Those who are told, for a command that has the store open itself: whoever serves it next tells them. */
final class LocalHooks implements Hooks {
    private final Store store;
    private final Hooks hooks;

    private LocalHooks(Store store, List<Hook> configured) {
        this.store = store;
        this.hooks = new StoreHooks(store, new Journal(store), configured, Clock.systemUTC());
    }

    static Hooks open() {
        return open(Local.configured(), Local.hooks());
    }

    static Hooks open(Configuration configuration, List<Hook> configured) {
        return Local.reach(configuration, DoorHooks::new, store -> new LocalHooks(store, configured));
    }

    @Override
    public List<HookStand> list() {
        return hooks.list();
    }

    @Override
    public boolean test(String hook) {
        return hooks.test(hook);
    }

    @Override
    public boolean replay(String hook, String event) {
        return hooks.replay(hook, event);
    }

    @Override
    public int replaySince(String hook, Instant since) {
        return hooks.replaySince(hook, since);
    }

    @Override
    public boolean resume(String hook) {
        return hooks.resume(hook);
    }

    @Override
    public void close() {
        store.close();
    }
}
