package io.renhua.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.retention.Account;
import io.renhua.retention.Forgetting;
import io.renhua.retention.Share;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class ForgetCommandTest {
    private static final Account ACCOUNT = new Account(List.of(
            new Share("pao-line", "pao", 180, null, 12, 340, 1, 1, 2, Instant.parse("2026-11-01T00:00:00Z")),
            new Share("before", null, 0, "nothing was ever told there, so nothing leaves", 0, 0, 0, 0, 0, null)));

    private final List<String> done = new ArrayList<>();
    private Optional<Account> now = Optional.of(ACCOUNT);
    private int code;

    @Test
    void saysWhatWouldLeaveChannelByChannel() {
        assertThat(run("--dry-run")).isEqualTo("""
                pao-line, kept for 180 days: 340 entries of 12 conversations, 1 picture or sound
                  1 conversation stays while somebody is at work there, overdue since 2026-11-01
                  2 conversations stay because somebody needs them (legal hold)
                before: 0 entries of 0 conversations, 0 pictures and sounds
                  nothing was ever told there, so nothing leaves
                Would leave: 340 entries of 12 conversations, and 1 picture or sound.
                """);
        assertThat(done).containsExactly("foreseen");
    }

    @Test
    void letsItLeave() {
        assertThat(run()).endsWith("Left: 340 entries of 12 conversations, and 1 picture or sound.\n");
        assertThat(done).containsExactly("now");
        assertThat(code).isZero();
    }

    @Test
    void saysThatAnotherNodeIsAtIt() {
        now = Optional.empty();

        assertThat(run()).startsWith("Another node is at it");
        assertThat(code).isEqualTo(1);
    }

    @Test
    void saysTheSameAsJson() {
        assertThat(run("--dry-run", "--json"))
                .startsWith("{\"channel\":\"pao-line\",\"persona\":\"pao\",\"days\":180,\"conversations\":12,");
    }

    private String run(String... arguments) {
        var paper = new StringWriter();
        var writer = new PrintWriter(paper);
        code = new CommandLine(new ForgetCommand(Fake::new))
                .setOut(writer)
                .setErr(writer)
                .execute(arguments);
        return paper.toString();
    }

    private final class Fake implements Forgetting {
        @Override
        public Optional<Account> now() {
            done.add("now");
            return now;
        }

        @Override
        public Account foreseen() {
            done.add("foreseen");
            return ACCOUNT;
        }

        @Override
        public void close() {}
    }
}
