package io.renhua.server;

import io.netty.buffer.ByteBuf;
import java.util.Arrays;

/**
 * A body on its way in. Takes room as bytes come, not as they are announced; a small one takes none, so that it is not turned
 * away because of large ones.
 */
final class WebhookBody {
    static final int LARGEST = 1 << 20;
    private static final int SMALL = 4096;
    private static final byte[] NOTHING = {};

    private final DoorSpace space;
    private byte[] bytes = NOTHING;
    private int length;

    WebhookBody(DoorSpace space) {
        this.space = space;
    }

    /** Adds what has come, with more to follow; false when there is no room. */
    boolean add(ByteBuf part) {
        int more = part.readableBytes();
        if (length + more > bytes.length && !grow(length + more)) {
            return false;
        }
        part.readBytes(bytes, length, more);
        length += more;
        return true;
    }

    private boolean grow(int least) {
        int size = Math.max(least, Math.min(LARGEST, Math.max(SMALL, 2 * bytes.length)));
        if (!space.take(room(size) - room(bytes.length))) {
            return false;
        }
        bytes = Arrays.copyOf(bytes, size);
        return true;
    }

    private static int room(int size) {
        return Math.max(0, size - SMALL);
    }

    /** The whole of it, with its last part. */
    byte[] endingWith(ByteBuf part) {
        var whole = Arrays.copyOf(bytes, length + part.readableBytes());
        part.readBytes(whole, length, part.readableBytes());
        discard();
        return whole;
    }

    void discard() {
        space.giveBack(room(bytes.length));
        bytes = NOTHING;
        length = 0;
    }
}
