package io.renhua.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What somebody is told who asks for a person, by the clock that runs when it serves. */
class DeskPromisesTest {

    @ParameterizedTest
    @EnumSource(Database.class)
    void areFoundAgainWithTheWaitThatTheyWereMadeFor(Database database) {
        var conversation = new ConversationId("web-mo", "visitor");
        try (var house = DeskHouse.open(database).awake()) {
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
}
