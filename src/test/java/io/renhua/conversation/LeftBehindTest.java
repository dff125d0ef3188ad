package io.renhua.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.renhua.connector.SettableClock;
import io.renhua.journal.Happening.Understood;
import io.renhua.message.Content;
import io.renhua.message.ConversationId;
import io.renhua.message.Inbound;
import io.renhua.message.Person;
import io.renhua.store.Database;
import io.renhua.store.Faults;
import io.renhua.store.Faults.Fault;
import io.renhua.store.Store;
import io.renhua.store.StoreAway;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A start finds more waiting than could be worked for at once. */
class LeftBehindTest {
    private static final int PEOPLE = 3000;

    private final SettableClock clock = new SettableClock(Room.NOON);
    private int most;

    @Test
    void isTakenUpBitByBitAndWhoeverWritesMeanwhileNeedNotWaitForAllOfIt() {
        var store = Database.H2.open();
        leave(store);

        try (var node = new WorkingNode(store, clock, Room::meaning)) {
            var newcomer = says(new ConversationId("pao-line", "Unew"));
            node.inbox.accept(List.of(newcomer));
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> !isIdle(node)
                            && node.happened(Understood.class)
                                    .anyMatch(
                                            understood -> understood.messageId().equals(newcomer.id())));
            assertThat(node.count("inbox where state = 'waiting'"))
                    .as("still waiting")
                    .isPositive();

            await().atMost(Duration.ofMinutes(2)).until(() -> isIdle(node));
            assertThat(node.happened(Understood.class).map(Understood::messageId))
                    .hasSize(PEOPLE + 1)
                    .doesNotHaveDuplicates();
        }
        assertThat(most).as("conversations at work at once").isLessThan(PEOPLE / 4);
    }

    @Test
    void isLookedForAgainWhenTheLookItselfFailed() {
        var faults = new Faults();
        var seen = ConcurrentHashMap.<ConversationId>newKeySet();
        try (var store = faults.open(Database.H2.fresh());
                var node = new SoleNode(store)) {
            leave(store);
            faults.begin();
            faults.plant("commit 1", Fault.REFUSES);
            assertThatThrownBy(() -> store.write(transaction -> {})).isInstanceOf(StoreAway.class);
            faults.plant("prepareStatement " + Round.MESSAGES, Fault.REFUSES);

            node.onLook(seen::add);

            await().until(() -> seen.size() == PEOPLE);
            assertThat(faults.disarm()).as("a look failed").isTrue();
        }
    }

    private boolean isIdle(WorkingNode node) {
        most = Math.max(most, node.busy());
        return node.isIdle();
    }

    private void leave(Store store) {
        var room = new Room(store, clock);
        room.inbox.accept(IntStream.range(0, PEOPLE)
                .mapToObj(number -> says(new ConversationId("pao-line", "U" + number)))
                .toList());
    }

    private static Inbound says(ConversationId person) {
        return new Inbound(
                person.thread(), person, Person.of(person.thread()), new Content.Text("推薦一本書"), Room.NOON, null);
    }
}
