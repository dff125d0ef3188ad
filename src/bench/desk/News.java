package desk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import world.Chrome;
import world.Spread;
import world.Vitals;

/**
 * How long until something that happened stands on a colleague's screen: what a consumer says, from the webhook on, and what
 * an agent answers, from their pressing on.
 */
final class News {
    private static final Duration AT_MOST = Duration.ofMillis(500);
    private static final int UNTIL_WARM = 100;

    /** So many of others' a page surely shows. */
    private static final int SHOWN = 50;

    /** As long as this a page lets pass between two questions. */
    private static final long BETWEEN = 100;

    /** Notes when a ticket first stands in a list. */
    private static final String WATCH = """
            (() => {
              window.shown = {};
              const look = node => {
                for (const found of node.textContent.matchAll(/K(\\d+)/g)) window.shown[found[1]] ??= Date.now();
              };
              new MutationObserver(changes => changes.forEach(change => change.addedNodes.forEach(look)))
                .observe(document.querySelector('.lists'), { childList: true, subtree: true });
            })()""";

    private final Shop shop;
    private final int colleagues;
    private final int perSecond;
    private final Map<Integer, Long> happened = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Long> asked = new ConcurrentLinkedQueue<>();

    /**
     * @param colleagues how many have the desk open
     * @param perSecond how many things happen
     */
    News(Shop shop, int colleagues, int perSecond) {
        this.shop = shop;
        this.colleagues = colleagues;
        this.perSecond = perSecond;
    }

    /** Whether it was quick enough, with so many conversations in hand. */
    boolean run(int open, int events) throws Exception {
        shop.serve(open - shop.served().size());
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        try {
            shop.clerks().subList(1, colleagues).forEach(clerk -> threads.submit(() -> sit(clerk)));
            var page = shop.screen(shop.clerks().getFirst(), SHOWN);
            page.run(WATCH);
            happen(page, UNTIL_WARM, threads);
            asked.clear();
            var before = vitals();
            long began = System.nanoTime();
            var times = happen(page, events, threads);
            double seconds = (System.nanoTime() - began) / 1e9;
            page.close();
            return report(open, events, times, before, vitals(), seconds);
        } finally {
            threads.shutdownNow();
        }
    }

    /** Has the desk open as a page has it: hears that something happened, and asks what. */
    private void sit(Clerk clerk) {
        var marks = new Semaphore(1);
        Thread.startVirtualThread(() -> clerk.listen(event -> marks.release()));
        long seq = 0;
        try {
            while (true) {
                marks.acquire();
                marks.drainPermits();
                long began = System.nanoTime();
                var lists = clerk.ask("/desk/lists?after=" + seq);
                if (seq > 0) {
                    asked.add(System.nanoTime() - began);
                }
                seq = lists.path("seq").asLong();
                Thread.sleep(BETWEEN);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the run is over
        }
    }

    /** Lets things happen evenly, and returns after how long each stood on the screen, in nanoseconds. */
    private List<Long> happen(Chrome.Page page, int events, ExecutorService threads) throws InterruptedException {
        happened.clear();
        var people = visible();
        long began = System.nanoTime();
        for (int i = 0; i < events; i++) {
            LockSupport.parkNanos(began + i * 1_000_000_000L / perSecond - System.nanoTime());
            int person = people.get((i * 7919) % people.size());
            boolean isAnswer = i % 2 == 1;
            threads.submit(() -> isAnswer ? answer(person) : say(person));
        }
        page.await("Object.keys(window.shown).filter(number => number >= " + smallest() + ").length >= " + events);
        var shown = page.run("window.shown");
        var times = new ArrayList<Long>();
        happened.forEach((number, at) -> times.add((shown.path("" + number).asLong() - at) * 1_000_000));
        return times;
    }

    /** Whose conversations stand on the screen: its owner's, and those that others have had for longest. */
    private List<Integer> visible() {
        var watcher = shop.clerks().getFirst();
        return Stream.concat(
                        shop.served().stream().limit(SHOWN),
                        shop.served().stream().skip(SHOWN).filter(person -> shop.with(person) == watcher))
                .toList();
    }

    private int smallest() {
        return happened.keySet().stream().mapToInt(Integer::intValue).min().orElse(0);
    }

    private Object say(int person) {
        var message = shop.words(person);
        happened.put(message.number(), System.currentTimeMillis());
        return shop.people().say(message);
    }

    private Object answer(int person) {
        int number = shop.nextNumber();
        happened.put(number, System.currentTimeMillis());
        return shop.with(person).reply(Shop.conversation(person), "K" + number);
    }

    private List<Vitals> vitals() {
        return shop.nodes().stream().map(node -> node.process().vitals()).toList();
    }

    private boolean report(
            int open, int events, List<Long> times, List<Vitals> before, List<Vitals> after, double seconds) {
        long p99 = Spread.share(times, 0.99);
        System.out.printf(
                "%d conversations in hand, %d desks open, %d/s happen: on a colleague's screen after %s (%d of %d)%n",
                open, colleagues, perSecond, Spread.of(times), times.size(), events);
        System.out.printf("  a page's question for what has changed: %s (%d)%n", Spread.of(asked), asked.size());
        for (int i = 0; i < after.size(); i++) {
            double cpu = after.get(i).cpu().minus(before.get(i).cpu()).toMillis() / 1e3 / seconds;
            System.out.printf("  node %d: %.2f of a core, %d MiB%n", i + 1, cpu, after.get(i).mebibytes());
        }
        return p99 < AT_MOST.toNanos() && times.size() == events;
    }
}
