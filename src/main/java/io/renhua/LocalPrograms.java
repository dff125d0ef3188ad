package io.renhua;

import io.renhua.access.DoorPrograms;
import io.renhua.access.Pass;
import io.renhua.access.Programs;
import io.renhua.access.Wish;
import io.renhua.server.StorePrograms;
import io.renhua.store.Store;
import java.time.Clock;
import java.util.List;

/** The programs that are let in, for a command that has the store open itself. */
final class LocalPrograms implements Programs {
    private final Store store;
    private final Programs programs;

    private LocalPrograms(Store store) {
        this.store = store;
        this.programs = StorePrograms.unattended(store, Clock.systemUTC());
    }

    static Programs open() {
        return open(Local.configured());
    }

    static Programs open(Configuration configuration) {
        return Local.reach(configuration, DoorPrograms::new, LocalPrograms::new);
    }

    @Override
    public List<Pass> passes() {
        return programs.passes();
    }

    @Override
    public String letIn(Wish wish) {
        return programs.letIn(wish);
    }

    @Override
    public boolean turnAway(String id) {
        return programs.turnAway(id);
    }

    @Override
    public void close() {
        store.close();
    }
}
