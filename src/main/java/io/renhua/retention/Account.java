package io.renhua.retention;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** What left, or is to, channel by channel. */
public record Account(List<Share> shares) {
    public Account {
        shares = List.copyOf(shares);
    }

    public long conversations() {
        return sum(Share::conversations);
    }

    public long words() {
        return sum(Share::words);
    }

    public long media() {
        return sum(Share::media);
    }

    public long staying() {
        return sum(Share::staying);
    }

    public long held() {
        return sum(Share::held);
    }

    Optional<Instant> overdueSince() {
        return shares.stream().map(Share::overdueSince).filter(Objects::nonNull).min(Comparator.naturalOrder());
    }

    /** Channels whose promise is not one that somebody tells there now, and what was gone by; empty where there are none. */
    String remark() {
        return shares.stream()
                .filter(share -> share.how() != null)
                .map(share -> share.channel() + ": " + share.how())
                .collect(Collectors.joining("; "));
    }

    private long sum(ToLongFunction<Share> part) {
        return shares.stream().mapToLong(part).sum();
    }
}
