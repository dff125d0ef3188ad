package io.renhua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.renhua.conversation.Personas;
import io.renhua.journal.Happening;
import io.renhua.message.ConversationId;
import io.renhua.persona.PersonaFolder;
import io.renhua.publishing.Audience;
import io.renhua.publishing.Publication;
import io.renhua.publishing.Release;
import io.renhua.publishing.StorePublications;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DraftsTest {
    private static final ConversationId PERSON = new ConversationId("mo-line", "Udrafts");

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

    @Test
    void aTalkThatGoesOnStaysWithItsVersionWhateverIsSaved() {
        says("d1", "推薦一本書");
        mo.change("persona.yaml", "version: 2026.11.1", "version: 2026.11.2");

        save();
        says("d2", "推薦一本書");

        assertThat(answeredBy()).hasSize(1).allMatch(version -> version.startsWith("2026.11.1@"));
        assertThat(house.get(Personas.class).on("mo-line").persona().version()).startsWith("2026.11.2@");
    }

    @Test
    void whatIsTakenBackIsGoneFromTalksThatGoOn() {
        mo.change("persona.yaml", "version: 2026.11.1", "version: 2026.11.2");
        save();
        says("d1", "推薦一本書");

        takeBack(house.get(StorePublications.class).of("mo").getLast());
        says("d2", "推薦一本書");

        assertThat(answeredBy())
                .hasSize(2)
                .satisfiesExactly(
                        wrong -> assertThat(wrong).startsWith("2026.11.2@"),
                        right -> assertThat(right).startsWith("2026.11.1@"));
    }

    private void takeBack(Publication to) {
        house.get(StorePublications.class)
                .publish(
                        new Release(
                                "mo", to.address(), to.label(), new Audience.Everybody(), "lin", "wrong", null, false),
                        Optional.empty());
        house.get(Publisher.class).follow();
    }

    private void says(String id, String words) {
        int before = understood().size();
        house.send(Knocks.line(PERSON.thread(), id, words));
        await().until(() -> understood().size() > before);
    }

    private List<String> answeredBy() {
        return understood().stream()
                .map(Happening.Understood::version)
                .distinct()
                .toList();
    }

    private List<Happening.Understood> understood() {
        return house.happened(PERSON, Happening.Understood.class);
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
