package io.renhua.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.dialogue.LivePersona;
import io.renhua.nlu.EntityFinders;
import io.renhua.nlu.OpenNlpTrainer;
import io.renhua.persona.PersonaFolder;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TestPersonasCommandTest {
    @TempDir
    private Path personas;

    private PersonaFolder mo;

    @BeforeEach
    void copy() {
        mo = PersonaFolder.copiedTo(personas);
    }

    @Test
    void countsTheChatsAndWhatTheyShow() {
        assertThat(run("mo"))
                .containsPattern(
                        "mo: (\\d+) of \\1 chats go as written\\.\n {2}They show \\d+ of \\d+ lines, \\d+ of \\d+ ways");
        assertThat(run("mo", "--missing")).containsPattern("\n {2}Not shown of the ways of saying them: \\w+ says \\d");
    }

    @Test
    void speaksTheLanguageAskedFor() {
        mo.change("tests/people.yaml", "contains: [AI]", "contains: [樹]");

        assertThat(run("mo", "--missing", "--lang", "zh-Hant"))
                .contains("the truth，第 2 步，在「", "  - 應該是：話裡有「樹」\n  + 結果：")
                .containsPattern("mo：\\d+ 段對話，\\d+ 段照寫的走。\n {2}走過的：台詞 \\d+/\\d+、說法 \\d+/\\d+、轉真人理由 ")
                .containsPattern("\n {2}還沒走過的說法：\\w+ 第 \\d 種說法");
    }

    private String run(String... arguments) {
        var written = new StringWriter();
        var command = new TestPersonasCommand(
                personas, persona -> LivePersona.learn(persona, new OpenNlpTrainer(), EntityFinders::of));
        new CommandLine(command).setOut(new PrintWriter(written, true)).execute(arguments);
        return written.toString();
    }
}
