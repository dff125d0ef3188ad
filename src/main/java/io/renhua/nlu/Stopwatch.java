package io.renhua.nlu;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** Measures one classifier, from learning to answering. */
final class Stopwatch {
    private static final int CALLS = 10_000;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private double cpuSeconds;
    private double wallSeconds;

    Classifier train(Supplier<Classifier> training) {
        long cpu = PROCESS.getProcessCpuTime();
        long wall = System.nanoTime();
        var classifier = training.get();
        wallSeconds = (System.nanoTime() - wall) / 1e9;
        cpuSeconds = (PROCESS.getProcessCpuTime() - cpu) / 1e9;
        return classifier;
    }

    /** What the training took, and what answering takes once the machine's own compiler has settled. */
    Cost cost(Classifier classifier, List<String> texts) {
        var nanos = new long[CALLS];
        time(classifier, texts, nanos);
        long before = THREADS.getCurrentThreadAllocatedBytes();
        time(classifier, texts, nanos);
        long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;

        Arrays.sort(nanos);
        return new Cost(
                cpuSeconds,
                wallSeconds,
                Arrays.stream(nanos).average().orElse(0) / 1e3,
                nanos[CALLS * 99 / 100] / 1e3,
                (double) allocated / CALLS,
                ModelSize.of(classifier) / 1e3);
    }

    private static void time(Classifier classifier, List<String> texts, long[] nanos) {
        for (int i = 0; i < nanos.length; i++) {
            var text = texts.get(i % texts.size());
            long began = System.nanoTime();
            var _ = classifier.classify(text);
            nanos[i] = System.nanoTime() - began;
        }
    }
}
