package world;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntSupplier;

/**
 * Everybody who writes, and the platform in between, which delivers what each of them says in order, and again after 0.3,
 * 1, 2, 4, 8 and then every 15 s until there is a 2xx.
 */
public final class People implements AutoCloseable {
    private static final long[] PAUSES = {300, 1000, 2000, 4000, 8000, 15_000};
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Platform platform;
    private final Courier courier = new Courier();
    private final IntSupplier door;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<Integer, CompletableFuture<Void>> lastOf = new ConcurrentHashMap<>();
    private final Map<Integer, Receipt> receipts = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Answer> answers = new ConcurrentLinkedQueue<>();

    /**
     * What the platform knows of one message.
     *
     * @param saidAt by {@link System#nanoTime}
     * @param acknowledgedAt likewise; zero when it never was
     */
    public record Receipt(Message message, long saidAt, long acknowledgedAt) {
        public boolean isAcknowledged() {
            return acknowledgedAt != 0;
        }
    }

    /** @param door the port to knock at, asked for each knock */
    public People(Platform platform, IntSupplier door) {
        this.platform = platform;
        this.door = door;
    }

    /** Says everything, so many a second, and comes back when each is acknowledged or given up. */
    public void say(List<Message> messages, double perSecond) throws InterruptedException {
        long began = System.nanoTime();
        var all = new ArrayList<CompletableFuture<Void>>();
        for (int i = 0; i < messages.size(); i++) {
            sleepUntil(began + (long) (i * 1e9 / perSecond));
            all.add(say(messages.get(i)));
        }
        all.forEach(CompletableFuture::join);
    }

    private static void sleepUntil(long due) throws InterruptedException {
        long left = due - System.nanoTime();
        if (left > 0) {
            Thread.sleep(Duration.ofNanos(left));
        }
    }

    /** Says it once all that this person said before is acknowledged or given up. */
    public CompletableFuture<Void> say(Message message) {
        var saidAt = Instant.now();
        long said = System.nanoTime();
        receipts.put(message.number(), new Receipt(message, said, 0));
        return lastOf.compute(
                message.person(),
                (person, before) -> (before == null ? CompletableFuture.<Void>completedFuture(null) : before)
                        .thenRunAsync(() -> deliver(message, saidAt, said), threads));
    }

    private void deliver(Message message, Instant saidAt, long said) {
        try {
            long end = System.nanoTime() + PATIENCE.toNanos();
            for (int attempt = 0; System.nanoTime() < end; attempt++) {
                if (knock(message, saidAt, attempt > 0).join().isTaken()) {
                    receipts.put(message.number(), new Receipt(message, said, System.nanoTime()));
                    return;
                }
                Thread.sleep(PAUSES[Math.min(attempt, PAUSES.length - 1)]);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One delivery of one message, whatever comes of it. */
    public CompletableFuture<Answer> knock(Message message, Instant saidAt, boolean again) {
        return courier.knock(door.getAsInt(), platform.knock(message, saidAt, again))
                .thenApply(answer -> {
                    answers.add(answer);
                    if (answer.isTaken()) {
                        receipts.computeIfPresent(
                                message.number(),
                                (number, receipt) -> receipt.isAcknowledged()
                                        ? receipt
                                        : new Receipt(message, receipt.saidAt(), answer.at()));
                    }
                    return answer;
                });
    }

    /** Lets a message be known that is delivered by {@link #knock} alone. */
    public void know(Message message) {
        receipts.put(message.number(), new Receipt(message, System.nanoTime(), 0));
    }

    public List<Receipt> receipts() {
        return List.copyOf(receipts.values());
    }

    /** Every answer to every knock so far. */
    public List<Answer> answers() {
        return List.copyOf(answers);
    }

    @Override
    public void close() {
        threads.shutdownNow();
        courier.close();
    }
}
