package io.renhua.connector.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.connector.wechat.PassiveReplies.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PassiveRepliesTest {
    private static final Reply HELLO = reply("1", "hello");
    private static final Reply AGAIN = reply("2", "again");

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicLong nanos = new AtomicLong();
    private final PassiveReplies patient = new PassiveReplies(Duration.ofHours(1), nanos::get);
    private final PassiveReplies hasty = new PassiveReplies(Duration.ZERO);

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void givesTheReplyToTheOneWhoWaits() throws Exception {
        var held = patient.hold("push");
        var waiting = threads.submit(held::await);

        assertThat(patient.answer("push", HELLO)).isTrue();

        assertThat(waiting.get()).contains(HELLO);
    }

    @Test
    void givesAReplyThatWasFasterThanTheWaiting() {
        var held = patient.hold("push");

        patient.answer("push", HELLO);

        assertThat(held.await()).contains(HELLO);
    }

    @Test
    void takesOneReplyOnly() {
        var held = patient.hold("push");
        patient.answer("push", HELLO);

        assertThat(patient.answer("push", AGAIN)).isFalse();

        assertThat(held.await()).contains(HELLO);
    }

    @Test
    void takesTheSameReplyTwiceAsOne() {
        var held = patient.hold("push");
        patient.answer("push", HELLO);

        assertThat(patient.answer("push", HELLO)).isTrue();

        assertThat(held.await()).contains(HELLO);
    }

    @Test
    void takesNoReplyAfterTheTime() {
        var held = hasty.hold("push");

        assertThat(held.await()).isEmpty();

        assertThat(hasty.answer("push", HELLO)).isFalse();
    }

    @Test
    void takesNoReplyAfterTheTimeEvenWhenNobodyWaits() {
        var held = patient.hold("push");
        nanos.addAndGet(Duration.ofHours(1).toNanos());

        assertThat(patient.answer("push", HELLO)).isFalse();

        assertThat(held.await()).isEmpty();
    }

    @Test
    void takesNoReplyToAPushItDoesNotKnow() {
        assertThat(patient.answer("push", HELLO)).isFalse();
    }

    @Test
    void letsARepeatedPushJoinTheFirst() throws Exception {
        var first = patient.hold("push");
        var second = patient.hold("push");
        var waiting = threads.submit(first::await);
        var joined = threads.submit(second::await);

        patient.answer("push", HELLO);

        assertThat(waiting.get()).contains(HELLO);
        assertThat(joined.get()).contains(HELLO);
    }

    @Test
    void givesARepeatedPushTheReplyOfTheFirst() {
        patient.hold("push");
        patient.answer("push", HELLO);
        nanos.addAndGet(Duration.ofSeconds(30).toNanos());

        assertThat(patient.hold("push").await()).contains(HELLO);
    }

    @Test
    void givesARepeatedPushNothingAfterTheFirstWentWithout() {
        hasty.hold("push").await();

        assertThat(hasty.hold("push").await()).isEmpty();
        assertThat(hasty.answer("push", HELLO)).isFalse();
    }

    @Test
    void opensARepeatedPushAnewWhenNobodyTookCareOfTheFirst() {
        var forsaken = patient.hold("push");
        nanos.addAndGet(Duration.ofHours(1).toNanos());
        var anew = patient.hold("push");

        assertThat(patient.answer("push", HELLO)).isTrue();

        assertThat(anew.await()).contains(HELLO);
        assertThat(forsaken.await()).isEmpty();
    }

    @Test
    void forgetsOldPushes() {
        patient.hold("push");
        patient.answer("push", HELLO);
        nanos.addAndGet(Duration.ofHours(2).toNanos());

        assertThat(patient.answer("push", HELLO)).isFalse();
    }

    @Test
    void letsAPushGoAtOnceWhenItsReplyCannotGoWithIt() throws Exception {
        var held = patient.hold("push");
        var waiting = threads.submit(held::await);

        patient.release("push");

        assertThat(waiting.get()).isEmpty();
        assertThat(patient.answer("push", HELLO)).isFalse();
    }

    @Test
    void decidesOnceWhenTheReplyComesAtTheLastMoment() throws Exception {
        for (int round = 0; round < 2_000; round++) {
            var push = "push-" + round;
            var replies = new PassiveReplies(Duration.ofNanos(50_000));
            var held = replies.hold(push);
            var start = new CyclicBarrier(3);

            var answered = together(start, () -> replies.answer(push, HELLO));
            var other = together(start, () -> replies.answer(push, AGAIN));
            var waited = together(start, held::await);

            assertThat(waited.get()).isEqualTo(expected(answered.get(), other.get()));
        }
    }

    /** What whoever waits must have got, by what those who replied were told. */
    private static Optional<Reply> expected(boolean hello, boolean again) {
        assertThat(hello && again).isFalse();
        return hello ? Optional.of(HELLO) : again ? Optional.of(AGAIN) : Optional.empty();
    }

    private <T> Future<T> together(CyclicBarrier start, Callable<T> action) {
        return threads.submit(() -> {
            start.await();
            return action.call();
        });
    }

    private static Reply reply(String outbound, String text) {
        return new Reply(outbound, new Bubble.Words(text), Instant.EPOCH);
    }
}
