package world;

import java.util.Collection;

/** How times are spread. */
public final class Spread {
    private Spread() {}

    /** In milliseconds. */
    public static String of(Collection<Long> nanos) {
        return nanos.isEmpty()
                ? "never"
                : "p50 %.1f ms, p99 %.1f ms, at most %.1f ms"
                        .formatted(share(nanos, 0.5) / 1e6, share(nanos, 0.99) / 1e6, share(nanos, 1) / 1e6);
    }

    /** What so large a share of them is not above. */
    public static long share(Collection<Long> nanos, double share) {
        var sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
    }
}
