package io.renhua.access;

import java.util.List;

/** Which programs are let in. Each shows a token, which is told once, when it is made. */
public interface Programs extends AutoCloseable {

    /** Those that are good, the oldest first. */
    List<Pass> passes();

    /** The whole token, which nobody can be told again. */
    String letIn(Wish wish);

    /** Lets a token in no more; false when it was not good anyway. */
    boolean turnAway(String id);

    @Override
    void close();
}
