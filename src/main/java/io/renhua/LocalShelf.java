package io.renhua;

import io.renhua.journal.Journal;
import io.renhua.learning.Bubble;
import io.renhua.learning.CatchUp;
import io.renhua.learning.Decision;
import io.renhua.learning.DoorShelf;
import io.renhua.learning.Shelf;
import io.renhua.learning.ShelfAway;
import io.renhua.learning.StoreShelf;
import io.renhua.persona.Persona;
import io.renhua.persona.PersonaReader;
import io.renhua.store.Store;
import io.renhua.store.StoreAway;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was not understood, for a command: asked of the server when one runs here, else read from the store itself. */
final class LocalShelf implements Shelf {
    private final Store store;
    private final Shelf shelf;

    private LocalShelf(Store store, Shelf shelf) {
        this.store = store;
        this.shelf = shelf;
    }

    static Shelf open() {
        return open(configured());
    }

    private static Configuration configured() {
        try (var context = Serving.configured().build()) {
            return Configuration.of(context.getEnvironment().start(), new ArrayList<>()); // to serve says what is wrong
        } catch (RuntimeException e) { // nothing but the configuration is read here
            throw new ShelfAway("config/application.yml cannot be read: " + e.getMessage(), e);
        }
    }

    static Shelf open(Configuration configuration) {
        var door = new DoorShelf(configuration.data());
        return door.answers() ? door : ofStore(configuration);
    }

    private static Shelf ofStore(Configuration configuration) {
        if (configuration.store().isOwnFile()
                && !Files.exists(configuration.data().resolve("renhua.mv.db"))) {
            throw new ShelfAway(
                    "Nobody has written yet: there is no store in " + configuration.data()
                            + ". Another folder is named by renhua.data in config/application.yml.",
                    null);
        }
        try {
            var store = Store.open(configuration.storeSettings());
            var catchUp = new CatchUp(
                    store, new Journal(store), id -> persona(configuration.personas(), id), Clock.systemUTC());
            return new LocalShelf(store, new StoreShelf(store, catchUp));
        } catch (StoreAway e) {
            throw new ShelfAway(
                    "The store in " + configuration.data() + " cannot be opened, and no server answers at its door. "
                            + "Is one just starting or stopping, or is it of an older version? Try again, or stop it.",
                    e);
        }
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
