package io.renhua.nlu;

/** A hash over code points that is the same on every machine and every day. */
final class Mix {
    private Mix() {}

    static long step(long hash, int codePoint) {
        return (hash ^ codePoint) * 0x9E3779B97F4A7C15L;
    }

    static int fold(long hash, int size) {
        long h = hash;
        h = (h ^ (h >>> 33)) * 0xFF51AFD7ED558CCDL;
        h = (h ^ (h >>> 33)) * 0xC4CEB9FE1A85EC53L;
        return (int) (h ^ (h >>> 33)) & (size - 1);
    }
}
