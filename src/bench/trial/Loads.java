package trial;

import world.Spread;

/** An ordinary day. */
final class Loads {
    private Loads() {}

    /** Messages at a rate: acknowledgement, delivered reply, CPU and memory. */
    static void usual(Stage stage) throws Exception {
        int messages = stage.size("messages", 6000, 1000);
        int rate = stage.size("rate", 200, 40);
        var node = stage.open();
        stage.warmUp();
        var before = node.process().vitals();
        long began = System.nanoTime();
        var said = stage.messages(messages, stage.size("people", 500, 100));
        stage.people().say(said, rate);
        stage.awaitAnswers(60);
        double seconds = (System.nanoTime() - began) / 1e9;
        var after = node.process().vitals();

        stage.judge();
        Outages.acknowledged(stage, "at %d/s".formatted(rate), said, Integer.MAX_VALUE);
        stage.report().say("replies after %s", Spread.of(Outages.replies(stage, said)));
        double cpu = after.cpu().minus(before.cpu()).toNanos() / 1e3 / messages;
        stage.report()
                .say(
                        "answered %.0f messages/s at %.0f µs of CPU each; memory %d MiB",
                        messages / seconds, cpu, after.mebibytes());
    }
}
