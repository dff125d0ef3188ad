package io.renhua.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ExchangeCommandsTest {
    private static final Path PERSONAS = Path.of("personas");

    @TempDir
    private Path here;

    private int code;

    @Test
    void takesAPersonaOutAndInFromWhereTheCommandWasTyped() throws IOException {
        var personas = Files.createDirectory(here.resolve("personas"));

        assertThat(run(new ExportCommand(PERSONAS, here), "pao", "a.renhua"))
                .isEqualTo("Written: " + here.resolve("a.renhua") + "\n");
        assertThat(code).isZero();
        assertThat(run(new ImportCommand(personas, here), "a.renhua", "--as", "mine"))
                .isEqualTo("There is a persona mine now. To see what is wrong with it: renhua lint mine\n");
        assertThat(code).isZero();
        assertThat(new Scripts(personas).persona("mine").id()).isEqualTo("mine");
    }

    @Test
    void saysWhatToWriteForAFormThatItDoesNotKnow() {
        assertThat(run(new ExportCommand(PERSONAS, here), "pao", "pao.zip"))
                .isEqualTo(
                        "A persona goes out as a bundle. Write instead: renhua export pao pao.renhua, or say in which"
                                + " format with --as\n");
        assertThat(code).isEqualTo(2);
        assertThat(here).isEmptyDirectory();
    }

    @Test
    void saysThatThereIsNoFile() {
        assertThat(run(new ImportCommand(here, here), "b.renhua"))
                .isEqualTo("There is no file " + here.resolve("b.renhua") + ".\n");
        assertThat(code).isEqualTo(1);
    }

    @Test
    void speaksTheFormatsOfOthersInBothDirections() throws IOException {
        var personas = Files.createDirectory(here.resolve("personas"));

        assertThat(run(new ExportCommand(PERSONAS, here), "pao", "a.json", "--as", "character-card", "--to", "en"))
                .contains("Does not fit, and stays at home: forms, of order_status.")
                .endsWith("Written: " + here.resolve("a.json") + "\n");
        assertThat(run(new ImportCommand(personas, here), "a.json", "--as", "mine"))
                .contains("Make true, or write what is: handoff.hours, privacy.retain.")
                .endsWith("There is a persona mine now. To see what is wrong with it: renhua lint mine\n");
        assertThat(new Scripts(personas).persona("mine").identity().nickname().in("en"))
                .isEqualTo("Pao");
        Files.writeString(here.resolve("more.csv"), "q,a\nwhere is the cat,On the roof.\n");
        assertThat(run(new ImportCommand(personas, here), "more.csv", "--into", "mine"))
                .contains("Written: " + personas.resolve("mine/lines/more.yaml"));
        assertThat(new Scripts(personas).persona("mine").lines()).containsKey("where_is_the_cat");
        assertThat(code).isZero();
    }

    @Test
    void sendsWordsToATranslatorAndTakesThemBack() throws IOException {
        var personas = Files.createDirectory(here.resolve("personas"));
        run(new ExportCommand(PERSONAS, here), "pao", "pao.renhua");
        run(new ImportCommand(personas, here), "pao.renhua");

        run(new ExportCommand(personas, here), "pao", "en.csv", "--as", "translation", "--to", "en");
        var table = Files.readString(here.resolve("en.csv"));
        Files.writeString(here.resolve("en.csv"), table.replace("Thank you 😊", "Thanks 😊"));
        assertThat(run(new ImportCommand(personas, here), "en.csv", "--translation", "pao"))
                .isEqualTo("Written: " + personas.resolve("pao/locales/en/persona.yaml")
                        + "\nTo see what is wrong now: renhua lint pao\n");
        assertThat(personas.resolve("pao/locales/en/persona.yaml")).content().contains("another pot. Thanks 😊\n");
        assertThat(run(new ImportCommand(personas, here), "en.csv", "--translation", "pao"))
                .isEqualTo("Nothing in it is new.\n");
    }

    @Test
    void saysWhichFormatsThereAre() {
        assertThat(run(new ExportCommand(PERSONAS, here), "pao", "pao.xml", "--as", "aiml"))
                .startsWith(
                        "aiml is no format that we know. Write instead: --as character-card, csv, rasa or translation");
        assertThat(code).isEqualTo(2);
    }

    private String run(Callable<Integer> command, String... arguments) {
        var out = new StringWriter();
        code = new CommandLine(command)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(out, true))
                .execute(arguments);
        return out.toString();
    }
}
