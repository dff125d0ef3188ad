package io.renhua.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.renhua.connector.SettableClock;
import io.renhua.journal.Happening;
import io.renhua.journal.Happening.Received;
import io.renhua.message.Content;
import io.renhua.message.ConversationId;
import io.renhua.message.Inbound;
import io.renhua.message.Person;
import io.renhua.store.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** People whose messages come by several ways at once, or overtake each other on the way. */
@ParameterizedClass
@EnumSource(Database.class)
class CrowdedDoorTest {
    private static final int PEOPLE = 1_000;
    private static final int WAYS = 5;

    private final Database database;

    CrowdedDoorTest(Database database) {
        this.database = database;
    }

    @Test
    void givesEverybodyOneConversationThoughTheirFirstMessagesComeByFiveWaysAtOnce() throws Exception {
        try (var node = new WorkingNode(database.open(), Clock.systemUTC(), Room::meaning);
                var ways = Executors.newFixedThreadPool(WAYS)) {
            var together = new CyclicBarrier(WAYS);
            var each = IntStream.range(0, WAYS)
                    .<Callable<Boolean>>mapToObj(way -> () -> {
                        for (int person = 0; person < PEOPLE; person++) {
                            together.await();
                            node.inbox.accept(List.of(says(person, way, Room.NOON)));
                        }
                        return true;
                    })
                    .toList();
            for (var way : ways.invokeAll(each)) {
                way.get();
            }

            await().atMost(Duration.ofMinutes(1)).until(node::isIdle);
            new InOrder(node.journal, node.platform.calls()).assertAnsweredOnce(PEOPLE * WAYS);
            assertThat(node.happened(Received.class)
                            .map(Happening::conversation)
                            .distinct())
                    .hasSize(PEOPLE);
            assertThat(node.count("dialogue_state")).isEqualTo(PEOPLE);
        }
    }

    @Test
    void answersWhatWasHeldUpOnItsWayInTheOrderOfItsArrivalAndKeepsBothTimes() {
        var clock = new SettableClock(Room.NOON);
        var onTheWay = IntStream.range(0, 200)
                .mapToObj(i -> {
                    var sent = Room.NOON.plusMillis(50L * i);
                    return new Delayed(says(i % 4, i, sent), i % 10 == 3 ? sent.plusMillis(300) : sent);
                })
                .sorted(Comparator.comparing(Delayed::arrives))
                .toList();
        assertThat(sentAt(onTheWay))
                .isNotEqualTo(sentAt(onTheWay).stream().sorted().toList());

        try (var node = new WorkingNode(database.open(), clock, Room::meaning)) {
            for (var next : onTheWay) {
                clock.advance(Duration.between(clock.instant(), next.arrives()));
                node.inbox.accept(List.of(next.message()));
            }

            await().atMost(Duration.ofMinutes(1)).until(node::isIdle);
            new InOrder(node.journal, node.platform.calls()).assertAnsweredOnce(onTheWay.size());
            assertThat(node.happened(Received.class).map(Times::of))
                    .containsExactlyElementsOf(onTheWay.stream().map(Times::of).toList());
        }
    }

    private record Delayed(Inbound message, Instant arrives) {}

    private static List<Instant> sentAt(List<Delayed> messages) {
        return messages.stream().map(each -> each.message().sentAt()).toList();
    }

    /** When a message was sent and when it came. */
    private record Times(String id, Instant sent, Instant came) {
        static Times of(Received received) {
            return new Times(received.messageId(), received.sentAt(), received.at());
        }

        static Times of(Delayed delayed) {
            return new Times(delayed.message().id(), delayed.message().sentAt(), delayed.arrives());
        }
    }

    private static Inbound says(int person, int number, Instant at) {
        var conversation = new ConversationId("pao-line", "U" + person);
        return new Inbound(
                person + "-" + number, conversation, Person.of("U" + person), new Content.Text("推薦一本書"), at, null);
    }
}
