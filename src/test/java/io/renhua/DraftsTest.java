package io.renhua;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.persona.PersonaFolder;
import io.renhua.publishing.StorePublications;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DraftsTest {
    @TempDir
    private Path directory;

    private PersonaFolder mo;
    private House house;

    @BeforeEach
    void open() {
        mo = PersonaFolder.copiedTo(directory.resolve("personas"));
        house = House.open(
                directory.resolve("data"),
                Map.of("renhua.personas", directory.resolve("personas").toString()));
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void whatIsSavedCleanIsPublished() {
        mo.change("persona.yaml", "version: 2026.11.1", "version: 2026.11.2");

        save();

        assertThat(published()).isEqualTo(2);
    }

    @Test
    void aChatThatGoesAnotherWayKeepsWhatWasSavedFromSpeaking() {
        mo.change("tests/people.yaml", "contains: [AI]", "contains: [沒有這個詞]");

        save();

        assertThat(published()).isEqualTo(1);
    }

    @Test
    void anExampleThatAnotherLineStealsKeepsItFromSpeaking() {
        mo.change("lines/shop.yaml", "- 推薦一本書\n", "- 推薦一本書\n      - 訂單MO1234寄出了嗎\n");

        save();

        assertThat(published()).isEqualTo(1);
    }

    private void save() {
        var script = directory.resolve("personas/mo");
        house.get(Drafts.class)
                .saved(script, house.get(io.renhua.PersonaFolder.class).read(script));
    }

    private int published() {
        return house.get(StorePublications.class).of("mo").size();
    }
}
