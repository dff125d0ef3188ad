package io.renhua.conversation;

import com.github.benmanes.caffeine.cache.Ticker;
import io.renhua.connector.Connector;
import io.renhua.message.ConversationId;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

/** The ways to all accounts, each on its own: what one platform does slows no other. */
final class Gates implements AutoCloseable {
    private final Map<String, Gate> byChannel = new ConcurrentHashMap<>();
    private final IntSupplier nodes;
    private final Ticker ticker;
    private final Consumer<ConversationId> call;
    private final ScheduledThreadPoolExecutor own = new ScheduledThreadPoolExecutor(
            1,
            Thread.ofPlatform().daemon().name("gates").factory(),
            new ThreadPoolExecutor.DiscardPolicy()); // once closed nobody goes any more
    private final Gate.Timer timer;

    Gates(IntSupplier nodes, Ticker ticker, Consumer<ConversationId> call) {
        this.nodes = nodes;
        this.ticker = ticker;
        this.call = call;
        this.timer = this::in;
    }

    /** @param timer wakes the gates in the place of our own */
    Gates(IntSupplier nodes, Ticker ticker, Consumer<ConversationId> call, Gate.Timer timer) {
        this.nodes = nodes;
        this.ticker = ticker;
        this.call = call;
        this.timer = timer;
    }

    /** What all times at the gates are read from. */
    Ticker ticker() {
        return ticker;
    }

    Gate to(Connector connector) {
        return byChannel.computeIfAbsent(
                connector.channel().name(), _ -> new Gate(connector.limits(), nodes, ticker, timer, call));
    }

    /** Does something now and then until closed; it must not throw. */
    void every(Duration time, Runnable what) {
        var _ = own.scheduleWithFixedDelay(what, time.toMillis(), time.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void in(Duration delay, Runnable what) {
        var _ = own.schedule(what, delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** For how long the ways that are shut will be, by channel. */
    Map<String, Duration> shut() {
        var shut = new ConcurrentHashMap<String, Duration>();
        byChannel.forEach((channel, gate) -> gate.shutFor().ifPresent(time -> shut.put(channel, time)));
        return Map.copyOf(shut);
    }

    @Override
    public void close() {
        own.shutdownNow();
    }
}
