package io.renhua.server;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts sign-ins that failed. An account that is being guessed at from elsewhere stays open to the browsers it was
 * opened in before.
 */
@Singleton
final class SignInTries {
    static final int PER_ACCOUNT = 10;
    static final int PER_ADDRESS = 40;
    private static final Duration SPAN = Duration.ofMinutes(5);

    private final Cache<String, AtomicInteger> failures;

    SignInTries(Clock clock) {
        Ticker ticker = () -> Duration.between(Instant.EPOCH, clock.instant()).toNanos();
        this.failures = Caffeine.newBuilder()
                .maximumSize(100_000)
                .expireAfterWrite(SPAN)
                .ticker(ticker)
                .build();
    }

    /** Takes one try; false when there have been too many. */
    boolean take(String login, String device, String address) {
        int asAccount = count(account(login, device), 1);
        int fromAddress = count("from " + address, 1);
        return asAccount <= PER_ACCOUNT && fromAddress <= PER_ADDRESS;
    }

    /** Gives back the tries of who has shown to be who they say. */
    void forget(String login, String device, String address) {
        failures.invalidate(account(login, device));
        count("from " + address, -1);
    }

    private int count(String what, int change) {
        return failures.asMap()
                .computeIfAbsent(what, key -> new AtomicInteger())
                .addAndGet(change);
    }

    private static String account(String login, String device) {
        return "as " + StaffKeys.sha256(login) + " on " + device;
    }
}
