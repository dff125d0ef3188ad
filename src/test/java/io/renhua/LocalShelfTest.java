package io.renhua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.renhua.conversation.Patience;
import io.renhua.door.OutOfReach;
import io.renhua.door.SideDoor;
import io.renhua.journal.Happening;
import io.renhua.journal.Journal;
import io.renhua.learning.Bubble;
import io.renhua.learning.CatchUp;
import io.renhua.learning.DoorShelf;
import io.renhua.learning.StoreShelf;
import io.renhua.message.Content;
import io.renhua.message.ConversationId;
import io.renhua.message.Person;
import io.renhua.message.Speaker;
import io.renhua.persona.PersonaReader;
import io.renhua.store.Store;
import io.renhua.store.StoreSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a command can see of the store while a server has it open, and while none has. */
class LocalShelfTest {
    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");
    private static final ConversationId MEI = new ConversationId("web-pao", "mei");

    @TempDir
    private Path data;

    @Test
    void readsTheStoreItselfWhenNobodyServes() {
        try (var store = Store.open(StoreSettings.inFolder(data))) {
            somethingIsMissed(store);
        }

        try (var shelf = LocalShelf.open(configuration())) {
            assertThat(shelf.bubbles("pao")).extracting(Bubble::words).containsExactly("可以寄到冰島嗎");
        }
    }

    @Test
    void asksTheServerWhichHasTheStore() {
        try (var store = Store.open(StoreSettings.inFolder(data))) {
            somethingIsMissed(store);
            var persona = new PersonaReader().read(Path.of("personas/pao")).persona();
            var catchUp = new CatchUp(store, new Journal(store), id -> Optional.ofNullable(persona), Clock.systemUTC());
            try (var door = new SideDoor(data, DoorShelf.service(new StoreShelf(store, catchUp)));
                    var shelf = LocalShelf.open(door(door))) {
                assertThat(shelf.bubbles("pao")).extracting(Bubble::words).containsExactly("可以寄到冰島嗎");
            }
        }
    }

    @Test
    void saysSoWhenTheStoreCannotBeOpened() throws IOException {
        Files.writeString(data.resolve("renhua.mv.db"), "no store at all");

        assertThatThrownBy(() -> LocalShelf.open(configuration()))
                .isInstanceOf(OutOfReach.class)
                .hasMessageStartingWith("The store in " + data + " cannot be opened");
    }

    @Test
    void saysSoWhenNobodyHasWrittenYetAndMakesNoStore() {
        assertThatThrownBy(() -> LocalShelf.open(configuration()))
                .isInstanceOf(OutOfReach.class)
                .hasMessageStartingWith("Nobody has written yet");
        assertThat(data).isEmptyDirectory();
    }

    private Configuration door(SideDoor door) {
        door.start();
        return configuration();
    }

    private Configuration configuration() {
        return new Configuration(
                data,
                new StorePlace("", ""),
                null,
                Path.of("personas"),
                URI.create("http://localhost:8080"),
                Patience.NONE,
                new Manner(false, false, Set.of(), null),
                DeskSettings.STANDARD,
                Map.of(),
                List.of());
    }

    private static void somethingIsMissed(Store store) {
        var journal = new Journal(store);
        var happenings = List.<Happening>of(
                new Happening.Received(MEI, NOON, "1", Person.of("mei"), new Content.Text("可以寄到冰島嗎"), NOON),
                new Happening.Understood(MEI, NOON, "1", "pao", "1", "zh-Hant", null, 0.2, "NO"),
                new Happening.Said(
                        MEI,
                        NOON,
                        "o",
                        new Content.Text("?"),
                        new Speaker(Speaker.Kind.BOT, "泡小拾"),
                        0,
                        "pao",
                        "1",
                        "unknown.1"));
        happenings.forEach(
                each -> store.write(each.conversation().toString(), transaction -> journal.append(transaction, each)));
    }
}
