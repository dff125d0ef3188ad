package io.renhua.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.connector.SettableClock;
import io.renhua.dialogue.LivePersona;
import io.renhua.nlu.EntityFinders;
import io.renhua.nlu.OpenNlpTrainer;
import io.renhua.persona.Persona;
import io.renhua.persona.PersonaFolder;
import io.renhua.publishing.Publications;
import io.renhua.publishing.StorePublications;
import io.renhua.publishing.Terms;
import io.renhua.store.Database;
import io.renhua.store.Store;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class VersionCommandsTest {
    private static final String ANSWERED = " (2 warnings meant so)";

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-23T04:00:00Z"));
    private final Store store = Database.H2.open();
    private Publications publications = new StorePublications(store, clock);
    private int code;

    @TempDir
    private Path personas;

    private PersonaFolder mo;

    @BeforeEach
    void copy() {
        mo = PersonaFolder.copiedTo(personas);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void somebodyAnswersForWarningsByName() {
        assertThat(published(with("--why", "new hours", "--who", "lin")))
                .contains(
                        "unreviewed",
                        "mo is not published before this is mended, or somebody answers for it: --i-mean-it");
        assertThat(publications.of("mo")).isEmpty();

        assertThat(publish("--why", "new hours", "--who", "lin")).contains(" speaks to all");

        assertThat(publications.of("mo").getLast().why()).isEqualTo("new hours" + ANSWERED);
    }

    @Test
    void publishesComparesTakesBackAndTellsTheStory() {
        assertThat(publish("--why", "the first", "--who", "lin"))
                .matches("[0-9a-f]{12} speaks to all in a moment\\.\n");
        mo.change("persona.yaml", "nickname: 小墨", "nickname: 墨墨");
        mo.change("persona.yaml", "約{wait}。", "大約{wait}。");

        assertThat(diff()).isEqualTo("""
                handoff.queued, we say, zh-Hant
                  - 前面{ahead}位，約{wait}。
                  + 前面{ahead}位，大約{wait}。
                handoff.queued, we say, zh-Hans
                  - 前面{ahead}位，约{wait}。
                  + 前面{ahead}位，大约{wait}。
                identity.nickname, zh-Hans
                  - 小墨
                  + 墨墨
                identity.nickname, zh-Hant
                  - 小墨
                  + 墨墨
                """);
        clock.advance(Duration.ofHours(1));
        publish("--why", "warmer", "--who", "mei", "--to", "10%");
        clock.advance(Duration.ofHours(1));
        publish("--why", "warmer for all", "--who", "mei");
        clock.advance(Duration.ofHours(1));
        assertThat(run(new RollbackCommand(() -> publications, clock), "mo", "--why", "too warm", "--who", "lin"))
                .matches("[0-9a-f]{12} speaks again in a moment; [0-9a-f]{12} stays in the history\\.\n");

        assertThat(history()
                        .lines()
                        .map(line -> line.replaceAll("^[0-9a-f]{12} +|\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d +", "")))
                .containsExactly(
                        "2026.11.1  to all, by lin: too warm   <- speaks",
                        "2026.11.1  to all, by mei: warmer for all",
                        "2026.11.1  to 10%, by mei: warmer",
                        "2026.11.1  to all, by lin: the first");
    }

    @Test
    void speaksTheLanguageAskedFor() {
        assertThat(publish("--why", "第一版", "--who", "mei", "--lang", "zh-Hant"))
                .matches("[0-9a-f]{12} 馬上開始說話，對象：所有人。\n");

        assertThat(run(new HistoryCommand(() -> publications, clock), "mo", "--lang", "zh-Hant"))
                .contains("對象：所有人，mei 發布：第一版", "   <- 說話中\n");
        mo.change("persona.yaml", "nickname: 小墨", "nickname: [小墨");
        assertThat(publish("--why", "再一版", "--lang", "zh-Hans"))
                .contains("mo/persona.yaml:", "没有关起来。改成：")
                .endsWith("mo 还没有发布：先把这些改好。\n");
    }

    @Test
    void refusesWhatMustBeMended() {
        mo.change("persona.yaml", "nickname: 小墨", "nickname: [小墨");

        assertThat(publish("--why", "anyway"))
                .contains("mo/persona.yaml")
                .endsWith("mo is not published until this is mended.\n");
        assertThat(code).isEqualTo(1);
        assertThat(publications.of("mo")).isEmpty();
    }

    @Test
    void refusesWhoseChatsGoAnotherWay() {
        mo.write("tests/wrong.yaml", """
                tests:
                  - name: wrong on purpose
                    chat:
                      - they: 真人
                      - we: {contains: [沒有這回事]}
                """);

        assertThat(publish("--why", "anyway")).contains("\"wrong on purpose\" goes another way");

        assertThat(code).isEqualTo(1);
        assertThat(publications.of("mo")).isEmpty();
    }

    @Test
    void saysWhatToWriteInstead() {
        assertThat(publish("--why", "x", "--to", "half"))
                .isEqualTo("--to is all, testers, or a share from 1% to 99%, not half.\n");
        assertThat(publish("--why", "x", "--at", "tomorrow"))
                .isEqualTo("--at is a time such as 2027-01-01T09:00, not tomorrow.\n");
        assertThat(publish("--why", "x", "--at", "2020-01-01T00:00"))
                .isEqualTo("--at is a time to come, and 2020-01-01T00:00 is over.\n");
        assertThat(history())
                .isEqualTo("Nothing of mo was published yet. To publish its files: renhua publish mo --why \"the first"
                        + " version\"\n");
        publish("--why", "x");
        assertThat(run(new RollbackCommand(() -> publications, clock), "mo", "--why", "x"))
                .matches("Nothing of mo spoke before [0-9a-f]{12}\\.\n");
        assertThat(run(new RollbackCommand(() -> publications, clock), "mo", "--why", "x", "--to", "ffffffff"))
                .matches("There is no version ffffffff of mo\\. There are, the latest first: [0-9a-f]{12}\n");
        assertThat(code).isEqualTo(1);
    }

    @Test
    void fourEyesSeeItBeforeItSpeaks() {
        reviewed();
        assertThat(publish("--why", "new hours", "--who", "lin"))
                .startsWith(
                        "Here a version speaks once somebody else has approved it (renhua.publish: reviewed). To send it")
                .endsWith("renhua review mo --send --why \"…\"\n");
        assertThat(code).isEqualTo(1);

        assertThat(review("--send", "--why", "new hours", "--who", "lin"))
                .matches(
                        "[0-9a-f]{12} waits for somebody else than lin to read it\\. Nothing of mo speaks yet, so all of it"
                                + " is new: renhua chat mo\nTo try it, also on a phone, until 2026-11-30 \\d\\d:\\d\\d:"
                                + " https://chat\\.example/c/mo\\?try=[0-9a-f]{12}\\.[0-9a-z]+\\.[\\w-]{43}\n");
        assertThat(review("--approve", "--why", "mine is good", "--who", " LIN "))
                .isEqualTo("lin sent it, so somebody else has to approve it: --who and another name.\n");
        assertThat(publish("--why", "new hours", "--who", "lin"))
                .contains("still waits for that. Somebody else than lin");

        clock.advance(Duration.ofMinutes(5));
        assertThat(review("--approve", "--why", "reads well", "--who", "mei"))
                .contains(" is approved. To let it speak: ");
        assertThat(publish("--why", "new hours", "--who", "lin")
                        .replaceAll("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d", "then")
                        .replace(ANSWERED, ""))
                .matches("""
                        [0-9a-f]{12} speaks to all in a moment\\.
                          then  lin sent it to review: new hours
                          then  mei approved it: reads well
                        """);
        assertThat(history().lines().skip(1).map(String::strip).map(line -> line.substring(18)))
                .containsExactly("lin sent it to review: new hours", "mei approved it: reads well");
        assertThat(diff().lines().filter(line -> line.startsWith("live: "))).hasSize(2);
        assertThat(publish("--why", "once more", "--to", "testers"))
                .containsPattern("To try it, also on a phone, until 2026-11-30 \\d\\d:\\d\\d:"
                        + " https://chat\\.example/c/mo\\?try=[0-9a-f]{12}\\.[0-9a-z]+\\.[\\w-]{43}\n");
    }

    @Test
    void whatWasApprovedSpeaksThoughTheFilesHaveMovedOn() {
        reviewed();
        review("--send", "--why", "new hours", "--who", "lin");
        review("--approve", "--why", "reads well", "--who", "mei");
        var approved = publications.reviews("mo").approved().orElseThrow();
        mo.change("persona.yaml", "約{wait}。", "大約{wait}。");

        assertThat(publish("--why", "new hours"))
                .contains("What mei approved, " + approved.brief() + ", is not what the");
        assertThat(publish("--why", "new hours", "--approved")).startsWith(approved.brief() + " speaks to all");
        assertThat(publications.of("mo").getFirst().address()).isEqualTo(approved.address());
    }

    @Test
    void whatIsSentBackIsMendedFirst() {
        reviewed();
        review("--send", "--why", "new hours", "--who", "lin");

        assertThat(review("--back", "--why", "too stiff", "--who", "mei")).contains(" is sent back");

        assertThat(publish("--why", "all the same")).contains("mei sent ").contains(" back: too stiff\nMend that");
        assertThat(review("--approve", "--why", "after all", "--who", "mei"))
                .startsWith("Nothing of mo waits for a review.");
        assertThat(review()).contains("  sent back\n");
    }

    @Test
    void testersMayTryWhatNobodyApprovedAndWhatSpokeComesBackAtOnce() {
        publish("--why", "the first");
        mo.change("persona.yaml", "約{wait}。", "大約{wait}。");
        publish("--why", "the second");
        reviewed();
        mo.change("persona.yaml", "大約{wait}。", "差不多{wait}。");

        assertThat(publish("--why", "a try", "--to", "testers")).contains(" speaks to testers");
        assertThat(publish("--why", "a try", "--to", "10%")).contains("To send it");
        assertThat(run(new RollbackCommand(() -> publications, clock), "mo", "--why", "wrong"))
                .contains(" speaks again in a moment");
    }

    private void reviewed() {
        publications = new StorePublications(store, clock, new Terms(true, URI.create("https://chat.example")));
    }

    private String review(String... options) {
        return run(
                new ReviewCommand(personas, VersionCommandsTest::learn, () -> publications, clock), meaning(options));
    }

    private String publish(String... options) {
        return published(meaning(options));
    }

    private String published(String... arguments) {
        return run(new PublishCommand(personas, VersionCommandsTest::learn, () -> publications, clock), arguments);
    }

    private String diff() {
        return run(new DiffCommand(personas, () -> publications, clock), "mo");
    }

    private String history() {
        return run(new HistoryCommand(() -> publications, clock), "mo").replace(ANSWERED, "");
    }

    /** Its simplified words are converted and unreviewed, which somebody answers for. */
    private static String[] meaning(String... options) {
        var all = Arrays.copyOf(options, options.length + 1);
        all[options.length] = "--i-mean-it";
        return with(all);
    }

    private static String[] with(String... options) {
        var all = new String[options.length + 1];
        all[0] = "mo";
        System.arraycopy(options, 0, all, 1, options.length);
        return all;
    }

    private static LivePersona learn(Persona persona) {
        return LivePersona.learn(persona, new OpenNlpTrainer(), EntityFinders::of);
    }

    private String run(Callable<Integer> command, String... arguments) {
        var out = new StringWriter();
        code = new CommandLine(command)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(out, true))
                .setExecutionExceptionHandler((failure, line, parsed) -> {
                    line.getErr().println(failure.getMessage());
                    return 1;
                })
                .execute(arguments);
        return out.toString();
    }
}
