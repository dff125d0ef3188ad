package io.renhua;

import io.renhua.journal.Journal;
import io.renhua.learning.DoorPastChats;
import io.renhua.learning.PastChats;
import io.renhua.learning.PastTurn;
import io.renhua.learning.StorePastChats;
import io.renhua.persona.PersonaReader;
import io.renhua.store.Store;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Past conversations, for a command that has the store open itself. */
final class LocalPastChats implements PastChats {
    private final Store store;
    private final PastChats chats;

    private LocalPastChats(Store store, Configuration configuration) {
        this.store = store;
        this.chats = new StorePastChats(
                new Journal(store),
                id -> Optional.ofNullable(new PersonaReader()
                        .read(configuration.personas().resolve(id))
                        .persona()),
                configuration::platform,
                Platforms::limits);
    }

    static PastChats open() {
        var configuration = Local.configured();
        return Local.reach(configuration, DoorPastChats::new, store -> new LocalPastChats(store, configuration));
    }

    @Override
    public List<PastTurn> since(String persona, Instant since) {
        return chats.since(persona, since);
    }

    @Override
    public void close() {
        store.close();
    }
}
