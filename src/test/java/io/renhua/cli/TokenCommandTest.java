package io.renhua.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.access.Pass;
import io.renhua.access.Programs;
import io.renhua.access.Wish;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class TokenCommandTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private final List<Pass> passes = new ArrayList<>(List.of(
            new Pass("5f0c2a9b81d3e764", "api:helpdesk", "Helpdesk", List.of("read", "answer"), "oda", NOON, null),
            new Pass("0123456789abcdef", "api:crm", "CRM", List.of("read"), "oda", NOON, NOON.plusSeconds(60))));
    private final List<Wish> wishes = new ArrayList<>();
    private final StringWriter aside = new StringWriter();
    private int code;

    @Test
    void listsWhoIsLetInAndNeverWhatMakesATokenGood() {
        assertThat(run())
                .contains("5f0c2a9b81d3e764  api:helpdesk  read,answer  Helpdesk\n")
                .contains("by oda; never shown\n")
                .contains("0123456789abcdef  api:crm  read  CRM\n")
                .contains("by oda; last shown ");
        assertThat(run("crm")).contains("api:crm").doesNotContain("helpdesk");
        assertThat(run("crm", "--json")).startsWith("{\"id\":\"0123456789abcdef\",\"program\":\"api:crm\"");
        passes.clear();
        assertThat(run()).startsWith("No program is let in.");
    }

    @Test
    void saysANewTokenAloneSoThatItCanGoIntoAFile() {
        assertThat(run("shop", "--create", "--may", "read,manage", "--who", "ann"))
                .isEqualTo("renhua_id_secret\n");
        assertThat(aside.toString()).isEqualTo("Keep it now: nobody can be told it again.\n");
        run("shop", "--create", "--name", " Shop desk ", "--may", "answer", "--who", "ann");

        assertThat(wishes)
                .containsExactly(
                        new Wish("shop", "shop", List.of("read", "manage"), "ann"),
                        new Wish("shop", "Shop desk", List.of("answer"), "ann"));
    }

    @Test
    void saysWhatIsMissingBeforeAnythingIsOpened() {
        for (var wrong : List.of(
                List.of("--create", "--may", "read"),
                List.of("Shop!", "--create", "--may", "read"),
                List.of("shop", "--create"),
                List.of("shop", "--create", "--may", "everything"),
                List.of("shop", "--create", "--may", "read", "--name", " "),
                List.of("shop", "--create", "--may", "read", "--revoke", "5f0c2a9b81d3e764"))) {
            assertThat(run(wrong.toArray(String[]::new))).isEmpty();
            assertThat(code).isEqualTo(2);
        }
        assertThat(wishes).isEmpty();
        assertThat(aside.toString()).contains("--may read,answer,manage", "Name the program", "--name is 1 to 40");
    }

    @Test
    void revokesOne() {
        assertThat(run("--revoke", "5f0c2a9b81d3e764")).isEqualTo("5f0c2a9b81d3e764 is let in no more.\n");
        assertThat(code).isZero();
        assertThat(run("--revoke", "5f0c2a9b81d3e764")).startsWith("There is no such token");
        assertThat(code).isEqualTo(1);
    }

    @Test
    void revokesAWholeTokenWithoutSayingItsSecret() {
        assertThat(run("--revoke", "renhua_5f0c2a9b81d3e764_s3cret"))
                .isEqualTo("5f0c2a9b81d3e764 is let in no more.\n");
        assertThat(run("--revoke", "s3cret")).doesNotContain("s3cret");
    }

    @Test
    void speaksTheLanguageOfWhoeverRunsIt() {
        passes.clear();

        assertThat(run("--lang", "zh-Hant")).startsWith("還沒有程式可以進來");
    }

    private String run(String... arguments) {
        var said = new StringWriter();
        var all = new ArrayList<>(List.of(arguments));
        if (!all.contains("--lang")) {
            all.addAll(List.of("--lang", "en"));
        }
        code = new CommandLine(new TokenCommand(Kept::new))
                .setOut(new PrintWriter(said, true))
                .setErr(new PrintWriter(aside, true))
                .execute(all.toArray(String[]::new));
        return said.toString();
    }

    private final class Kept implements Programs {
        @Override
        public List<Pass> passes() {
            return List.copyOf(passes);
        }

        @Override
        public String letIn(Wish wish) {
            wishes.add(wish);
            return "renhua_id_secret";
        }

        @Override
        public boolean turnAway(String id) {
            return passes.removeIf(pass -> pass.id().equals(id));
        }

        @Override
        public void close() {}
    }
}
