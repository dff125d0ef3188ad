package io.renhua.conversation;

import io.renhua.conversation.StandIn.Answer;
import io.renhua.message.ConversationId;
import io.renhua.message.Outbound;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Everything that can happen to the words of two people, in an order that chance decides, the same for the same seed: they
 * write, the platform delivers again, takes, refuses or loses, agents come and go, nodes crash, freeze and hand over.
 */
final class Interleaving {
    private static final List<Duration> SPANS = List.of(
            Duration.ofMillis(50),
            Duration.ofMillis(300),
            Duration.ofMillis(1200),
            Duration.ofSeconds(5),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10));
    private static final List<Duration> JUMPS =
            List.of(Duration.ofHours(-1), Duration.ofHours(1), Duration.ofDays(-1), Duration.ofDays(1));
    private static final Duration RESTS_WITHIN = Duration.ofMinutes(20);
    private static final int NEVER_AT_REST = 2000;

    private final World world;
    private final Random random;
    private final boolean clocksJump;
    private final Crowd crowd;
    private final List<String> trace = new ArrayList<>();
    private final Set<String> wrong = new LinkedHashSet<>();
    private boolean undisturbed;

    Interleaving(World world, String name, long seed, boolean clocksJump) {
        this.world = world;
        this.random = new Random(seed);
        this.clocksJump = clocksJump;
        this.crowd = new Crowd(world, name, random, trace);
    }

    /** Lets it all happen and come to rest; says what is wrong then, and nothing when all is well. */
    List<String> run(int steps) {
        world.begin();
        world.whileThinking(this::meanwhile);
        world.lanes.beforeCertainty(this::pauses);
        world.platforms.values().forEach(platform -> {
            platform.answers(this::answer);
            platform.whileCalling(this::meanwhile);
        });
        for (int step = 0; step < steps; step++) {
            something();
        }
        comeToRest();
        for (var promised : crowd.promises()) {
            wrong.addAll(Verdict.atRest(world.store, world.platform(promised.conversation()), promised));
        }
        return List.copyOf(wrong);
    }

    List<String> trace() {
        return List.copyOf(trace);
    }

    private void something() {
        int chance = random.nextInt(100);
        if (chance < 45) {
            work();
        } else if (chance < 60) {
            crowd.write();
        } else if (chance < 68) {
            crowd.redeliver();
        } else if (chance < 80) {
            pass(any(SPANS));
        } else if (chance < 86) {
            crowd.attend();
        } else if (chance < 90) {
            move();
        } else if (chance < 93) {
            world.lanes.beat(node());
        } else if (chance < 96) {
            look(node());
        } else if (clocksJump) {
            jump();
        } else {
            crash(node());
        }
    }

    /** In the middle of a piece of work: what other threads, nodes and people do at that moment, or the end of it. */
    private void meanwhile() {
        if (!undisturbed && random.nextInt(3) == 0) {
            int most = random.nextInt(4) == 0 ? 15 : 5;
            elsewhere(() -> times(1 + random.nextInt(most), this::anything));
        }
    }

    private void anything() {
        switch (random.nextInt(10)) {
            case 0, 1 -> crowd.write();
            case 2 -> crowd.attend();
            case 3 -> move();
            case 4, 5, 6, 7 -> work();
            case 8 -> crowd.redeliver();
            default -> dies();
        }
    }

    /** Between the commit that says "sending" and the call: the end, or a pause in which another node goes on. */
    private void pauses() {
        int chance = undisturbed ? 20 : random.nextInt(20);
        if (chance < 2) {
            elsewhere(() -> {
                move();
                times(random.nextInt(10), this::work);
            });
        } else if (chance == 2) {
            dies();
        }
    }

    /** Lets other things happen in the middle of something; nothing happens in the middle of them. */
    private void elsewhere(Runnable happening) {
        undisturbed = true;
        trace.add("  meanwhile");
        try {
            happening.run();
        } finally {
            undisturbed = false;
            trace.add("  and back");
        }
    }

    private static void times(int count, Runnable what) {
        for (int time = 0; time < count; time++) {
            what.run();
        }
    }

    /** A stop for as long as a clock jumped cannot be told from the jump: there nobody stops. */
    private void dies() {
        if (!clocksJump) {
            throw new Crash();
        }
    }

    private Answer answer(Outbound call) {
        judge(call);
        var answer = random.nextInt(3) > 0 ? Answer.TAKES : any(List.of(Answer.values()));
        trace.add("  " + call.id() + ": " + answer);
        return answer;
    }

    private void judge(Outbound call) {
        wrong.addAll(Verdict.atTheCall(world.store, world.platform(call.conversation()), call));
    }

    /** One piece of what is due anywhere; time passes where nothing is. */
    private void work() {
        var due = pieces().filter(Piece::isDue).toList();
        if (due.isEmpty()) {
            nextDue().ifPresent(at -> pass(Duration.ofMillis(Math.max(0, at - world.passed()))));
        } else {
            step(any(due));
        }
    }

    private Stream<Piece> pieces() {
        return Stream.of(0, 1)
                .flatMap(node -> Stream.of(world.node(node).turns, world.node(node).outbox)
                        .flatMap(
                                lanes -> crowd.conversations().stream().map(person -> new Piece(node, lanes, person))));
    }

    private record Piece(int node, HandLanes lanes, ConversationId conversation) {
        boolean isDue() {
            return lanes.isDue(conversation);
        }
    }

    private OptionalLong nextDue() {
        var lanes = world.nodes().stream()
                .flatMap(node -> Stream.of(node.turns, node.outbox))
                .flatMapToLong(each -> each.nextDue().stream());
        return LongStream.concat(lanes, world.nextLater().stream()).min();
    }

    private void step(Piece piece) {
        var node = world.node(piece.node());
        node.spoil();
        trace.add("node " + piece.node() + (piece.lanes() == node.turns ? " takes a turn of " : " sends to ")
                + piece.conversation());
        try {
            piece.lanes().step(piece.conversation());
        } catch (Crash crash) {
            crash(piece.node());
        }
    }

    private void crash(int node) {
        trace.add("node " + node + " crashes");
        world.crash(node);
        if (random.nextBoolean()) {
            world.takeOver(node());
        }
    }

    /** A conversation goes to a node, whatever the one that had it is at. */
    private void move() {
        var conversation = any(crowd.conversations());
        int node = node();
        trace.add(conversation + " goes to node " + node);
        world.lanes.move(conversation, node);
    }

    private void look(int node) {
        trace.add("node " + node + " looks at its timers");
        world.node(node).timers.look(world.node(node).turns::wake);
    }

    private void pass(Duration time) {
        trace.add(time + " pass");
        world.pass(time);
    }

    private void jump() {
        var jump = any(JUMPS);
        trace.add("the clock jumps by " + jump);
        world.clock.advance(jump);
    }

    /** Nothing happens any more but what was begun: it ends by itself, and soon. */
    private void comeToRest() {
        trace.add("comes to rest");
        undisturbed = true;
        world.platforms
                .values()
                .forEach(platform -> platform.answers(call -> {
                    judge(call);
                    return Answer.TAKES;
                }));
        for (int node = 0; node < World.NODES; node++) {
            world.lanes.beat(node);
            world.takeOver(node);
        }
        finish();
        if (random.nextInt(4) == 0) {
            alarmsRing();
        }
        world.forgetTimers();
        if (!world.unfinished().isEmpty()) {
            wrong.add("stuck: nobody goes on with " + world.unfinished());
        }
    }

    private void alarmsRing() {
        for (int day = 0; day < 4 && world.timers() > 0; day++) {
            pass(Duration.ofDays(1));
            look(0);
            look(1);
            finish();
        }
        if (world.timers() > 0) {
            wrong.add("stuck: " + world.timers() + " alarms never ring");
        }
    }

    private void finish() {
        long end = world.passed() + RESTS_WITHIN.toMillis();
        for (int piece = 0; nextDue().isPresent(); piece++) {
            work();
            if (piece > NEVER_AT_REST || world.passed() > end) {
                wrong.add("stuck: does not come to rest");
                return;
            }
        }
    }

    private int node() {
        return random.nextInt(World.NODES);
    }

    private <T> T any(List<T> those) {
        return those.get(random.nextInt(those.size()));
    }
}
