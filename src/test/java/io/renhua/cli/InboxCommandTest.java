package io.renhua.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.dialogue.LivePersona;
import io.renhua.learning.Aftermath;
import io.renhua.learning.Bubble;
import io.renhua.learning.Decision;
import io.renhua.learning.Shelf;
import io.renhua.nlu.EntityFinders;
import io.renhua.nlu.OpenNlpTrainer;
import io.renhua.nlu.Ranking;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The inbox as whoever writes the script sees it. */
class InboxCommandTest {
    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");

    private static final Map<String, LivePersona> LEARNT = new HashMap<>();

    private final List<Bubble> bubbles = new ArrayList<>();
    private final List<Decision> decisions = new ArrayList<>();

    @TempDir
    private Path personas;

    @BeforeEach
    void life() throws IOException {
        for (var id : List.of("pao", "orvanne")) {
            copy(Path.of("personas", id), personas.resolve(id));
        }
        said("mei", "寄冰島要多久", Aftermath.PRESSED, "shipping");
        said("lee", "能不能送到冰島", Aftermath.PERSON, null);
        said("ann", "冰島寄得到嗎", Aftermath.LEFT, null);
        said("bob", "有wifi嗎", Aftermath.OPEN, null);
    }

    @Test
    void listsWhatWasNotUnderstoodInWords() {
        var list = run("pao");

        assertThat(list)
                .startsWith("pao: 2 groups of sentences not understood or answered wrongly, most people first.\n\n1. ")
                .containsPattern("1\\. [^\n]*冰島[^\n]*  \\(3 people\\)\n   also: [^\n]+ / [^\n]+\n")
                .contains("   then: 1 left, 1 went to a person, 1 pressed shipping\n")
                .containsPattern("   may belong to: shipping \\([0-9.]+ %, 1 went there\\)")
                .containsPattern("2\\. 有wifi嗎  \\(1 person\\)\n   then: 1 is still there\n   may belong to: ")
                .endsWith("One of them whole, and what adding it would change: renhua inbox pao 1\n");
    }

    @Test
    void saysWhoDoesNotLearnFromChatsAndWhoUnderstandsAll() {
        bubbles.clear();

        assertThat(run())
                .contains("orvanne does not learn from chats: its script says privacy: learn_from_chats: never.")
                .contains("pao: everything that people said is understood by now.");
    }

    @Test
    void showsWhatAddingWouldChangeAndChangesNothing() throws IOException {
        var before = shipping();

        assertThat(run("pao", "1"))
                .containsPattern("  1\\) .*冰島.*  \\[zh-Hant, 1 person]")
                .containsPattern("Added to shipping:\n  \\+ .*冰島.*  \\[zh-Hant]")
                .contains("it steals no sentence from another line")
                .containsPattern("all [0-9]+ chats under tests/ go as they do today")
                .containsPattern("of [0-9]{4} examples, each asked unlearnt, it would understand [0-9.]+ %")
                .doesNotContain("Written");
        assertThat(shipping()).isEqualTo(before);
        assertThat(decisions).isEmpty();
    }

    @Test
    void addsToTheLineNamedAndKeepsWhoDidIt() throws IOException {
        assertThat(run("pao", "冰島寄得到嗎", "--add-to", "how_to_order", "--only", "1,2", "--yes"))
                .contains("Written: " + personas.resolve("pao/lines/orders.yaml"));

        assertThat(shipping()).containsPattern("      - 我想買茶\n      - .*冰島.*\n      - .*冰島.*\n    says:");
        assertThat(decisions).hasSize(2).allSatisfy(decision -> {
            assertThat(decision.words()).contains("冰島");
            assertThat(decision.verdict()).isEqualTo(Decision.Verdict.ADDED);
            assertThat(decision.line()).isEqualTo("how_to_order");
            assertThat(decision.by()).isEqualTo(System.getProperty("user.name"));
        });
    }

    @Test
    void mutesAGroupAndWhatIsLikeIt() {
        assertThat(run("pao", "1", "--mute")).contains("will not be shown again");

        assertThat(run("pao")).doesNotContain("冰島").contains("1. 有wifi嗎");
        assertThat(decisions).hasSize(3).allMatch(decision -> decision.verdict() == Decision.Verdict.MUTED);
    }

    @Test
    void takesWhatWasRightOffTheList() {
        assertThat(run("pao", "2", "--right")).contains("was answered rightly");

        assertThat(run("pao")).doesNotContain("wifi");
    }

    @Test
    void givesAPageTheSameAsJson() {
        assertThat(run("pao", "--json"))
                .startsWith("{")
                .contains("\"persona\":\"pao\"", "\"words\":\"冰島寄得到嗎\"")
                .contains("\"after\":\"PRESSED\",\"line\":\"shipping\",\"people\":1");
    }

    @Test
    void saysWhatCannotBeDone() {
        assertThat(run("pao", "7")).contains("There is no group 7; the list of pao has 2.");
        assertThat(run("pao", "停車")).contains("Nobody of pao said '停車'");
        assertThat(run("pao", "1", "--add-to", "parking")).contains("there is no line parking in pao");
        assertThat(run("mine")).contains("There is no persona mine");
    }

    private String run(String... arguments) {
        var paper = new StringWriter();
        var writer = new PrintWriter(paper);
        new CommandLine(new InboxCommand(
                        personas,
                        persona -> LEARNT.computeIfAbsent(
                                persona.id(),
                                id -> LivePersona.learn(persona, new OpenNlpTrainer(), EntityFinders::of)),
                        Remembered::new,
                        examples -> words -> Ranking.NOTHING))
                .setOut(writer)
                .setErr(writer)
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .setExecutionExceptionHandler((failure, line, parsed) -> {
                    writer.println(failure.getMessage());
                    return 1;
                })
                .execute(arguments);
        return paper.toString();
    }

    private String shipping() throws IOException {
        return Files.readString(personas.resolve("pao/lines/orders.yaml"));
    }

    private void said(String who, String words, Aftermath after, @Nullable String line) {
        int seq = bubbles.size() + 1;
        bubbles.add(new Bubble(seq, NOON.plusSeconds(seq), who, "pao", "1", "zh-Hant", words, 0.2, "NO", after, line));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    private final class Remembered implements Shelf {
        @Override
        public List<Bubble> bubbles(String persona) {
            return bubbles.stream()
                    .filter(bubble -> bubble.persona().equals(persona))
                    .toList();
        }

        @Override
        public List<Decision> decisions(String persona) {
            return decisions;
        }

        @Override
        public void decide(List<Decision> made) {
            decisions.addAll(made);
        }

        @Override
        public void close() {}
    }
}
