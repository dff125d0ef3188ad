package io.renhua.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.renhua.dialogue.LivePersona;
import io.renhua.lint.Rule;
import io.renhua.nlu.EntityFinders;
import io.renhua.nlu.OpenNlpTrainer;
import io.renhua.persona.PersonaFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The findings as people and machines get them, with the real classifier and the script's own chats. */
class LintCommandTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-26T09:00:00Z"), ZoneOffset.UTC);

    private static final String SHOP = "lines/shop.yaml";
    private static final String QUESTION = "      - 你喜歡故事還是詩？";

    @TempDir
    private Path directory;

    private Path personas;
    private PersonaFolder mo;
    private int exit;

    @BeforeEach
    void copy() {
        personas = directory.resolve("personas");
        mo = PersonaFolder.copiedTo(personas);
    }

    @Test
    void aScriptWithoutErrorsPasses() {
        var said = run("mo");

        assertThat(said).contains("mo: 0 to mend, 2 to think about.");
        assertThat(exit).isZero();
    }

    @Test
    void findingsStandUnderTheirFile() {
        mo.change(SHOP, QUESTION, "      - 國家級的書店。");

        assertThat(run("mo"))
                .contains("mo/lines/shop.yaml\n")
                .containsPattern("  34:\\d+  error    L1")
                .contains("        國家級 is an absolute term\n        write instead: 我們的書店。\n");
        assertThat(exit).isEqualTo(1);
    }

    @Test
    void whatIsMeantSoStandsApart() {
        mo.change(SHOP, QUESTION, "      - 國家級的書店。 # lint-ok: L1 the name of the shop");

        assertThat(run("mo"))
                .contains(
                        "meant so\n  mo/lines/shop.yaml:34  L1  國家級 is an absolute term, because: the name of the shop");
    }

    @Test
    void aTestThatFailsIsAFinding() {
        mo.change("tests/people.yaml", "contains: [AI]", "contains: [樹]");

        assertThat(run("mo")).contains("C9").contains("\"the truth\" goes another way: expected words with '樹'");
        assertThat(exit).isEqualTo(1);
    }

    @Test
    void sarifHasWhatItsSchemaRequires() throws IOException {
        mo.change(SHOP, QUESTION, "      - 國家級的書店。\n      - 保證好看。 # lint-ok: L13 we read it")
                .change("locales/en/lines/shop.yaml", "      - Stories or poems?", "      - Stories.\n      - Poems.");

        var log = json("--format", "sarif", "mo");

        assertThat(log.path("version").asText()).isEqualTo("2.1.0");
        var run = log.path("runs").path(0);
        var driver = run.path("tool").path("driver");
        assertThat(driver.path("name").asText()).isNotBlank();
        assertThat(driver.path("rules")).hasSameSizeAs(Rule.values()).allSatisfy(rule -> {
            assertThat(rule.path("id").asText()).isNotBlank();
            assertThat(rule.path("help").path("text").asText()).isNotBlank();
        });
        assertThat(run.path("results")).isNotEmpty().allSatisfy(result -> {
            assertThat(result.path("message").path("text").asText()).isNotBlank();
            assertThat(Set.of("error", "warning", "note"))
                    .contains(result.path("level").asText());
            var rule = driver.path("rules").path(result.path("ruleIndex").asInt(-1));
            assertThat(rule.path("id")).isEqualTo(result.path("ruleId"));
            var place = result.path("locations").path(0).path("physicalLocation");
            assertThat(place.path("artifactLocation").path("uri").asText()).startsWith("personas/mo/");
            assertThat(place.path("region").path("startLine").asInt()).isPositive();
            assertThat(place.path("region").path("startColumn").asInt()).isPositive();
        });
        assertThat(run.path("results"))
                .anySatisfy(result -> assertThat(result.path("suppressions")
                                .path(0)
                                .path("justification")
                                .asText())
                        .isEqualTo("we read it"));
    }

    @Test
    void jsonIsAPlainList() throws IOException {
        mo.change(SHOP, QUESTION, "      - 國家級的書店。");

        assertThat(json("--format", "json", "mo")).anySatisfy(finding -> {
            assertThat(finding.path("code").asText()).isEqualTo("L1");
            assertThat(finding.path("line").asInt()).isEqualTo(34);
            assertThat(finding.path("severity").asText()).isEqualTo("error");
        });
    }

    @Test
    void speaksTheLanguageAskedFor() {
        mo.change(SHOP, QUESTION, "      - 國家級的書店。");

        assertThat(run("mo", "--lang", "zh-Hant"))
                .containsPattern("  34:\\d+  要改 +L1")
                .contains("        「國家級」是絕對化用語\n        改成：我們的書店。\n")
                .contains("mo：2 個要改，2 個要斟酌。");
        assertThat(run("mo", "--lang", "zh-Hans")).contains("        “国家级”是绝对化用语\n        改成：我们的书店。\n");
    }

    @Test
    void aProgramReadsEnglishUnlessItAsksForSomethingElse() {
        mo.change(SHOP, QUESTION, "      - 國家級的書店。");

        assertThat(run("mo", "--format", "json")).contains("國家級 is an absolute term");
        assertThat(run("mo", "--format", "json", "--lang", "zh-Hant")).contains("「國家級」是絕對化用語");
        assertThat(run("mo", "--format", "sarif", "--lang", "zh-Hant")).contains("「國家級」是絕對化用語。改成：我們的書店。");
    }

    @Test
    void aTestThatFailsIsToldInOneLanguage() {
        mo.change("tests/people.yaml", "contains: [AI]", "contains: [樹]");

        assertThat(run("mo", "--lang", "zh-Hant")).contains("「the truth」走偏了：應該是：話裡有「樹」；結果：");
    }

    private JsonNode json(String... arguments) throws IOException {
        return new ObjectMapper().readTree(run(arguments));
    }

    private String run(String... arguments) {
        var written = new StringWriter();
        var command = new LintCommand(
                personas, persona -> LivePersona.learn(persona, new OpenNlpTrainer(), EntityFinders::of), CLOCK);
        exit = new CommandLine(command).setOut(new PrintWriter(written, true)).execute(arguments);
        return written.toString();
    }
}
