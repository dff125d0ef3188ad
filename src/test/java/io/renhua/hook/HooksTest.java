package io.renhua.hook;

import static io.renhua.hook.HookHouse.AN;
import static io.renhua.hook.HookHouse.MEI;
import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.connector.Http;
import io.renhua.hook.Receiver.Letter;
import io.renhua.journal.Happening;
import io.renhua.store.Database;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Nothing lost, nothing out of order, nobody held up by somebody else. */
@ParameterizedClass
@EnumSource(Database.class)
class HooksTest {
    private static final Set<EventType> RECEIVED = Set.of(EventType.MESSAGE_RECEIVED);

    private final HookHouse house;
    private final Receiver receiver;
    private final Hook hook;
    private final HookFeed feed;
    private final StoreHooks hooks;

    HooksTest(Database database) {
        house = new HookHouse(database);
        house.says(MEI, "before anybody was told");
        receiver = house.receiver;
        hook = receiver.hook("helpdesk", RECEIVED, house.clock);
        hooks = house.hooks(hook);
        feed = house.feed(hook);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void tellsWhatHappensFromNowOnAndOnlyWhatIsWanted() {
        house.says(MEI, "one");
        house.happens(new Happening.Noted(MEI, house.clock.instant(), "note", "private"));
        house.says(AN, "two");
        feed.look();
        house.bring(hook);

        assertThat(receiver.taken)
                .extracting(Letter::conversation)
                .containsExactlyInAnyOrder("mo-line/mei", "mo-line/an");
        assertThat(receiver.taken.getFirst().body()).contains("\"version\":1").doesNotContain("before anybody");
        assertThat(hooks.list().getFirst().waiting()).isZero();
        feed.look();
        house.bring(hook);
        assertThat(receiver.taken).hasSize(2);
    }

    @Test
    void aLaterEventOfTheSameConversationWaitsAndOthersDoNot() {
        receiver.does(letter -> Receiver.answered(letter.body().contains("one") ? 500 : 204));
        house.says(MEI, "one");
        house.says(MEI, "two");
        house.says(AN, "three");
        feed.look();
        house.bring(hook);

        assertThat(receiver.taken).extracting(Letter::conversation).containsExactly("mo-line/an");
        assertThat(hooks.list().getFirst().state()).isEqualTo("well"); // something arrived after it failed

        receiver.does(letter -> Receiver.answered(200));
        house.clock.advance(Duration.ofSeconds(6));
        house.bring(hook);
        assertThat(receiver.taken)
                .extracting(Letter::body)
                .satisfiesExactly(
                        three -> assertThat(three).contains("three"),
                        one -> assertThat(one).contains("one"),
                        two -> assertThat(two).contains("two"));
        assertThat(receiver.tried)
                .extracting(Letter::id)
                .filteredOn(receiver.taken.get(1).id()::equals)
                .hasSize(2);
    }

    @Test
    void whatWaitedWhileTheReceiverWasAwayForDaysComesAtOnceWhenItIsBack() {
        receiver.does(letter -> new Http.NotSent("not reachable"));
        for (int hour = 0; hour < 60; hour++) {
            house.says(hour % 2 == 0 ? MEI : AN, "hour " + hour + ".");
            feed.look();
            house.bring(hook);
            house.clock.advance(Duration.ofHours(1));
        }
        assertThat(receiver.taken).isEmpty();
        assertThat(hooks.list().getFirst().state()).isEqualTo("failing");
        assertThat(hooks.list().getFirst().lastError()).isEqualTo("not reachable");

        receiver.does(letter -> Receiver.answered(204));
        house.clock.advance(Duration.ofHours(11)); // still within three days; the next try of one of the two
        house.bring(hook);

        assertThat(receiver.taken).hasSize(60);
        assertThat(receiver.ids()).doesNotHaveDuplicates();
        for (var who : List.of("mo-line/mei", "mo-line/an")) {
            assertThat(receiver.taken.stream()
                            .filter(letter -> letter.conversation().equals(who))
                            .map(letter -> Integer.parseInt(letter.body()
                                    .replaceAll(".*hour ([0-9*]+)\\..*", "$1")
                                    .replace("*", "0"))))
                    .isSorted();
        }
        assertThat(hooks.list().getFirst().state()).isEqualTo("well");
    }

    @Test
    void afterThreeDaysItIsPutAsideTheNextGoesAndItCanBeSentAgain() {
        receiver.does(letter -> Receiver.answered(letter.body().contains("one") ? 500 : 204));
        house.says(MEI, "one");
        house.says(MEI, "two");
        feed.look();
        for (int hour = 0; hour < 80; hour++) {
            house.bring(hook);
            house.clock.advance(Duration.ofHours(1));
        }

        var stand = hooks.list().getFirst();
        assertThat(stand.dead()).isOne();
        assertThat(stand.waiting()).isZero();
        assertThat(receiver.taken).hasSize(1);
        var aside = stand.putAside().getFirst();
        assertThat(aside.why()).isEqualTo("it answered 500");
        assertThat(aside.attempts()).isEqualTo(10);

        receiver.does(letter -> Receiver.answered(204));
        assertThat(hooks.replay("helpdesk", aside.event())).isTrue();
        house.bring(hook);
        assertThat(receiver.ids()).hasSize(2).contains(aside.event());
        assertThat(hooks.list().getFirst().dead()).isZero();
        assertThat(hooks.replay("helpdesk", "evt_999999_1")).isFalse();
        assertThat(hooks.replay("nobody", aside.event())).isFalse();
    }

    @Test
    void whoeverAnswers410IsToldNothingUntilSomebodySaysSoAndThenEverything() {
        receiver.does(letter -> Receiver.answered(410));
        house.says(MEI, "one");
        feed.look();
        house.bring(hook);
        house.says(MEI, "two");
        feed.look();
        house.clock.advance(Duration.ofDays(10));
        house.bring(hook);

        assertThat(receiver.tried).hasSize(1);
        assertThat(hooks.list().getFirst().state()).isEqualTo("stopped");
        assertThat(hooks.list().getFirst().lastError()).contains("410");

        receiver.does(letter -> Receiver.answered(204));
        assertThat(hooks.resume("helpdesk")).isTrue();
        assertThat(hooks.resume("helpdesk")).isFalse();
        feed.look();
        house.bring(hook);
        assertThat(receiver.taken)
                .extracting(Letter::body)
                .satisfiesExactly(
                        one -> assertThat(one).contains("one"),
                        two -> assertThat(two).contains("two"));
    }

    @Test
    void nobodyIsCalledBeforeTheTimeThatRetryAfterNames() {
        receiver.does(letter -> Receiver.answered(429, "7200"));
        house.says(MEI, "one");
        feed.look();
        house.bring(hook);
        house.says(AN, "two");
        feed.look();
        house.clock.advance(Duration.ofMinutes(119));
        house.bring(hook);
        assertThat(receiver.tried).hasSize(1);

        receiver.does(letter -> Receiver.answered(204));
        house.clock.advance(Duration.ofMinutes(2));
        house.bring(hook);
        assertThat(receiver.taken).hasSize(2);
    }

    @Test
    void aCrashBetweenSendingAndNotingItSendsItAgainWithTheSameId() {
        house.says(MEI, "one");
        feed.look();
        var row = house.rows.due("helpdesk", 8).getFirst();
        house.rows.take(row);
        hook.post().send(row.event(), "{}".getBytes(StandardCharsets.UTF_8)); // and then we die

        house.bring(hook);
        assertThat(receiver.tried).hasSize(1); // it is in somebody's hand for a minute

        house.store.write(transaction -> transaction.update("update hook_delivery set held_until = current_timestamp"));
        house.bring(hook);
        assertThat(receiver.ids()).containsExactly(row.event(), row.event());
    }

    @Test
    void twoNodesTellEachEventOnce() {
        var other = house.feed(hook);
        for (int i = 0; i < 20; i++) {
            house.says(i % 2 == 0 ? MEI : AN, "word " + i);
            feed.look();
            other.look();
        }
        var due = house.rows.due("helpdesk", 8);
        var both = house.deliveries(hook);
        due.forEach(row -> assertThat(both.bring(hook, row)).isTrue());
        due.forEach(row -> assertThat(house.deliveries(hook).bring(hook, row)).isFalse());
        house.bring(hook);

        assertThat(receiver.ids()).hasSize(20).doesNotHaveDuplicates();
    }

    @Test
    void oneHookDoesNotHoldUpAnother() {
        var second = new Receiver();
        var slow = second.hook("slow", RECEIVED, house.clock);
        second.does(letter -> new Http.Lost("no answer within 15 s"));
        var both = house.feed(hook, slow);
        house.says(MEI, "one");
        house.says(MEI, "two");
        both.look();
        house.bring(slow);
        house.bring(hook);

        assertThat(receiver.taken).hasSize(2);
        assertThat(second.tried).hasSize(1);
    }

    @Test
    void everythingSinceAMomentComesAgainInOrderAndWithTheSameIds() {
        house.says(MEI, "early");
        house.clock.advance(Duration.ofHours(1));
        var since = house.clock.instant();
        for (var words : List.of("one", "two", "three")) {
            house.says(MEI, words);
        }
        feed.look();
        house.bring(hook);
        var first = receiver.ids();
        receiver.does(letter -> Receiver.answered(503));
        house.says(MEI, "four");
        feed.look();
        house.bring(hook);

        assertThat(hooks.replaySince("helpdesk", since)).isEqualTo(4);
        receiver.does(letter -> Receiver.answered(204));
        receiver.taken.clear();
        house.clock.advance(Duration.ofHours(1));
        house.bring(hook);

        assertThat(receiver.ids()).hasSize(4).startsWith(first.subList(1, 4).toArray(String[]::new));
    }

    @Test
    void aTestArrivesOrIsGoneWithItsReason() {
        assertThat(hooks.test("helpdesk")).isTrue();
        assertThat(hooks.test("nobody")).isFalse();
        house.bring(hook);
        assertThat(receiver.types()).containsExactly("hook.test");

        receiver.does(letter -> Receiver.answered(401));
        hooks.test("helpdesk");
        house.bring(hook);
        assertThat(hooks.list().getFirst().waiting()).isZero();
        assertThat(hooks.list().getFirst().lastError()).isEqualTo("it answered 401");
    }
}
