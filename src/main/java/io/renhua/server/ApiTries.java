package io.renhua.server;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts tokens that were none, by where they came from, as {@link SignInTries} counts passwords. */
@Singleton
final class ApiTries {
    static final Duration SPAN = Duration.ofMinutes(5);

    private final Cache<String, AtomicInteger> failures;

    ApiTries(Clock clock) {
        Ticker ticker = () -> Duration.between(Instant.EPOCH, clock.instant()).toNanos();
        this.failures = Caffeine.newBuilder()
                .maximumSize(100_000)
                .expireAfterWrite(SPAN)
                .ticker(ticker)
                .build();
    }

    boolean areTooMany(String address) {
        var failed = failures.getIfPresent(address);
        return failed != null && failed.get() >= SignInTries.PER_ADDRESS;
    }

    void failed(String address) {
        failures.asMap().computeIfAbsent(address, key -> new AtomicInteger()).incrementAndGet();
    }
}
