package io.renhua.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.dialogue.LivePersona;
import io.renhua.nlu.Ranking;
import io.renhua.persona.PersonaFolder;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ChatCommandTest {
    private final InputStream keyboard = System.in;

    @TempDir
    private Path personas;

    @AfterEach
    void giveTheKeyboardBack() {
        System.setIn(keyboard);
    }

    @Test
    void namesTheMoodBesideTheWordsItGoesWith() {
        var _ = PersonaFolder.copiedTo(personas).change("persona.yaml", "找書還是查訂單？\n", "找書還是查訂單？\n    mood: sorry\n");

        assertThat(chat("mo")).contains("小墨: 我是墨書店的AI小墨。", "小墨 [sorry]: 嗨，我是小墨。");
    }

    @Test
    void beforeItsGreetingItShowsHowItMovesAndLetsHearHowItSounds() {
        var _ = PersonaFolder.copiedTo(personas)
                .change(
                        "persona.yaml",
                        "    alt: 戴眼鏡的貓\n",
                        "    alt: 戴眼鏡的貓\n    video: mov/mo.mp4\n    voice: snd/mo.mp3\n")
                .write("mov/mo.mp4", new byte[] {1})
                .write("snd/mo.mp3", new byte[] {1});

        assertThat(chat("mo").lines().filter(line -> line.startsWith("小墨")))
                .containsExactly(
                        "小墨: 我是墨書店的AI小墨。對話保存180天：https://mo.example/privacy",
                        "小墨: 戴眼鏡的貓",
                        "小墨: 戴眼鏡的貓",
                        "小墨: 嗨，我是小墨。找書還是查訂單？");
    }

    private String chat(String persona) {
        System.setIn(new ByteArrayInputStream("\n".getBytes(UTF_8)));
        var out = new StringWriter();
        var command = new ChatCommand(
                personas,
                script -> new LivePersona(script, utterance -> Ranking.NOTHING, (utterance, now) -> List.of()));
        new CommandLine(command).setOut(new PrintWriter(out)).execute(persona);
        return out.toString();
    }
}
