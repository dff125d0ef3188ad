package trial;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import world.Call;
import world.Fate;
import world.Message;
import world.People;
import world.Spread;

/** The platform has a bad day. */
final class Outages {
    private Outages() {}

    /** C1: it takes a fifth and drops the answer. */
    static void answersLost(Stage stage) throws Exception {
        var lost = new AtomicInteger();
        talk(stage, some(stage, call -> {
            lost.incrementAndGet();
            return Fate.ANSWER_LOST;
        }));
        var verdict = stage.judge();
        int twice = verdict.doubledInDoubt().size();
        boolean once = stage.platformHelps();
        stage.report()
                .hold(
                        once ? twice == 0 : twice <= lost.get(),
                        "heard twice %d of %d with a lost answer; %s",
                        twice,
                        lost.get(),
                        once ? "the platform can tell, so none" : "the platform cannot tell, so no more than those");
    }

    /** C2: a fifth is reset before it is taken. */
    static void resets(Stage stage) throws Exception {
        talk(stage, some(stage, call -> Fate.RESET));
        var verdict = stage.judge();
        stage.report()
                .hold(
                        verdict.doubledInDoubt().isEmpty(),
                        "heard twice %d",
                        verdict.doubledInDoubt().size());
    }

    /** C4: a fifth is answered 500. */
    static void errors(Stage stage) throws Exception {
        talk(stage, some(stage, call -> Fate.Refuse.with(500)));
        stage.judge();
        calls(stage, 1.5);
    }

    /** One call in five, by chance, meets this fate. */
    private static Function<Call, Fate> some(Stage stage, Function<Call, Fate> fate) {
        return call -> stage.chance().nextInt(5) == 0 ? fate.apply(call) : Fate.TAKEN;
    }

    private static void talk(Stage stage, Function<Call, Fate> fates) throws Exception {
        stage.open();
        stage.warmUp();
        stage.standIn().fates(fates);
        stage.people().say(messages(stage, 10_000, 600), stage.size("rate", 100, 40));
        stage.awaitAnswers(60);
        stage.standIn().fates(call -> Fate.TAKEN);
        stage.awaitAnswers(330); // the longest back-off and a little
    }

    private static List<Message> messages(Stage stage, int inFull, int inShort) {
        return stage.messages(stage.size("messages", inFull, inShort), stage.size("people", 500, 100));
    }

    private static void calls(Stage stage, double most) {
        double calls =
                stage.standIn().calls() / (double) stage.standIn().takings().size();
        stage.report().hold(calls <= most, "%.2f calls for each that was taken, at most %.1f", calls, most);
    }

    /** C3: it is not there at all, for long. */
    static void down(Stage stage) throws Exception {
        int seconds = stage.size("down", 600, 20);
        int rate = stage.size("rate", 50, 25);
        var node = stage.open();
        stage.warmUp();
        long heap = node.process().heapAfterCollecting();

        stage.standIn().down();
        var meanwhile = stage.messages(seconds * rate, stage.size("people", 500, 100));
        stage.people().say(meanwhile, rate);
        long grown = node.process().heapAfterCollecting() - heap;
        long waiting = stage.waiting();
        stage.standIn().up();
        long up = System.nanoTime();
        stage.awaitAnswers(330);

        double drained = (System.nanoTime() - up) / 1e9;
        stage.judge();
        acknowledged(stage, "during the outage", meanwhile, 200);
        stage.report().say("%d waited, drained within %.0f s of its return", waiting, drained);
        stage.report()
                .hold(
                        grown < waiting * 1024 + (8 << 20),
                        "heap after collecting +%d KiB for %d that wait",
                        grown >> 10,
                        waiting);
    }

