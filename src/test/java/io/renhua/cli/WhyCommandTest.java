package io.renhua.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.dialogue.Reason;
import io.renhua.dialogue.Trace;
import io.renhua.persona.Place;
import io.renhua.why.Explanation;
import io.renhua.why.Explanation.InScript;
import io.renhua.why.Explanations;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class WhyCommandTest {
    private static final Explanation WHY = new Explanation(
            4711,
            "pao-line/Umei",
            Instant.parse("2026-11-23T04:05:06Z"),
            "pao",
            "3@1f3a9c0b",
            "how_to_brew",
            "三分鐘。\n別攪。",
            List.of("怎麼泡"),
            "怎么泡",
            new Trace(new Reason.InTheseWords(), "zh-Hant", null, null, null, List.of()),
            new InScript(new Place("pao/lines/tea.yaml", 12, 9), null, List.of()));

    private final List<String> asked = new ArrayList<>();
    private int code;

    @Test
    void tellsOfOneBubbleWithThePlaceToMendIt() {
        assertThat(run("4711")).isEqualTo("""
                4711  2026-11-23 04:05  pao-line/Umei
                  Said: 三分鐘。 / 別攪。
                  Heard: 怎麼泡
                  Because: these very words stand among the line's examples
                  Said from: how_to_brew (pao/lines/tea.yaml:12)
                  Version: pao 3@1f3a9c0b

                """);
        assertThat(code).isZero();
    }

    @Test
    void tellsOfTheLastOnes() {
        run("--last");
        run("pao", "--last", "5");
        run("pao", "--last");

        assertThat(asked).containsExactly("last 1 of all", "last 5 of pao", "last 1 of pao");
    }

    @Test
    void saysWhatToWriteWhenThereIsNone() {
        assertThat(run("12"))
                .isEqualTo(
                        "No persona's bubble has the number 12, and no message that was not understood. The last one:"
                                + " renhua why --last\n");
        assertThat(code).isEqualTo(1);
        assertThat(run("orvanne", "--last")).isEqualTo("orvanne has said nothing yet.\n");
    }

    @Test
    void asksWhichWhenNobodySaidIt() {
        assertThat(run()).startsWith("Which bubble? Write its number");
        assertThat(code).isEqualTo(2);
        assertThat(run("pao")).startsWith("Which bubble?");
        assertThat(asked).isEmpty();
    }

    @Test
    void givesAScriptTheSameAsJson() {
        assertThat(run("4711", "--format", "json"))
                .contains("\"bubble\":4711", "\"reason\":{\"is\":\"InTheseWords\"}", "\"line\":12");
    }

    @Test
    void asksForWhatWasNotUnderstoodAndTellsItInTheReadersLanguage() {
        assertThat(run("pao", "--missed", "3")).isEqualTo("pao has heard nothing that was not understood.\n");
        assertThat(asked).containsExactly("missed 3 of pao");

        assertThat(run("--last", "--lang", "zh-Hant")).contains("  說了：三分鐘。 / 別攪。\n", "因為");
    }

    private String run(String... arguments) {
        var paper = new StringWriter();
        var writer = new PrintWriter(paper);
        code = new CommandLine(new WhyCommand(Remembered::new))
                .setOut(writer)
                .setErr(writer)
                .execute(arguments);
        return paper.toString();
    }

    private final class Remembered implements Explanations {
        @Override
        public Optional<Explanation> of(long bubble) {
            asked.add(String.valueOf(bubble));
            return Optional.of(WHY).filter(why -> why.bubble() == bubble);
        }

        @Override
        public List<Explanation> last(@Nullable String persona, int most) {
            asked.add("last " + most + " of " + (persona == null ? "all" : persona));
            return persona == null || persona.equals("pao") ? List.of(WHY) : List.of();
        }

        @Override
        public List<Explanation> lastMissed(@Nullable String persona, int most) {
            asked.add("missed " + most + " of " + (persona == null ? "all" : persona));
            return List.of();
        }

        @Override
        public void close() {}
    }
}
