package io.renhua.picture;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Bytes to be read at any place; a place outside them is an {@link IndexOutOfBoundsException}. */
final class Bytes {
    private final byte[] all;

    Bytes(byte[] all) {
        this.all = all;
    }

    int length() {
        return all.length;
    }

    int at(int place) {
        return all[place] & 0xFF;
    }

    boolean startsWith(int place, int... wanted) {
        for (int i = 0; i < wanted.length; i++) {
            if (place + i >= all.length || at(place + i) != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    /** As Latin-1; shorter where the bytes end before. */
    String text(int place, int length) {
        int from = Math.clamp(place, 0, all.length);
        return new String(all, from, Math.min(length, all.length - from), StandardCharsets.ISO_8859_1);
    }

    int big16(int place) {
        return at(place) << 8 | at(place + 1);
    }

    /** At most as many as there are bytes: whatever claims more is broken. */
    int big32(int place) {
        return length(at(place) << 24 | big16(place + 1) << 8 | at(place + 3));
    }

    int little16(int place) {
        return at(place) | at(place + 1) << 8;
    }

    int little32(int place) {
        return length(little16(place) | little16(place + 2) << 16);
    }

    private int length(int claimed) {
        if (claimed < 0 || claimed > all.length) {
            throw new IndexOutOfBoundsException("more bytes than there are: " + claimed);
        }
        return claimed;
    }

    void copy(int from, int to, ByteArrayOutputStream out) {
        if (from < 0 || to > all.length || from > to) {
            throw new IndexOutOfBoundsException("no such bytes: " + from + " to " + to);
        }
        out.write(all, from, to - from);
    }
}