    /** C5: every call takes two seconds, then thirty. */
    static void slow(Stage stage) throws Exception {
        int rate = stage.size("rate", 50, 25);
        int each = stage.size("messages", 3000, 400);
        int persons = stage.size("people", 500, 200);
        stage.open();
        stage.warmUp();
        var usual = stage.messages(each, persons);
        stage.people().say(usual, rate);
        stage.standIn().fates(call -> new Fate.Take(Duration.ofSeconds(2)));
        var slow = stage.messages(each, persons);
        stage.people().say(slow, rate);
        stage.standIn().fates(call -> new Fate.Take(Duration.ofSeconds(30)));
        var slowest = stage.messages(each, persons);
        stage.people().say(slowest, rate);
        stage.standIn().fates(call -> Fate.TAKEN);
        stage.awaitAnswers(120);

        stage.judge();
        long bound = Spread.share(acknowledgements(stage, usual), 0.99) / 1_000_000 + 100;
        acknowledged(stage, "as usual", usual, Integer.MAX_VALUE);
        acknowledged(stage, "at 2 s a call", slow, bound);
        acknowledged(stage, "at 30 s a call", slowest, bound);
        stage.report()
                .hold(
                        stage.standIn().mostInFlight() <= persons,
                        "calls in flight at most %d, one for each person",
                        stage.standIn().mostInFlight());
    }

    /** C6: too many requests for a minute, then no more than 30 a second, and one a second in each chat. */
    static void tooMany(Stage stage) throws Exception {
        int seconds = stage.size("storm", 60, 20);
        int retryAfter = stage.size("retry-after", 5, 5);
        int rate = stage.size("rate", 25, 15);
        stage.open();
        stage.warmUp();
        var storm = new AtomicInteger();
        stage.standIn().fates(call -> {
            storm.incrementAndGet();
            return Fate.Refuse.tooMany(retryAfter);
        });
        stage.people().say(stage.messages(seconds * rate, 300), rate);
        int before = stage.standIn().calls();
        int taken = stage.standIn().takings().size();
        stage.standIn().fates(new Pace(30)::fate);
        stage.people().say(stage.messages(seconds * rate, 300), rate);
        stage.awaitAnswers(330);

        int calls = stage.standIn().calls() - before;
        int replies = stage.standIn().takings().size() - taken;
        stage.judge();
        int probes = seconds / retryAfter + 1;
        stage.report().hold(storm.get() <= probes, "%d calls within the storm, at most %d", storm.get(), probes);
        stage.report()
                .hold(calls <= 1.2 * replies, "%d calls for %d replies after it, at most 1.2 for each", calls, replies);
    }

    /** A platform that lets so many through in a second, and one in each chat. */
    private static final class Pace {
        private static final long SECOND = 1_000_000_000L;
        private final int perSecond;
        private final AtomicLong second = new AtomicLong();
        private final AtomicInteger inSecond = new AtomicInteger();
        private final Map<Integer, Long> lastTo = new ConcurrentHashMap<>();

        Pace(int perSecond) {
            this.perSecond = perSecond;
        }

        /** Asked by one thread only. */
        Fate fate(Call call) {
            long now = System.nanoTime();
            if (second.getAndSet(now / SECOND) != now / SECOND) {
                inSecond.set(0);
            }
            boolean tooSoon = now - lastTo.getOrDefault(call.to(), now - 2 * SECOND) < SECOND * 9 / 10;
            if (tooSoon || inSecond.incrementAndGet() > perSecond) {
                return Fate.Refuse.tooMany(1);
            }
            lastTo.put(call.to(), now);
            return Fate.TAKEN;
        }
    }

    static void acknowledged(Stage stage, String when, List<Message> messages, long bound) {
        var took = acknowledgements(stage, messages);
        stage.report()
                .hold(
                        Spread.share(took, 0.99) <= bound * 1_000_000.0,
                        "acknowledged %s after %s%s",
                        when,
                        Spread.of(took),
                        bound == Integer.MAX_VALUE ? "" : ", p99 at most " + bound + " ms");
    }

    private static List<Long> acknowledgements(Stage stage, List<Message> messages) {
        var chosen = new HashSet<>(messages);
        var took = new ArrayList<Long>();
        for (var receipt : stage.people().receipts()) {
            if (receipt.isAcknowledged() && chosen.contains(receipt.message())) {
                took.add(receipt.acknowledgedAt() - receipt.saidAt());
            }
        }
        return took;
    }

    /** How long people waited for their reply. */
    static List<Long> replies(Stage stage, List<Message> messages) {
        var chosen = new HashSet<>(messages);
        var took = new ArrayList<Long>();
        for (People.Receipt receipt : stage.people().receipts()) {
            if (chosen.contains(receipt.message())) {
                stage.standIn().takings().answered(receipt.message()).ifPresent(at -> took.add(at - receipt.saidAt()));
            }
        }
        return took;
    }
}
