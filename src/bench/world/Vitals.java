package world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What a process has used and holds, by Linux's own count.
 *
 * @param resident memory, in bytes
 */
public record Vitals(Duration cpu, long resident, int threads, int descriptors) {
    private static final long TICKS_PER_SECOND = 100;

    public static Vitals of(long pid) {
        var process = Path.of("/proc/" + pid);
        try (var descriptors = Files.list(process.resolve("fd"))) {
            var fields = fields(Files.readString(process.resolve("stat")));
            return new Vitals(
                    cpu(fields),
                    resident(process),
                    Integer.parseInt(fields[17]),
                    (int) descriptors.count());
        } catch (IOException e) {
            throw new UncheckedIOException("reading the vitals of " + pid, e);
        }
    }

    /** What its compilers have used of it: as long as they are busy, the rest costs more than it will. */
    static Duration compiling(long pid) {
        try (var threads = Files.list(Path.of("/proc/" + pid + "/task"))) {
            return threads.map(Vitals::stat)
                    .filter(stat -> stat.matches("(?s)\\d+ \\(C[12] .*"))
                    .map(stat -> cpu(fields(stat)))
                    .reduce(Duration.ZERO, Duration::plus);
        } catch (IOException e) {
            throw new UncheckedIOException("reading the threads of " + pid, e);
        }
    }

    private static String stat(Path task) {
        try {
            return Files.readString(task.resolve("stat"));
        } catch (IOException e) {
            return ""; // it has ended meanwhile
        }
    }

    /** From the third on: the second is a name, and may hold spaces. */
    private static String[] fields(String stat) {
        return stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    }

    private static Duration cpu(String[] fields) {
        long ticks = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
        return Duration.ofMillis(ticks * 1000 / TICKS_PER_SECOND);
    }

    private static long resident(Path process) throws IOException {
        return Files.readAllLines(process.resolve("status")).stream()
                .filter(line -> line.startsWith("VmRSS"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .findFirst()
                .orElseThrow();
    }

    public long mebibytes() {
        return resident >> 20;
    }
}
