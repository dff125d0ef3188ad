package io.renhua.learning;

import java.util.List;

/** What was not understood and what was decided about it, wherever it is kept. */
public interface Shelf extends AutoCloseable {

    /** Everything kept of a persona up to this moment, the newest first. */
    List<Bubble> bubbles(String persona);

    /** In the order in which they were made. */
    List<Decision> decisions(String persona);

    void decide(List<Decision> decisions);

    @Override
    void close();
}
