package trial;

import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import world.Message;

/** The platform delivers the same thing more than once, or never for the first time. */
final class Copies {
    private static final int COPIES = 10;
    private static final int CONNECTIONS = 64;

    private Copies() {}

    /** B1: each message ten times within half a second, over 64 connections. */
    static void manyTimes(Stage stage) throws Exception {
        stage.open();
        stage.warmUp();
        var connections = new Semaphore(CONNECTIONS);
        double perSecond = stage.size("rate", 40, 20);
        int before = stage.people().answers().size();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var message : stage.messages(stage.size("messages", 5000, 500), stage.size("people", 500, 100))) {
                stage.people().know(message);
                var saidAt = Instant.now();
                for (int copy = 0; copy < COPIES; copy++) {
                    long pause = copy * 500L / COPIES;
                    threads.submit(() -> deliver(stage, connections, message, saidAt, pause));
                }
                Thread.sleep((long) (1000 / perSecond));
            }
        }
        stage.awaitAnswers(60);
        var refused = stage.people().answers().stream()
                .skip(before)
                .filter(answer -> !answer.isTaken())
                .count();
        stage.judge();
        stage.report().hold(refused == 0, "copies without a 2xx: %d", refused);
    }

    private static Void deliver(Stage stage, Semaphore connections, Message message, Instant saidAt, long pause)
            throws InterruptedException {
        Thread.sleep(pause);
        connections.acquire();
        try {
            stage.people().knock(message, saidAt, pause > 0).join();
        } finally {
            connections.release();
        }
        return null;
    }

    /** B2: only copies that say they are copies ever arrive. */
    static void onlyAgain(Stage stage) throws Exception {
        stage.open();
        stage.warmUp();
        for (var message : stage.messages(stage.size("messages", 2000, 300), stage.size("people", 500, 100))) {
            stage.people().know(message);
            var _ = stage.people().knock(message, Instant.now(), true);
            Thread.sleep(1000 / stage.size("rate", 100, 50));
        }
        stage.awaitAnswers(60);
        stage.judge();
    }
}
