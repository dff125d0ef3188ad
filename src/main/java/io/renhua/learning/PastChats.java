package io.renhua.learning;

import java.time.Instant;
import java.util.List;

/** What people said to a persona, masked; what people at the desk answered is not in it. */
public interface PastChats extends AutoCloseable {

    /** In the order of its coming. */
    List<PastTurn> since(String persona, Instant since);

    @Override
    void close();
}
