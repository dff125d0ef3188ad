package io.renhua.server;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which bytes of a file a request asks for. Players need parts: Safari plays no film without them. Several at once, or
 * what is no range, mean the whole.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#name-range-requests">RFC 9110</a>
 */
sealed interface ByteRange {
    Pattern ONE = Pattern.compile("bytes=(?:(\\d{1,18})-(\\d{0,18})|-(\\d{1,18}))");

    record Whole() implements ByteRange {}

    /** @param to the last byte that belongs to it */
    record Part(int from, int to) implements ByteRange {
        byte[] of(byte[] bytes) {
            return Arrays.copyOfRange(bytes, from, to + 1);
        }
    }

    /** Nothing of it is there. */
    record Beyond() implements ByteRange {}

    static ByteRange of(@Nullable String header, int size) {
        var one = ONE.matcher(header == null ? "" : header.replace(" ", ""));
        if (!one.matches()) {
            return new Whole();
        }
        if (one.group(3) != null) {
            long last = Long.parseLong(one.group(3));
            return last == 0 || size == 0 ? new Beyond() : new Part((int) Math.max(0, size - last), size - 1);
        }
        long from = Long.parseLong(one.group(1));
        long to = one.group(2).isEmpty() ? Long.MAX_VALUE : Long.parseLong(one.group(2));
        if (to < from) {
            return new Whole();
        }
        return from >= size ? new Beyond() : new Part((int) from, (int) Math.min(to, size - 1L));
    }
}
