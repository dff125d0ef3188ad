package io.renhua.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.renhua.Folders;
import io.renhua.conversation.Inbox;
import io.renhua.conversation.WaitPromises;
import io.renhua.handoff.Agents;
import io.renhua.handoff.Desk;
import io.renhua.handoff.Ownership.Queued;
import io.renhua.message.Content;
import io.renhua.message.ConversationId;
import io.renhua.message.Inbound;
import io.renhua.message.Person;
import io.renhua.store.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What somebody is told who asks for a person, by the clock that runs when it serves. */
class DeskPromisesTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(Database.class)
    void areFoundAgainWithTheWaitThatTheyWereMadeFor(Database database) throws IOException {
        var conversation = new ConversationId("web-mo", "visitor");
        var personas = Map.<String, Object>of(
                "renhua.personas", somebodyIsAlwaysThere().toString());
        try (var house = DeskHouse.open(database, personas).awake()) {
            house.hire("lin", "Lin", StaffRole.AGENT);
            house.get(Agents.class).seen("lin");

            house.get(Inbox.class)
                    .accept(List.of(new Inbound(
                            "m", conversation, Person.of("visitor"), new Content.Text("真人"), Instant.now(), null)));
            await().until(() -> house.get(Desk.class).ownerOf(conversation) instanceof Queued);

            var floor = house.get(DeskFloors.class).now();
            assertThat(house.get(WaitPromises.class).all()).containsKey(conversation);
            assertThat(floor.promiseOf(floor.waiting().getFirst())).isPresent();
            assertThat(floor.isBroken(floor.waiting().getFirst())).isFalse();
        }
    }

    /** Whatever the hour is while this runs. */
    private Path somebodyIsAlwaysThere() throws IOException {
        var mo = folder.resolve("personas/mo");
        Folders.copy(Path.of("src/test/resources/personas/mo"), mo);
        Folders.edit(mo.resolve("persona.yaml"), "mon-fri: [\"09:30-21:00\"]", "mon-fri: [\"00:00-24:00\"]");
        Folders.edit(
                mo.resolve("persona.yaml"),
                "sat: [\"10:00-12:00\", \"13:00-24:00\"]",
                "sat: [\"00:00-24:00\"]\n    sun: [\"00:00-24:00\"]");
        return folder.resolve("personas");
    }
}
