package io.renhua.conversation;

import io.renhua.message.ConversationId;
import java.time.Duration;

/** One process without its threads. What it has in mind goes when it crashes. */
final class Node {
    final StoreInbox inbox;
    final LiveDesk desk;
    final Replies replies;
    final Timers timers;
    final HandLanes turns;
    final HandLanes outbox;
    private final OutboxRows rows;

    private final World world;
    private final Arrivals arrivals;

    Node(World world, int number) {
        this.world = world;
        var graph = new Graph(
                world.store,
                world.journal,
                world.lanes.of(number),
                world.channels,
                world.personas,
                Patience.USUAL,
                world.clock,
                _ -> new Gates(() -> World.NODES, world::nanos, this::send, world::later));
        inbox = graph.inbox;
        arrivals = graph.arrivals;
        desk = graph.desk;
        replies = graph.replies;
        timers = graph.timers;
        rows = graph.rows;
        turns = new HandLanes(graph.turns::next, world::passed);
        outbox = new HandLanes(graph.outbox::next, world::passed);
        inbox.onArrival(turns::wake);
        graph.rows.onCall(world.flaw == Flaw.WAKES_NOBODY ? conversation -> {} : outbox::wake);
    }

    private void send(ConversationId conversation) {
        outbox.wake(conversation);
    }

    /** Says that a conversation is its own from now on. */
    void gains(ConversationId conversation) {
        turns.wake(conversation);
        rows.tellOf(conversation);
        outbox.wake(conversation);
    }

    /** Does what is broken on purpose, before a piece of work. */
    void spoil() {
        switch (world.flaw) {
            case DONE_BEFORE_IT_IS_SAID -> world.unfinished().forEach(this::settleEarly);
            case TAKES_EVERY_COPY -> arrivals.forget(Duration.ofDays(-1));
            case SAYS_THE_NEWEST_FIRST ->
                world.execute("update outbox set id = -id where state = 'waiting' and id > 0");
            case LEAVES_THE_JOURNAL_OUT -> world.execute("delete from journal where kind = 'Settled'");
            case DOUBTS_WHAT_IT_KNOWS -> rewrite("SENT", "IN_DOUBT");
            case TELLS_ANOTHER_END -> rewrite("SENT", "REFUSED");
            case PASSES_ON_UNSEEN -> world.execute("delete from journal where kind = 'Passed'");
            case AGENTS_SPEAK_UNSEEN -> world.execute("delete from journal where kind = 'Said' and speaker = 'HUMAN'");
            case LETS_STALE_WORDS_GO -> world.execute("""
                        update outbox set epoch =
                          (select max(epoch) from ownership where conversation = outbox.conversation)
                        where exists (select 1 from ownership where conversation = outbox.conversation)""");
            default -> {}
        }
    }

    private void settleEarly(ConversationId conversation) {
        var breath = arrivals.next(conversation);
        world.store.write(
                conversation.toString(), transaction -> breath.forEach(arrival -> arrivals.done(transaction, arrival)));
    }

    private void rewrite(String state, String otherwise) {
        world.execute("update journal set happening = replace(happening, '\"" + state + "\"', '\"" + otherwise
                + "\"') where kind = 'Settled'");
    }
}
