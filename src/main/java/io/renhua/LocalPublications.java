package io.renhua;

import io.renhua.publishing.DoorPublications;
import io.renhua.publishing.Publication;
import io.renhua.publishing.Publications;
import io.renhua.publishing.Release;
import io.renhua.publishing.StorePublications;
import io.renhua.store.Store;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** What was published, for a command that has the store open itself: whoever serves it next follows. */
final class LocalPublications implements Publications {
    private final Store store;
    private final Publications publications;

    private LocalPublications(Store store) {
        this.store = store;
        this.publications = new StorePublications(store, Clock.systemUTC());
    }

    static Publications open() {
        return open(Local.configured());
    }

    static Publications open(Configuration configuration) {
        return Local.reach(configuration, DoorPublications::new, LocalPublications::new);
    }

    @Override
    public List<Publication> of(String persona) {
        return publications.of(persona);
    }

    @Override
    public Optional<byte[]> content(String address) {
        return publications.content(address);
    }

    @Override
    public Publication publish(Release release, Optional<byte[]> bundle) {
        return publications.publish(release, bundle);
    }

    @Override
    public void close() {
        store.close();
    }
}
