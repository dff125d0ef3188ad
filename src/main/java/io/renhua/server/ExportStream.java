package io.renhua.server;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

/** An export that is only made while it is read, a stretch at a time. Not safe to share. */
final class ExportStream extends InputStream {
    private final Iterator<List<ExportRow>> rows;
    private final Function<List<ExportRow>, String> form;
    private byte[] part;
    private int next;

    ExportStream(String head, Iterator<List<ExportRow>> rows, Function<List<ExportRow>, String> form) {
        this.part = head.getBytes(StandardCharsets.UTF_8);
        this.rows = rows;
        this.form = form;
    }

    @Override
    public int read() {
        return more() ? part[next++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int from, int most) {
        if (!more()) {
            return -1;
        }
        int count = Math.min(most, part.length - next);
        System.arraycopy(part, next, into, from, count);
        next += count;
        return count;
    }

    private boolean more() {
        while (next == part.length && rows.hasNext()) {
            part = form.apply(rows.next()).getBytes(StandardCharsets.UTF_8);
            next = 0;
        }
        return next < part.length;
    }
}
