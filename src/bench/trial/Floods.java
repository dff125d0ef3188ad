package trial;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import world.Answer;
import world.Message;
import world.Spread;
import world.Vitals;

/** Much, for long or at once. */
final class Floods {
    private Floods() {}

    /** D1: for long. */
    static void soak(Stage stage) throws Exception {
        int messages = stage.size("messages", 100_000, 3000);
        int people = stage.size("people", messages, messages);
        var node = stage.open();
        stage.warmUp();
        var tenths = new ArrayList<List<Message>>();
        Vitals early = null;
        long heap = 0;
        for (int tenth = 0; tenth < 10; tenth++) {
            tenths.add(stage.messages(messages / 10, people));
            stage.people().say(tenths.getLast(), stage.size("rate", 120, 60));
            if (tenth == 1) {
                stage.awaitAnswers(30);
                heap = node.process().heapAfterCollecting();
                early = node.process().vitals();
            }
        }
        stage.awaitAnswers(60);
        long grown = node.process().heapAfterCollecting() - heap;
        var late = node.process().vitals();

        stage.judge();
        var report = stage.report();
        report.hold(
                late.resident() <= early.resident() * 1.1,
                "memory %d MiB, after a fifth %d MiB",
                late.mebibytes(),
                early.mebibytes());
        report.hold(
                grown <= messages * 0.8 / 10_000 * (1 << 20),
                "heap after collecting grew by %d KiB for %d messages, at most 1 MiB for 10,000",
                grown >> 10,
                messages * 8 / 10);
        report.hold(
                Math.abs(late.threads() - early.threads()) <= 5,
                "threads %d, after a fifth %d",
                late.threads(),
                early.threads());
        report.hold(
                Math.abs(late.descriptors() - early.descriptors()) <= 5,
                "descriptors %d, after a fifth %d",
                late.descriptors(),
                early.descriptors());
        long first = Spread.share(Outages.replies(stage, tenths.getFirst()), 0.99);
        var last = Outages.replies(stage, tenths.getLast());
        report.hold(
                Spread.share(last, 0.99) <= first * 1.5,
                "replies of the last tenth after %s; p99 of the first %.1f ms",
                Spread.of(last),
                first / 1e6);
    }

    /** D2: three times as much as it can, for a minute. */
    static void threefold(Stage stage) throws Exception {
        int seconds = stage.size("seconds", 60, 10);
        int rate = stage.size("rate", 1500, 600);
        stage.open();
        stage.warmUp();
        int before = stage.people().answers().size();
        var flood = stage.messages(seconds * rate, stage.size("people", 20_000, 5000));
        stage.people().say(flood, rate);
        var answers = stage.people().answers().stream().skip(before).toList();
        long over = System.nanoTime();
        stage.awaitAnswers(60);
        double drained = (System.nanoTime() - over) / 1e9;
        var after = stage.messages(300, 100);
        stage.people().say(after, 30);
        stage.awaitAnswers(30);

        stage.judge();
        var refused = answers.stream()
                .filter(answer -> answer.status() == 503 || answer.status() == 429)
                .map(answer -> answer.took().toNanos())
                .toList();
        stage.report()
                .hold(
                        answers.stream().allMatch(answer -> answer.status() != 0),
                        "knocks without an answer: %d of %d",
                        answers.stream().filter(answer -> answer.status() == 0).count(),
                        answers.size());
        stage.report()
                .hold(
                        Spread.share(refused, 0.99) <= 100_000_000,
                        "%d turned away after %s",
                        refused.size(),
                        Spread.of(refused));
        stage.report().say("drained %.0f s after the last was acknowledged", drained);
        Outages.acknowledged(stage, "in the flood", flood, Integer.MAX_VALUE);
        Outages.acknowledged(stage, "afterwards", after, 500);
    }

    /** D3: everything that was kept back while it was away comes at once when it is there. */
    static void backlog(Stage stage) throws Exception {
        var node = stage.open();
        stage.warmUp();
        node.stop(20);
        var messages = stage.messages(stage.size("messages", 20_000, 2000), stage.size("people", 5000, 500));
        messages.forEach(stage.people()::know);
        node.start();
        long began = System.nanoTime();
        var said = Instant.now();
        var answers = new ArrayList<Answer>();
        for (int from = 0; from < messages.size(); from += 500) { // as many connections as a platform opens
            var some = messages.subList(from, Math.min(messages.size(), from + 500)).stream()
                    .map(message -> untilTaken(stage, message, said))
                    .toList();
            some.forEach(each -> answers.add(each.join()));
        }
        var took = answers.stream().map(answer -> answer.took().toNanos()).toList();
        stage.awaitAnswers(60);
        double drained = (System.nanoTime() - began) / 1e9;

        stage.judge();
        stage.report().hold(Spread.share(took, 0.99) <= 1_000_000_000L, "acknowledged after %s", Spread.of(took));
        stage.report().hold(drained <= 300, "drained after %.0f s", drained);
    }

    private static CompletableFuture<Answer> untilTaken(Stage stage, Message message, Instant said) {
        return stage.people()
                .knock(message, said, true)
                .thenCompose(answer -> answer.isTaken()
                        ? CompletableFuture.completedFuture(answer)
                        : untilTaken(stage, message, said));
    }

    /** D4: one person says a thousand things in a second. */
    static void oneWhoTalks(Stage stage) throws Exception {
        int much = stage.size("messages", 1000, 300);
        int rate = stage.size("rate", 50, 25);
        stage.open();
        stage.warmUp();
        var usual = stage.messages(rate * 20, 200);
        stage.people().say(usual, rate);

        var talk = IntStream.range(0, much).mapToObj(i -> stage.message(9999)).toList();
        var others = stage.messages(rate * 20, 200);
        talk.forEach(stage.people()::know);
        var talker = Thread.ofVirtual().start(() -> withinASecond(stage, talk));
        stage.people().say(others, rate);
        talker.join();
        stage.awaitAnswers(60);

        stage.judge();
        long before = Spread.share(Outages.replies(stage, usual), 0.99);
        var meanwhile = Outages.replies(stage, others);
        stage.report()
                .hold(
                        Spread.share(meanwhile, 0.99) <= 2 * before,
                        "the others' replies after %s; p99 before %.1f ms",
                        Spread.of(meanwhile),
                        before / 1e6);
    }

    private static void withinASecond(Stage stage, List<Message> messages) {
        var said = Instant.now();
        long began = System.nanoTime();
        var knocks = new ArrayList<CompletableFuture<Answer>>();
        for (int i = 0; i < messages.size(); i++) {
            LockSupport.parkNanos(began + i * 1_000_000_000L / messages.size() - System.nanoTime());
            knocks.add(untilTaken(stage, messages.get(i), said));
        }
        knocks.forEach(CompletableFuture::join);
    }
}
