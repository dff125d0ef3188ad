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

    private String run(Callable<Integer> command, String... arguments) {
        var out = new StringWriter();
        code = new CommandLine(command)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(out, true))
                .execute(arguments);
        return out.toString();
    }
}
