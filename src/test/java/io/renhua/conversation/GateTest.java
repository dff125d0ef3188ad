package io.renhua.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.connector.Delivery;
import io.renhua.conversation.Gate.Answer;
import io.renhua.message.ConversationId;
import io.renhua.message.Limits;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class GateTest {
    private static final Answer GO = new Answer.Go();
    private static final Answer PARKED = new Answer.Parked();
    private static final Delivery SENT = new Delivery.Sent("1");
    private static final Delivery BUSY = new Delivery.Postponed(Duration.ofSeconds(2), "busy");

    private final World world = new World();

    @Test
    void letsEverybodyGoWhereNothingIsLimited() {
        var gate = world.gate(Limits.NONE);

        for (int i = 0; i < 1000; i++) {
            assertThat(gate.ask(chat(i))).isEqualTo(GO);
            gate.went(SENT);
        }
    }

    @Test
    void keepsItsDistanceWithinAChatOnly() {
        var gate = world.gate(limits(Duration.ofSeconds(1), Double.POSITIVE_INFINITY));
        assertThat(gate.ask(chat(1))).isEqualTo(GO);
        gate.went(SENT);

        assertThat(gate.ask(chat(1))).isEqualTo(new Answer.Later(Duration.ofSeconds(1)));
        assertThat(gate.ask(chat(2))).isEqualTo(GO);
        world.pass(Duration.ofSeconds(1));
        assertThat(gate.ask(chat(1))).isEqualTo(GO);
    }

    @Test
    void letsSoManyGoInASecondAndEachInTheirTurn() {
        var gate = world.gate(limits(Duration.ZERO, 10));
        for (int i = 0; i < 30; i++) {
            world.wants(gate, chat(i));
        }

        world.pass(Duration.ofMillis(950));
        assertThat(world.gone).hasSize(10);
        world.pass(Duration.ofSeconds(2));
        assertThat(world.gone).hasSize(30).isSortedAccordingTo(Comparator.comparingInt(GateTest::number));
    }

    @Test
    void savesNothingUpWhileNobodyGoes() {
        var gate = world.gate(limits(Duration.ZERO, 10));
        world.pass(Duration.ofMinutes(1));

        assertThat(gate.ask(chat(1))).isEqualTo(GO);
        assertThat(gate.ask(chat(2))).isEqualTo(PARKED);
    }

    @Test
    void letsAFewGoInOneMomentAndNoMoreInAnySecondThanItMay() {
        var gate = world.gate(limits(Duration.ZERO, 200));
        world.pass(Duration.ofMinutes(1));
        for (int i = 0; i < 500; i++) {
            world.wants(gate, chat(i));
        }

        assertThat(world.gone).hasSize(10);
        world.pass(Duration.ofSeconds(1));
        assertThat(world.gone).hasSizeBetween(190, 201).isSortedAccordingTo(Comparator.comparingInt(GateTest::number));
        world.pass(Duration.ofSeconds(1));
        assertThat(world.gone).hasSizeLessThan(400);
    }

    @Test
    void sharesWhatAnAccountIsAllowedWithTheOtherNodes() {
        world.nodes = 2;
        var gate = world.gate(limits(Duration.ZERO, 10));
        for (int i = 0; i < 30; i++) {
            world.wants(gate, chat(i));
        }

        world.pass(Duration.ofMillis(1950));
        assertThat(world.gone).hasSize(10);
    }

    @Test
    void boundsHowManyAreOnTheirWay() {
        var gate = world.gate(Limits.NONE);
        for (int i = 0; i < 100; i++) {
            world.asks(gate, chat(i));
        }
        assertThat(world.gone).hasSize(Gate.AT_A_TIME);
        assertThat(gate.parked()).isEqualTo(100 - Gate.AT_A_TIME);

        gate.went(SENT);
        world.settle();

        assertThat(gate.onTheWay()).isEqualTo(Gate.AT_A_TIME);
        assertThat(world.gone).hasSize(Gate.AT_A_TIME + 1);
    }

    @Test
    void letsNobodyOvertakeWhoDoesNotWantToWait() {
        var gate = world.gate(limits(Duration.ofSeconds(1), 10));

        assertThat(gate.tryGo(chat(1))).isTrue();
        assertThat(gate.tryGo(chat(2))).isFalse(); // too soon on this account
        world.pass(Duration.ofMillis(100));
        assertThat(gate.tryGo(chat(1))).isFalse(); // too soon in this chat
        assertThat(gate.parked()).isZero();

        assertThat(gate.ask(chat(2))).isEqualTo(GO);
        assertThat(gate.ask(chat(3))).isEqualTo(PARKED);
        assertThat(gate.tryGo(chat(4))).isFalse(); // another waits
    }

    @Test
    void shutsForAsLongAsThePlatformSaysAndSendsOneProbe() {
        var gate = world.gate(Limits.NONE);
        world.answer = new Delivery.Throttled(Duration.ofHours(3), "too many");
        world.wants(gate, chat(0));
        for (int i = 1; i < 500; i++) {
            world.wants(gate, chat(i));
        }

        world.pass(Duration.ofHours(3).minusMillis(1));
        assertThat(world.gone).hasSize(1);
        assertThat(gate.shutFor()).isPresent();

        world.pass(Duration.ofMillis(2));
        assertThat(world.gone).hasSize(2); // the probe, refused again

        world.answer = SENT;
        world.pass(Duration.ofHours(4));
        assertThat(world.gone).hasSize(500).doesNotHaveDuplicates(); // who was refused asks anew, by the store
        assertThat(gate.shutFor()).isEmpty();
    }

    @Test
    void shutsAfterFiveFailuresInARowForOneTwoFourSeconds() {
        var gate = world.gate(Limits.NONE);
        world.answer = BUSY;
        for (int i = 0; i < 40; i++) {
            world.wants(gate, chat(i));
        }
        assertThat(world.gone).hasSize(5);

        world.pass(Duration.ofMillis(1200));
        assertThat(world.gone).hasSize(6);
        world.pass(Duration.ofMillis(2400));
        assertThat(world.gone).hasSize(7);
        world.pass(Duration.ofMinutes(30));
        assertThat(world.gone).hasSizeLessThan(25);
    }

    @Test
    void doesNotShutForFailuresAmongSuccesses() {
        var gate = world.gate(Limits.NONE);
        for (int i = 0; i < 100; i++) {
            assertThat(gate.ask(chat(i))).isEqualTo(GO);
            gate.went(i % 5 == 0 ? SENT : BUSY);
        }
    }

    @Test
    void opensForARefusalSinceThePlatformAnswers() {
        var gate = world.gate(Limits.NONE);
        world.answer = BUSY;
        for (int i = 0; i < 10; i++) {
            world.wants(gate, chat(i));
        }
        world.answer = new Delivery.Refused("blocked");

        world.pass(Duration.ofSeconds(2));

        assertThat(gate.shutFor()).isEmpty();
        assertThat(gate.parked()).isZero();
    }

    @Test
    void callsTheNextWhenOneWhoWasCalledDoesNotCome() {
        var gate = world.gate(Limits.NONE);
        world.answer = BUSY;
        for (int i = 0; i < 7; i++) {
            world.wants(gate, chat(i));
        }
        world.deaf.add(chat(5));
        world.answer = SENT;

        world.pass(Duration.ofSeconds(5));

        assertThat(world.gone).contains(chat(6));
    }

    @Test
    void letsAnotherProbeGoWhenTheFirstSentNothing() {
        var gate = world.gate(Limits.NONE);
        world.answer = BUSY;
        for (int i = 0; i < 5; i++) {
            world.wants(gate, chat(i));
        }
        world.pass(Duration.ofSeconds(2));
        assertThat(gate.ask(chat(8))).isEqualTo(GO);
        assertThat(gate.ask(chat(9))).isEqualTo(PARKED);

        gate.stayed();
        world.settle();

        assertThat(world.gone).contains(chat(9));
    }

    private static Limits limits(Duration perChat, double perSecond) {
        return new Limits(1000, 1, 0, 20, null, Integer.MAX_VALUE, perChat, perSecond);
    }

    private static ConversationId chat(int number) {
        return new ConversationId("mo-telegram", String.valueOf(number));
    }

    private static int number(ConversationId chat) {
        return Integer.parseInt(chat.thread());
    }

    /** Time that stands still until it is moved, people who come when they are called, and a platform that answers. */
    private static final class World {
        private final List<ConversationId> gone = new ArrayList<>();
        private final List<ConversationId> deaf = new ArrayList<>();
        private final Queue<ConversationId> called = new ArrayDeque<>();
        private final Queue<Due> timers = new PriorityQueue<>(Comparator.comparingLong(Due::at));
        private Delivery answer = SENT;
        private int nodes = 1;
        private final List<Gate> gates = new ArrayList<>();
        private long now;

        private record Due(long at, Runnable what) {}

        Gate gate(Limits limits) {
            var gate = new Gate(
                    limits,
                    () -> nodes,
                    () -> now,
                    (delay, what) -> timers.add(new Due(now + delay.toNanos(), what)),
                    called::add);
            gates.add(gate);
            return gate;
        }

        /** Somebody wants to send, and what they are told is done. */
        void wants(Gate gate, ConversationId chat) {
            if (asks(gate, chat)) {
                gate.went(answer);
            }
            settle();
        }

        boolean asks(Gate gate, ConversationId chat) {
            boolean goes = gate.ask(chat).equals(GO);
            if (goes) {
                gone.add(chat);
            }
            return goes;
        }

        void settle() {
            for (var chat = called.poll(); chat != null; chat = called.poll()) {
                var gate = gates.getLast();
                if (!deaf.contains(chat) && asks(gate, chat) && gate.onTheWay() < Gate.AT_A_TIME) {
                    gate.went(answer);
                }
            }
        }

        void pass(Duration time) {
            long end = now + time.toNanos();
            while (!timers.isEmpty() && timers.peek().at() <= end) {
                var due = timers.remove();
                now = Math.max(now, due.at());
                due.what().run();
                settle();
            }
            now = end;
        }
    }
}
