package io.renhua.retention;

import java.util.Optional;

/** Lets go of what is kept no longer, for whoever does not want to wait until the night. */
public interface Forgetting extends AutoCloseable {

    /** Lets go of it now; empty when another node is at it. */
    Optional<Account> now();

    /** What would leave now; nothing does. */
    Account foreseen();

    @Override
    void close();
}
