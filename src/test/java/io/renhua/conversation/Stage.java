package io.renhua.conversation;

import io.renhua.store.Faults;
import io.renhua.store.Faults.Fault;
import io.renhua.store.Store;
import io.renhua.store.StoreSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** A store that fails where and how it is told to, on which scenarios are played one after the other. */
final class Stage implements AutoCloseable {
    private final Faults faults = new Faults();
    private final Store store;
    private final Handle beside; // past the faults
    private int played;

    Stage(StoreSettings settings) {
        store = faults.open(settings);
        beside = Jdbi.open(settings.url(), settings.user(), settings.password());
    }

    /** What came of a scenario: whether the fault happened, the calls it left in doubt, and what is wrong. */
    record Outcome(String place, Fault fault, boolean struck, int doubts, List<String> wrong) {}

    /** Plays a scenario in which one call fails. */
    Outcome play(String place, Fault fault) {
        try (var scenario = new Scenario(store, beside, "U" + played++)) {
            faults.begin();
            faults.plant(place, fault);
            var wrong = new ArrayList<>(scenario.play());
            boolean struck = faults.disarm();
            wrong.addAll(scenario.verdict(struck ? 1 : 0));
            return new Outcome(place, fault, struck, scenario.doubts(), wrong);
        } finally {
            faults.disarm();
        }
    }

    /** The places from which the store is called while people talk: as a scenario without faults shows them. */
    Set<String> places() {
        play("nowhere", Fault.REFUSES);
        return faults.places();
    }

    @Override
    public void close() {
        beside.close();
        store.close();
    }
}
