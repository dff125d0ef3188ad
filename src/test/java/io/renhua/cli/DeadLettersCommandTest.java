package io.renhua.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.conversation.DeadLetter;
import io.renhua.conversation.DeadLetter.Kind;
import io.renhua.conversation.DeadLetters;
import io.renhua.message.ConversationId;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class DeadLettersCommandTest {
    private static final ConversationId MEI = new ConversationId("pao-line", "Umei");

    private final List<DeadLetter> letters = new ArrayList<>(List.of(
            new DeadLetter(
                    "out-42",
                    Kind.UNSENT,
                    MEI,
                    Instant.parse("2026-11-23T04:05:06Z"),
                    "水開了。\n坐吧。",
                    "gave up after a day: 503",
                    17),
            new DeadLetter("in-7", Kind.UNANSWERED, MEI, Instant.parse("2026-11-24T04:05:06Z"), null, null, 1)));
    private final List<String> asked = new ArrayList<>();
    private int code;

    @Test
    void listsWhatWhyAndWhen() {
        assertThat(run()).isEqualTo("""
                out-42  2026-11-23 04:05  pao-line/Umei
                  could not be delivered, tried 17 times: gave up after a day: 503
                  水開了。 / 坐吧。
                in-7  2026-11-24 04:05  pao-line/Umei
                  could not be handled, tried once
                  (cannot be read)

                To try one again: renhua dead-letters --replay out-42
                """);
    }

    @Test
    void saysThatNothingWasPutAside() {
        letters.clear();

        assertThat(run()).isEqualTo("Nothing was put aside.\n");
    }

    @Test
    void triesOneAgainAndSaysWhenThereIsNone() {
        assertThat(run("--replay", "out-42")).isEqualTo("out-42 is tried again.\n");
        assertThat(code).isZero();
        assertThat(run("--replay", "out-43")).isEqualTo("There is no out-43 among what was put aside.\n");
        assertThat(code).isEqualTo(1);
        assertThat(asked).first().isEqualTo("replay out-42 by " + System.getProperty("user.name"));
    }

    @Test
    void triesAllOfAChannelAgain() {
        assertThat(run("--replay-all", "pao-line")).isEqualTo("2 are tried again.\n");
        assertThat(run("--replay-all", "pao-slack")).isEqualTo("Nothing of pao-slack was put aside.\n");
    }

    @Test
    void leavesOneAsItIs() {
        assertThat(run("--discard", "in-7")).isEqualTo("in-7 stays as it is and is not shown again.\n");
    }

    @Test
    void takesOneDecisionAtATime() {
        assertThat(run("--replay", "out-42", "--discard", "out-42")).contains("mutually exclusive");
        assertThat(code).isEqualTo(2);
        assertThat(asked).isEmpty();
    }

    @Test
    void givesAScriptTheSameAsJson() {
        assertThat(run("--json").lines())
                .hasSize(2)
                .first()
                .asString()
                .contains("\"id\":\"out-42\"", "\"kind\":\"UNSENT\"");
    }

    private String run(String... arguments) {
        var paper = new StringWriter();
        var writer = new PrintWriter(paper);
        code = new CommandLine(new DeadLettersCommand(Remembered::new))
                .setOut(writer)
                .setErr(writer)
                .execute(arguments);
        return paper.toString();
    }

    private final class Remembered implements DeadLetters {
        @Override
        public List<DeadLetter> list(int most) {
            return letters;
        }

        @Override
        public boolean replay(String id, String by) {
            asked.add("replay " + id + " by " + by);
            return has(id);
        }

        @Override
        public int replayAll(String channel, String by) {
            return (int) letters.stream()
                    .filter(letter -> letter.conversation().channel().equals(channel))
                    .count();
        }

        @Override
        public boolean discard(String id, String by) {
            return has(id);
        }

        private boolean has(String id) {
            return letters.stream().anyMatch(letter -> letter.id().equals(id));
        }

        @Override
        public void close() {}
    }
}
