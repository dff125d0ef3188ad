package io.renhua.hook;

import java.time.Instant;
import java.util.List;

/** How it goes with everybody who is told, and what people can do about it. What is sent again has the same id. */
public interface Hooks extends AutoCloseable {

    List<HookStand> list();

    /** Sends a test; false when there is no hook of that name. */
    boolean test(String hook);

    /** Sends one event again, whether it arrived or not; false when there is none of that id for this hook. */
    boolean replay(String hook, String event);

    /** Sends everything since a moment again; how many events that are. */
    int replaySince(String hook, Instant since);

    /** Goes on where it was stopped; false when it was not. */
    boolean resume(String hook);

    @Override
    void close();
}
