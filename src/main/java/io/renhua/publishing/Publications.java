package io.renhua.publishing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What was published, and the versions themselves, which never change. */
public interface Publications extends AutoCloseable {

    /** Of one persona, the latest first. */
    List<Publication> of(String persona);

    /** The bundle of a version that was published or sent to be reviewed, by its address. */
    Optional<byte[]> content(String address);

    /** Whether what a version held is still kept. */
    boolean isKept(String address);

    /**
     * Publishes; the version is kept first when it is new.
     *
     * @param bundle of the version; empty when it was published before
     * @throws CannotPublish where somebody has to approve it first
     */
    Publication publish(Release release, Optional<byte[]> bundle);

    /** How versions of one persona were reviewed. */
    Reviews reviews(String persona);

    /**
     * Takes a step in the review of a version.
     *
     * @param bundle of the version; empty when it was sent before
     * @throws CannotPublish where it may not be taken
     */
    Review review(ReviewWish wish, Optional<byte[]> bundle);

    /** Finds a version that was published or sent to be reviewed by the name under which it speaks, or what follows @ in it. */
    default Optional<Kept> kept(String persona, String name) {
        return Stream.concat(
                        of(persona).stream().map(Publication::kept),
                        reviews(persona).all().stream().map(Review::kept))
                .filter(each -> each.isCalled(name) || each.isCalled("@" + name))
                .findFirst();
    }

    /** A link to the persona's chat page by which a version can be tried until a time. */
    String link(String persona, String address, Instant until);

    @Override
    void close();
}
