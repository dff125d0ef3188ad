package io.renhua;

import io.renhua.publishing.DoorPublications;
import io.renhua.publishing.Publication;
import io.renhua.publishing.Publications;
import io.renhua.publishing.Release;
import io.renhua.publishing.Review;
import io.renhua.publishing.ReviewWish;
import io.renhua.publishing.Reviews;
import io.renhua.publishing.StorePublications;
import io.renhua.publishing.Terms;
import io.renhua.store.Store;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What was published, for a command that has the store open itself: whoever serves it next follows. */
final class LocalPublications implements Publications {
    private final Store store;
    private final Publications publications;

    private LocalPublications(Store store, Terms terms) {
        this.store = store;
        this.publications = new StorePublications(store, Clock.systemUTC(), terms);
    }

    static Publications open() {
        return open(Local.configured());
    }

    static Publications open(Configuration configuration) {
        var terms = configuration.terms();
        return Local.reach(configuration, DoorPublications::new, store -> new LocalPublications(store, terms));
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
    public boolean isKept(String address) {
        return publications.isKept(address);
    }

    @Override
    public String link(String persona, String address, Instant until) {
        return publications.link(persona, address, until);
    }

    @Override
    public Reviews reviews(String persona) {
        return publications.reviews(persona);
    }

    @Override
    public Review review(ReviewWish wish, Optional<byte[]> bundle) {
        return publications.review(wish, bundle);
    }

    @Override
    public void close() {
        store.close();
    }
}
