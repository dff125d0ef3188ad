package io.renhua.conversation;

import static io.renhua.conversation.Room.NOON;
import static io.renhua.conversation.Room.PERSON;
import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.message.Content;
import io.renhua.message.Entry;
import io.renhua.message.Inbound;
import io.renhua.message.Person;
import io.renhua.store.Database;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GatheringTest {
    private final Room room = new Room(Database.H2);
    private final Gathering gathering =
            new Gathering(room.channels, room.personas, Map.of(), Patience.USUAL, room.clock);

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void waitsForMoreAfterWordsThatMayGoOn() {
        assertThat(gathering.left(room.arrives("1", "我想問一下"))).isEqualTo(Duration.ofMillis(1200));
    }

    @Test
    void waitsAShortWhileAfterAWholeSentence() {
        assertThat(gathering.left(room.arrives("1", "我想問一下。"))).isEqualTo(Duration.ofMillis(300));
        assertThat(gathering.left(room.arrive(says("2", "are you there?")))).isEqualTo(Duration.ofMillis(300));
    }

    @Test
    void waitsAShortWhileAfterWhatALineAsks() {
        assertThat(gathering.left(room.arrives("1", "我的书到哪了"))).isEqualTo(Duration.ofMillis(300));
    }

    @Test
    void waitsAnewAfterEachBubbleButNoLongerThanFourSeconds() {
        room.inbox.accept(List.of(says("1", "我想問")));
        for (int bubble = 2; bubble <= 4; bubble++) {
            room.clock.advance(Duration.ofSeconds(1));
            room.inbox.accept(List.of(says(String.valueOf(bubble), "那個")));
            assertThat(gathering.left(room.arrivals.next(PERSON)))
                    .isEqualTo(bubble < 4 ? Duration.ofMillis(1200) : Duration.ofSeconds(1));
        }
        room.clock.advance(Duration.ofSeconds(1));

        assertThat(gathering.left(room.arrivals.next(PERSON))).isZero();
        assertThat(gathering.isOver(room.arrivals.next(PERSON))).isTrue();
    }

    @Test
    void doesNotWaitAfterABellOrAButton() {
        var followed = new Inbound("1", PERSON, Person.of("U1"), new Content.Entered(new Entry.Followed()), NOON, null);
        var pressed = new Inbound("2", PERSON, Person.of("U1"), new Content.Chosen("order_status", "查訂單"), NOON, null);

        assertThat(gathering.left(room.arrive(followed))).isZero();
        assertThat(gathering.left(room.arrive(pressed))).isZero();
    }

    @Test
    void goesOnWaitingWhereARestartCameBetween() {
        room.inbox.accept(List.of(says("1", "我想問")));
        room.clock.advance(Duration.ofMillis(700));
        var afterwards = new Gathering(room.channels, room.personas, Map.of(), Patience.USUAL, room.clock);

        assertThat(afterwards.left(new Arrivals(room.store, room.clock).next(PERSON)))
                .isEqualTo(Duration.ofMillis(500));
    }

    @Test
    void doesNotWaitForAClockThatWasPutBack() {
        room.inbox.accept(List.of(says("1", "我想問")));
        room.clock.advance(Duration.ofHours(-1));

        assertThat(gathering.left(room.arrivals.next(PERSON))).isZero();
    }

    @Test
    void heedsWhatAChannelIsSetTo() {
        var quick = new Patience(Duration.ofMillis(100), Duration.ZERO, Duration.ofSeconds(1));
        var set = new Gathering(room.channels, room.personas, Map.of("pao-line", quick), Patience.USUAL, room.clock);

        assertThat(set.left(room.arrives("1", "我想問"))).isEqualTo(Duration.ofMillis(100));
    }

    private static Inbound says(String id, String words) {
        return Room.says(id, words);
    }
}
