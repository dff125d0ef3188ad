package io.renhua;

import io.renhua.journal.Journal;
import io.renhua.publishing.StorePublications;
import io.renhua.store.Store;
import io.renhua.why.DoorExplanations;
import io.renhua.why.Explanation;
import io.renhua.why.Explanations;
import io.renhua.why.Scripts;
import io.renhua.why.StoreExplanations;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why something was said, for a command that has the store open itself. */
final class LocalExplanations implements Explanations {
    private final Store store;
    private final Explanations explanations;

    private LocalExplanations(Store store, Configuration configuration) {
        this.store = store;
        var publications = new StorePublications(store, Clock.systemUTC());
        this.explanations = new StoreExplanations(
                new Journal(store), new Scripts(new SpokenScripts(publications, configuration.personas())));
    }

    static Explanations open() {
        return open(Local.configured());
    }

    static Explanations open(Configuration configuration) {
        return Local.reach(configuration, DoorExplanations::new, store -> new LocalExplanations(store, configuration));
    }

    @Override
    public Optional<Explanation> of(long bubble) {
        return explanations.of(bubble);
    }

    @Override
    public List<Explanation> last(@Nullable String persona, int most) {
        return explanations.last(persona, most);
    }

    @Override
    public List<Explanation> lastMissed(@Nullable String persona, int most) {
        return explanations.lastMissed(persona, most);
    }

    @Override
    public void close() {
        store.close();
    }
}
