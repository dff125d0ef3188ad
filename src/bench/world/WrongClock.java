package world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;

/** A wall clock that can be put forward and back for one server alone. Made of C by the machine's own compiler. */
public final class WrongClock {
    private final Path library;
    private final Path offset;

    private WrongClock(Path library, Path offset) {
        this.library = library;
        this.offset = offset;
    }

    public static WrongClock in(Path folder) {
        var clock = new WrongClock(folder.resolve("clock.so"), folder.resolve("clock"));
        Child.run("cc", "-O2", "-shared", "-fPIC", "-o", clock.library.toString(), "src/bench/trial/clock.c");
        clock.put(Duration.ZERO);
        return clock;
    }

    /** From now on it is wrong by so much. */
    public void put(Duration wrongBy) {
        var bytes = ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.nativeOrder())
                .putLong(wrongBy.toNanos())
                .flip();
        try (var file = FileChannel.open(offset, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            file.write(bytes, 0); // in place: the server has the file mapped
        } catch (IOException e) {
            throw new UncheckedIOException("putting the clock", e);
        }
    }

    /** What a process needs in its environment to go by it. */
    public Map<String, String> environment() {
        if (!Files.exists(library)) {
            throw new IllegalStateException("no clock was made");
        }
        return Map.of("LD_PRELOAD", library.toString(), "BENCH_CLOCK", offset.toString());
    }
}
