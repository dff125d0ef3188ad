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
            var stat = Files.readString(process.resolve("stat"));
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            long ticks = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
            return new Vitals(
                    Duration.ofMillis(ticks * 1000 / TICKS_PER_SECOND),
                    resident(process),
                    Integer.parseInt(fields[17]),
                    (int) descriptors.count());
        } catch (IOException e) {
            throw new UncheckedIOException("reading the vitals of " + pid, e);
        }
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
