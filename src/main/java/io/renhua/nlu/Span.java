package io.renhua.nlu;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A reading of a stretch of text. */
record Span<T>(T value, int start, int end) {
    boolean overlaps(Span<?> other) {
        return start < other.end && other.start < end;
    }

    /** Where readings overlap, the longest of those that begin first. */
    static <T> List<Span<T>> apart(List<Span<T>> spans) {
        var kept = new ArrayList<Span<T>>();
        int end = 0;
        var inOrder = spans.stream()
                .sorted(Comparator.<Span<T>>comparingInt(Span::start)
                        .thenComparing(Span::end, Comparator.reverseOrder()))
                .toList();
        for (var span : inOrder) {
            if (span.start() >= end) {
                kept.add(span);
                end = span.end();
            }
        }
        return kept;
    }
}
