package io.renhua.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HostileBundleTest {
    private static final long MOST_MEMORY = 64L << 20;
    private static final Duration LONGEST = Duration.ofSeconds(1);

    @TempDir
    private Path here;

    private Path personas;

    @BeforeEach
    void aFolderForPersonas() throws IOException {
        personas = Files.createDirectory(here.resolve("personas"));
    }

    static Stream<String> hostile() {
        return HostileBundles.all().keySet().stream();
    }

    @Test
    void thereAreFortyOfThemAtLeast() {
        assertThat(hostile()).hasSizeGreaterThanOrEqualTo(40);
    }

    @Test
    void theSameBundleWithNothingWrongIsWelcome() throws IOException {
        var bundle = Files.write(here.resolve("guest.renhua"), HostileBundles.named(HostileBundles.WELCOME));

        assertThat(new Arrivals(personas).welcome(bundle, Optional.empty())).isEqualTo("mo");
    }

    @ParameterizedTest(name = "one that {0}")
    @MethodSource("hostile")
    void isRefusedAtOnceAndLeavesNothingBehind(String kind) throws IOException {
        var bundle = Files.write(here.resolve("guest.renhua"), HostileBundles.named(kind));
        var thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();

        long before = thread.getCurrentThreadAllocatedBytes();
        long start = thread.getCurrentThreadCpuTime();
        var refusal = catchThrowable(() -> new Arrivals(personas).welcome(bundle, Optional.empty()));
        var took = Duration.ofNanos(thread.getCurrentThreadCpuTime() - start);
        long memory = thread.getCurrentThreadAllocatedBytes() - before;

        assertThat(refusal).isInstanceOf(CannotTravel.class).hasMessageContaining("refused");
        assertThat(refusal).message().doesNotContainPattern("[\\p{C}&&[^\n]]");
        assertThat(personas).isEmptyDirectory();
        try (var left = Files.walk(here)) {
            assertThat(left).containsExactlyInAnyOrder(here, personas, bundle);
        }
        assertThat(took).isLessThanOrEqualTo(LONGEST);
        assertThat(memory).isLessThanOrEqualTo(MOST_MEMORY);
    }
}
