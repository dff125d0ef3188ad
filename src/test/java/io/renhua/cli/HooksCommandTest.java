package io.renhua.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.hook.HookStand;
import io.renhua.hook.HookStand.PutAside;
import io.renhua.hook.Hooks;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class HooksCommandTest {
    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");

    private final List<HookStand> stands = new ArrayList<>(List.of(new HookStand(
            "helpdesk",
            "helpdesk.example.com",
            List.of("handoff.requested"),
            3,
            NOON,
            NOON.plusSeconds(300),
            1,
            List.of(new PutAside("evt_42_1", "handoff.requested", "pao-line/mei", NOON, 10, "it answered 500")),
            NOON,
            "it answered 500",
            NOON,
            null)));
    private final List<String> asked = new ArrayList<>();
    private int code;

    @Test
    void listsHowItGoesAndWhatWasPutAside() {
        assertThat(run()).isEqualTo("""
                helpdesk  failing  helpdesk.example.com
                  3 on their way, the next at 2026-11-23 04:05; 1 put aside
                  last failed at 2026-11-23 04:00: it answered 500
                  evt_42_1  handoff.requested  pao-line/mei: it answered 500
                """);
    }

    @Test
    void saysThatNobodyIsTold() {
        stands.clear();

        assertThat(run()).startsWith("Nobody is told: renhua.hooks in config/application.yml names none.");
        assertThat(run("helpdesk", "--send-test")).startsWith("There is no hook helpdesk");
        assertThat(code).isEqualTo(1);
    }

    @Test
    void sendsATestOneEventOrEverythingSinceAMoment() {
        assertThat(run("helpdesk", "--send-test")).startsWith("A test is on its way to helpdesk");
        assertThat(run("helpdesk", "--replay", "evt_42_1")).isEqualTo("evt_42_1 is on its way again.\n");
        assertThat(run("helpdesk", "--replay", "evt_43_1")).startsWith("There is no evt_43_1");
        assertThat(code).isEqualTo(1);
        assertThat(run("helpdesk", "--since", "6h")).isEqualTo("7 events are on their way to helpdesk again.\n");
        assertThat(run("helpdesk", "--resume")).isEqualTo("helpdesk goes on where it was stopped.\n");

        assertThat(asked)
                .containsExactly(
                        "test helpdesk",
                        "replay helpdesk evt_42_1",
                        "replay helpdesk evt_43_1",
                        "since helpdesk 2026-11-22T22:00:00Z",
                        "resume helpdesk");
    }

    @Test
    void saysWhatAMomentLooksLike() {
        assertThat(run("helpdesk", "--since", "yesterday")).contains("such as 2026-11-27T09:00:00Z", "not yesterday");
        assertThat(run("--send-test")).contains("Name the hook");
        assertThat(code).isEqualTo(2);
        assertThat(asked).isEmpty();
    }

    private String run(String... arguments) {
        var said = new StringWriter();
        code = new CommandLine(new HooksCommand(Kept::new, Clock.fixed(NOON, ZoneOffset.UTC)))
                .setOut(new PrintWriter(said))
                .setErr(new PrintWriter(said))
                .execute(arguments);
        return said.toString();
    }

    private final class Kept implements Hooks {
        @Override
        public List<HookStand> list() {
            return List.copyOf(stands);
        }

        @Override
        public boolean test(String hook) {
            return asked.add("test " + hook);
        }

        @Override
        public boolean replay(String hook, String event) {
            asked.add("replay " + hook + " " + event);
            return event.equals("evt_42_1");
        }

        @Override
        public int replaySince(String hook, Instant since) {
            asked.add("since " + hook + " " + since);
            return 7;
        }

        @Override
        public boolean resume(String hook) {
            return asked.add("resume " + hook);
        }

        @Override
        public void close() {}
    }
}
