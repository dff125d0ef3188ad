package io.renhua.persona;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.renhua.persona.HostileScripts.Hostile;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a script holds, its author hears where it is wrong, and the server stays well. */
class HostileScriptTest {
    private static final String EVIL = "lines/evil.yaml";
    private static final long MOST_MEMORY = 256L << 20;
    private static final Duration LONGEST = Duration.ofSeconds(3);
    private static final String HEAD = "spec: renhua/1\nid: mo\nversion: 1\nlocales: {default: en, offer: [en]}\n";

    @TempDir
    private Path directory;

    private PersonaFolder mo;

    @BeforeEach
    void copy() {
        mo = PersonaFolder.copiedTo(directory);
    }

    static List<Hostile> files() {
        return HostileScripts.files();
    }

    static List<Hostile> wrongTypes() {
        return HostileScripts.wrongTypes();
    }

    @Test
    void thereAreSixtyOfThemAtLeast() {
        assertThat(files()).hasSizeGreaterThanOrEqualTo(60);
    }

    @ParameterizedTest(name = "one that {0}")
    @MethodSource("files")
    void isToldWithItsPlaceOrReadAsText(Hostile hostile) {
        mo.write(EVIL, hostile.content());

        var told = problems().stream()
                .filter(problem -> problem.file().equals("mo/" + EVIL) && problem.severity() == Problem.Severity.ERROR)
                .toList();

        if (hostile.line() < 0) {
            assertThat(told).isEmpty();
        } else {
            assertThat(told).anySatisfy(problem -> {
                assertThat(problem.why()).contains(hostile.why());
                assertThat(problem.line()).isEqualTo(hostile.line() == 0 ? problem.line() : hostile.line());
            });
            assertThat(told).allSatisfy(HostileScriptTest::helps);
        }
    }

    @ParameterizedTest(name = "a script that {0}")
    @MethodSource("wrongTypes")
    void isToldWhatCannotStandUnderAKey(Hostile hostile) {
        var wrong = new String(hostile.content(), StandardCharsets.UTF_8);
        var head = HEAD.replaceFirst("(?m)^" + hostile.why() + ":.*\n", "");
        int line = (int) head.lines().count() + 1;
        mo.write("persona.yaml", head + wrong).delete("tests/people.yaml").delete("tests/orders.yaml");

        assertThat(problems())
                .filteredOn(problem -> problem.file().equals("mo/persona.yaml") && problem.line() == line)
                .isNotEmpty()
                .allSatisfy(HostileScriptTest::helps);
    }

    private static void helps(Problem problem) {
        assertThat(problem.column()).isPositive();
        assertThat(problem.why()).isNotBlank();
        assertThat(problem.why().length()).isLessThan(2_000);
        assertThat(problem.instead()).isNotBlank();
        assertThat(problem.wrong().in("zh-Hant")).isNotEqualTo(problem.why());
        assertThat(problem.wrong().in("zh-Hans")).isNotEqualTo(problem.why());
    }

    /** All that is told, within the time and memory that a good script takes as well. */
    private List<Problem> problems() {
        var thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = thread.getCurrentThreadAllocatedBytes();
        long start = thread.getCurrentThreadCpuTime();

        var problems = mo.read().problems();

        assertThat(Duration.ofNanos(thread.getCurrentThreadCpuTime() - start)).isLessThan(LONGEST);
        assertThat(thread.getCurrentThreadAllocatedBytes() - before).isLessThan(MOST_MEMORY);
        return problems;
    }
}
