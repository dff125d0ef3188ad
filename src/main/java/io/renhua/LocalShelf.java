package io.renhua;

import io.renhua.journal.Journal;
import io.renhua.learning.Bubble;
import io.renhua.learning.CatchUp;
import io.renhua.learning.Decision;
import io.renhua.learning.DoorShelf;
import io.renhua.learning.Shelf;
import io.renhua.learning.StoreShelf;
import io.renhua.persona.Persona;
import io.renhua.persona.PersonaReader;
import io.renhua.store.Store;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** What was not understood, for a command that has the store open itself. */
final class LocalShelf implements Shelf {
    private final Store store;
    private final Shelf shelf;

    private LocalShelf(Store store, Shelf shelf) {
        this.store = store;
        this.shelf = shelf;
    }

    static Shelf open() {
        return open(Local.configured());
    }

    static Shelf open(Configuration configuration) {
        return Local.reach(configuration, DoorShelf::new, store -> {
            var catchUp = new CatchUp(
                    store, new Journal(store), id -> persona(configuration.personas(), id), Clock.systemUTC());
            return new LocalShelf(store, new StoreShelf(store, catchUp));
        });
    }

    private static Optional<Persona> persona(Path personas, String id) {
        return Optional.ofNullable(
                new PersonaReader().read(personas.resolve(id)).persona());
    }

    @Override
    public List<Bubble> bubbles(String persona) {
        return shelf.bubbles(persona);
    }

    @Override
    public List<Decision> decisions(String persona) {
        return shelf.decisions(persona);
    }

    @Override
    public void decide(List<Decision> decisions) {
        shelf.decide(decisions);
    }

    @Override
    public void close() {
        store.close();
    }
}
