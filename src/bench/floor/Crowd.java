package floor;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import world.Answer;
import world.Call;
import world.Courier;
import world.Knock;
import world.Message;

/** So many people at once, of whom each says the next thing when the last is acknowledged, or when it has its reply. */
final class Crowd {
    private final Courier courier;
    private final int port;
    private final BiFunction<Message, Instant, Knock> knocks;
    private final boolean awaitsReplies;
    private final int persons;
    private final AtomicInteger said;
    private final AtomicLong finished = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final Map<Integer, Long> open = new ConcurrentHashMap<>();
    private final Queue<Long> acknowledged = new ConcurrentLinkedQueue<>();
    private final Queue<Long> replied = new ConcurrentLinkedQueue<>();
    private volatile boolean isOver;

    /**
     * @param persons how many different people there are, who take turns
     * @param said the numbers already used at this server
     */
    Crowd(
            Courier courier,
            int port,
            BiFunction<Message, Instant, Knock> knocks,
            boolean awaitsReplies,
            int persons,
            AtomicInteger said) {
        this.courier = courier;
        this.port = port;
        this.knocks = knocks;
        this.awaitsReplies = awaitsReplies;
        this.persons = persons;
        this.said = said;
    }

    void talk(int people) {
        for (int i = 0; i < people; i++) {
            next();
        }
    }

    /** So many a second, whatever becomes of them. */
    void talkEvenly(int perSecond, Duration time) {
        long began = System.nanoTime();
        long all = perSecond * time.toSeconds();
        isOver = true; // nobody goes on by themselves
        for (long i = 0; i < all; i++) {
            LockSupport.parkNanos(began + i * 1_000_000_000L / perSecond - System.nanoTime());
            say();
        }
    }

    private void next() {
        if (!isOver) {
            say();
        }
    }

    private void say() {
        int number = said.incrementAndGet();
        var message = new Message(number, 1 + number % persons);
        open.put(number, System.nanoTime());
        courier.knock(port, knocks.apply(message, Instant.now())).thenAccept(answer -> answered(number, answer));
    }

    private void answered(int number, Answer answer) {
        if (!answer.isTaken()) {
            refused.incrementAndGet();
            open.remove(number);
            next();
            return;
        }
        acknowledged.add(answer.took().toNanos());
        if (!awaitsReplies) {
            open.remove(number);
            finished.incrementAndGet();
            next();
        }
    }

    /** The platform took words. */
    void hear(Call call) {
        for (int ticket : call.tickets()) {
            var since = open.remove(ticket);
            if (since != null) {
                replied.add(System.nanoTime() - since);
                finished.incrementAndGet();
                next();
            }
        }
    }

    long finished() {
        return finished.get();
    }

    long refused() {
        return refused.get();
    }

    Queue<Long> acknowledged() {
        return acknowledged;
    }

    Queue<Long> replied() {
        return replied;
    }

    /** Lets what was begun end. */
    void end() throws InterruptedException {
        isOver = true;
        for (int i = 0; i < 300 && !open.isEmpty(); i++) {
            Thread.sleep(100);
        }
    }
}
