package io.renhua.publishing;

import java.util.List;
import java.util.Optional;

/** What was published, and the versions themselves: kept for good and never changed. */
public interface Publications extends AutoCloseable {

    /** Of one persona, the latest first. */
    List<Publication> of(String persona);

    /** The bundle of a version that was published, by its address. */
    Optional<byte[]> content(String address);

    /**
     * Publishes; the version is kept first when it is new.
     *
     * @param bundle of the version; empty when it was published before
     */
    Publication publish(Release release, Optional<byte[]> bundle);

    @Override
    void close();
}
