package io.renhua.connector.wechat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Pushes held open for their passive replies. Whether words go back with the push or by a call of ours is decided once
 * per push and for all threads: never both. A push that WeChat repeats joins the first, and gets the same reply.
 */
final class PassiveReplies {

    /** How long after its time a push is remembered: longer than WeChat's last repetition. */
    private static final Duration MEMORY = Duration.ofSeconds(30);

    private static final int MOST = 100_000;

    private final Cache<String, Held> held;
    private final Duration patience;
    private final Ticker ticker;

    PassiveReplies(Duration patience) {
        this(patience, Ticker.systemTicker());
    }

    PassiveReplies(Duration patience, Ticker ticker) {
        this.patience = patience;
        this.ticker = ticker;
        this.held = Caffeine.newBuilder()
                .expireAfterWrite(patience.plus(MEMORY))
                .maximumSize(MOST)
                .ticker(ticker)
                .build();
    }

    /** Holds a push, or joins the one that WeChat repeats; anew when nobody took care of that one in time. */
    Held hold(String push) {
        return held.asMap()
                .compute(push, (key, known) -> known == null || known.forsaken() ? new Held(ticker, patience) : known);
    }

    /** Lets the reply go with the push; false when that is too late, or another went already. */
    boolean answer(String push, Reply reply) {
        var waiting = held.getIfPresent(push);
        return waiting != null && waiting.answer(reply);
    }

    /** Lets the push go without a reply, because what comes has no passive form. */
    void release(String push) {
        var waiting = held.getIfPresent(push);
        if (waiting != null) {
            waiting.close();
        }
    }

    /**
     * @param outbound the id of what we send: a second try of the same is the same reply
     * @param bubble null where WeChat's own desk is to answer
     */
    record Reply(String outbound, @Nullable Bubble bubble, Instant at) {
        static Reply toTheirDesk(String push, Instant at) {
            return new Reply(push, null, at);
        }
    }

    /** One push, open until it is answered or closed; only one of the two ever happens. */
    static final class Held {
        private sealed interface State {}

        private enum Simple implements State {
            OPEN,
            CLOSED
        }

        private record Answered(Reply reply) implements State {}

        private final AtomicReference<State> state = new AtomicReference<>(Simple.OPEN);
        private final CountDownLatch decided = new CountDownLatch(1);
        private final Ticker ticker;
        private final long deadline;

        private Held(Ticker ticker, Duration patience) {
            this.ticker = ticker;
            this.deadline = ticker.read() + patience.toNanos();
        }

        /** Waits for the reply; empty when none came in time, and from then on none will. */
        Optional<Reply> await() {
            try {
                var _ = decided.await(remaining(), TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt(); // the server stops: nothing is left to wait for
            }
            close();
            return state.get() instanceof Answered(var reply) ? Optional.of(reply) : Optional.empty();
        }

        private boolean answer(Reply reply) {
            if (remaining() <= 0) {
                close();
            }
            decide(new Answered(reply));
            return state.get() instanceof Answered(var given)
                    && given.outbound().equals(reply.outbound());
        }

        private void close() {
            decide(Simple.CLOSED);
        }

        /** Ran out of time without anybody being told so. */
        private boolean forsaken() {
            return remaining() <= 0 && decide(Simple.CLOSED);
        }

        private boolean decide(State outcome) {
            boolean first = state.compareAndSet(Simple.OPEN, outcome);
            decided.countDown();
            return first;
        }

        private long remaining() {
            return deadline - ticker.read();
        }
    }
}
