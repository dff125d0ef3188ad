package io.renhua.store;

import java.util.function.Consumer;

/**
 * What nodes on one database tell each other by. An extra: what rings may be lost, ring twice or ring late, so whoever
 * listens also looks for himself now and then.
 */
public interface Bell extends AutoCloseable {
    /** For a database that is ours alone. */
    Bell NONE = new Bell() {
        @Override
        public void ring(Topic topic, String text) {}

        @Override
        public void listen(Topic topic, Consumer<String> listener) {}

        @Override
        public void onGap(Runnable listener) {}

        @Override
        public void close() {}
    };

    /** What it is about. */
    enum Topic {
        /** There is something to do in a lane. */
        LANE,
        /** Something happened in a conversation. */
        JOURNAL,
        /** A node has stopped. */
        NODE,
        /** Somebody at the desk looks at a conversation. */
        GAZE
    }

    /** Tells the other nodes; comes back at once. */
    void ring(Topic topic, String text);

    /** Hears what other nodes tell. The listener must be quick. */
    void listen(Topic topic, Consumer<String> listener);

    /** Runs when something may have been missed: at the beginning, and after a time in which nothing could be heard. */
    void onGap(Runnable listener);

    /** Rings what was to be rung, then no more. */
    @Override
    void close();
}
