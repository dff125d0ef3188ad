package io.renhua.dialogue;

import io.renhua.message.Entry;
import io.renhua.persona.PersonaFolder;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is shown to who comes in, before the first words. */
class GreetingTest {
    @TempDir
    private Path directory;

    @Test
    void showsTheWholeFigureAndWhoLendsTheirFace() {
        var mo = PersonaFolder.copiedTo(directory)
                .change(
                        "persona.yaml",
                        "    avatar: img/mo.svg\n",
                        "    avatar: img/mo.svg\n    mascot: img/mo.svg\n    spokesperson: https://mo.example/lin.jpg\n");

        Chat.with(Objects.requireNonNull(mo.read().persona()))
                .enters(new Entry.Followed())
                .from("disclosure.first")
                .says("entry.follow", "戴眼鏡的貓\n戴眼鏡的貓 https://mo.example/lin.jpg");
    }
}
