package io.renhua.conversation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.renhua.connector.Delivery;
import io.renhua.message.ConversationId;
import io.renhua.message.Limits;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

/**
 * The way to one account of a platform, for all its conversations: so many calls a second and so many at a time, and none
 * while the platform wants none or does not answer. Who may not go is parked and called when it may be their turn; what they
 * want to say waits in the store. While the way is shut one probe goes each time, and how it goes decides for all.
 */
final class Gate {
    /** So many calls at most are on their way to an account at a time: a slow platform holds up no more than that. */
    static final int AT_A_TIME = 64;

    /** So many failures in a row speak of the platform and not of a message. */
    private static final int IN_A_ROW = 5;

    /** So many chats are remembered for their own pace. */
    private static final int CHATS = 50_000;

    /** Whoever is called may have nothing to send any more: so soon the next one is called. */
    private static final long LOOKS_NANOS = Duration.ofSeconds(1).toNanos();

    private final Limits limits;
    private final Pace pace;
    private final Ticker ticker;
    private final Timer timer;
    private final Consumer<ConversationId> call;
    private final Set<ConversationId> parked = new LinkedHashSet<>();
    private final Cache<ConversationId, Long> nextInChat;

    private int onTheWay;
    private int failures;
    private int shuts;
    private long shutUntil;
    private boolean shut;
    private boolean probing;
    private boolean awake;
    private long wakesAt;

    /** Does something after a while. */
    interface Timer {
        void in(Duration delay, Runnable what);
    }

    /**
     * @param nodes how many share what the account is allowed
     * @param call tells a parked conversation that it may ask again
     */
    Gate(Limits limits, IntSupplier nodes, Ticker ticker, Timer timer, Consumer<ConversationId> call) {
        this.limits = limits;
        this.ticker = ticker;
        this.timer = timer;
        this.call = call;
        this.pace = new Pace(limits.perSecond(), nodes, ticker.read());
        this.nextInChat = Caffeine.newBuilder()
                .maximumSize(CHATS)
                .expireAfterWrite(limits.perChat())
                .ticker(ticker)
                .build();
    }

    /** What somebody who wants to send is told. */
    sealed interface Answer {
        /** Go now, and say afterwards how it went. */
        record Go() implements Answer {}

        /** Come back by yourself. */
        record Later(Duration delay) implements Answer {}

        /** You will be called. */
        record Parked() implements Answer {}
    }

    synchronized Answer ask(ConversationId conversation) {
        long now = ticker.read();
        long pause = pauseInChat(conversation, now);
        if (pause > 0) {
            return new Answer.Later(Duration.ofNanos(pause));
        }
        if (mayGo(now)) {
            go(conversation, now);
            return new Answer.Go();
        }
        parked.add(conversation);
        stayAwake(now);
        return new Answer.Parked();
    }

    /** Goes at once, or not at all: nobody who waits is overtaken, and who may not go is not parked. */
    synchronized boolean tryGo(ConversationId conversation) {
        long now = ticker.read();
        if (!parked.isEmpty() || pauseInChat(conversation, now) > 0 || !mayGo(now)) {
            return false;
        }
        go(conversation, now);
        return true;
    }

    private long pauseInChat(ConversationId conversation, long now) {
        var next = nextInChat.getIfPresent(conversation);
        return next == null ? 0 : next - now;
    }

    private boolean mayGo(long now) {
        return onTheWay < AT_A_TIME && pace.room(now) > 0 && (!shut || (shutUntil - now <= 0 && !probing));
    }

    private void go(ConversationId conversation, long now) {
        parked.remove(conversation);
        onTheWay++;
        probing = shut;
        pace.went(now);
        if (limits.perChat().isPositive()) {
            nextInChat.put(conversation, now + limits.perChat().toNanos());
        }
        stayAwake(now);
    }

    /** Says how a call went, and lets it speak for the platform where it does. */
    synchronized void went(Delivery delivery) {
        onTheWay--;
        long now = ticker.read();
        switch (delivery) {
            case Delivery.Sent sent -> open();
            case Delivery.Refused refused -> open(); // the platform answers, and has an opinion
            case Delivery.Gone gone -> open();
            case Delivery.Throttled(var retryAfter, var why) -> shut(now, retryAfter);
            case Delivery.Postponed postponed -> failed(now);
            case Delivery.InDoubt inDoubt -> failed(now);
        }
        callNext(now);
    }

    /** Says that nothing was sent after all. */
    synchronized void stayed() {
        onTheWay--;
        probing = false;
        callNext(ticker.read());
    }

    private void open() {
        failures = 0;
        shuts = 0;
        shut = false;
        probing = false;
    }

    private void failed(long now) {
        failures++;
        if (shut || failures >= IN_A_ROW) {
            shut(now, Duration.ZERO);
        }
    }

    /** Longer each time; those who were on their way when it was shut say nothing new. */
    private void shut(long now, Duration atLeast) {
        if (!shut || probing) {
            var wait = BackOff.after(shuts, now);
            shutUntil = now + wait.toNanos();
            shuts++;
        }
        shutUntil = Math.max(shutUntil, now + atLeast.toNanos());
        shut = true;
        probing = false;
    }

    private void callNext(long now) {
        int most = shut ? 1 : Math.min(AT_A_TIME - onTheWay, pace.room(now));
        for (int i = 0; i < most && !parked.isEmpty() && mayGo(now); i++) {
            var next = parked.iterator().next();
            parked.remove(next);
            call.accept(next);
        }
        stayAwake(now);
    }

    /** Sees to it that those who are parked are called once time has come. */
    private void stayAwake(long now) {
        long open = shut && shutUntil - pace.opensAt() > 0 ? shutUntil : pace.opensAt();
        long at = open - now > 0 ? open : now + LOOKS_NANOS;
        if (!parked.isEmpty() && (!awake || at - wakesAt < 0)) {
            awake = true;
            wakesAt = at;
            timer.in(Duration.ofNanos(at - now), this::look);
        }
    }

    private synchronized void look() {
        awake = false;
        callNext(ticker.read());
    }

    /** For how long nobody may go; empty while the way is open. */
    synchronized Optional<Duration> shutFor() {
        return shut ? Optional.of(Duration.ofNanos(Math.max(0, shutUntil - ticker.read()))) : Optional.empty();
    }

    synchronized int parked() {
        return parked.size();
    }

    synchronized int onTheWay() {
        return onTheWay;
    }
}
