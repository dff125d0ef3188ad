package io.renhua.connector;

import io.renhua.connector.Grant.Denied;
import io.renhua.connector.Grant.Granted;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Tokens for one connector's tests, by the tests' own clock. */
public final class MemoryTokens implements Tokens {
    private final Map<String, Kept> kept = new HashMap<>();
    private final Clock clock;

    public MemoryTokens(Clock clock) {
        this.clock = clock;
    }

    private record Kept(Grant grant, Instant until) {}

    @Override
    public synchronized Grant of(String account, Supplier<Grant> ask) {
        return kept.compute(
                        account,
                        (_, known) ->
                                known != null && clock.instant().isBefore(known.until()) ? known : keep(ask.get()))
                .grant();
    }

    private Kept keep(Grant grant) {
        var life = switch (grant) {
            case Granted granted -> granted.life();
            case Denied _ -> Duration.ofSeconds(1);
        };
        return new Kept(grant, clock.instant().plus(life));
    }

    @Override
    public synchronized void refused(String account, Granted token) {
        kept.computeIfPresent(account, (_, known) -> known.grant().equals(token) ? null : known);
    }
}
