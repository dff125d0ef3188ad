package io.renhua.retention;

import java.time.Instant;

/** A stretch of time: its beginning belongs to it, its end does not. */
record Span(Instant from, Instant to) {
    boolean isEmpty() {
        return !from.isBefore(to);
    }
}
