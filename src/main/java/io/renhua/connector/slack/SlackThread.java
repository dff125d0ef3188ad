package io.renhua.connector.slack;

/**
 * Where a talk goes on: a channel, or one thread in it. Written {@code channel} or {@code channel:ts}.
 *
 * @param ts the thread's first message; empty outside threads
 */
record SlackThread(String channel, String ts) {

    static SlackThread parse(String thread) {
        var parts = thread.split(":", 2);
        return new SlackThread(parts[0], parts.length == 2 ? parts[1] : "");
    }

    @Override
    public String toString() {
        return ts.isEmpty() ? channel : channel + ":" + ts;
    }
}
