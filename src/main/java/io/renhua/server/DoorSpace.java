package io.renhua.server;

import java.util.concurrent.atomic.AtomicLong;

/** How many bytes may wait at the door for their rest, over all connections. Calls that come whole need none of it. */
final class DoorSpace {
    private static final long MOST = 64L << 20;
    private static final int SHARE_OF_THE_HEAP = 8;

    private final AtomicLong left;

    DoorSpace() {
        this(Math.min(MOST, Runtime.getRuntime().maxMemory() / SHARE_OF_THE_HEAP));
    }

    DoorSpace(long bytes) {
        this.left = new AtomicLong(bytes);
    }

    boolean take(int bytes) {
        if (left.addAndGet(-bytes) >= 0) {
            return true;
        }
        giveBack(bytes);
        return false;
    }

    long left() {
        return left.get();
    }

    void giveBack(int bytes) {
        left.addAndGet(bytes);
    }
}
