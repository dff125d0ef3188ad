package io.renhua.conversation;

import static org.awaitility.Awaitility.await;

import com.github.benmanes.caffeine.cache.Ticker;
import io.renhua.dialogue.LivePersona;
import io.renhua.dialogue.OpenQuestions;
import io.renhua.journal.Happening.Settled.State;
import io.renhua.journal.Journal;
import io.renhua.message.Content;
import io.renhua.message.ConversationId;
import io.renhua.message.Inbound;
import io.renhua.message.Person;
import io.renhua.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.awaitility.core.ConditionTimeoutException;
import org.jdbi.v3.core.Handle;

/** Two people and an agent, at a server that does its work by itself. What is not taken they try again. */
final class Scenario implements AutoCloseable {
    private static final LivePersona MO = new LivePersona(Room.persona(), Room::meaning, (words, now) -> List.of());

    private final Clock clock = Clock.systemUTC();
    private final StandIn platform = new StandIn(World.RESENDS);
    private final Store store;
    private final Handle beside;
    private final ConversationId one;
    private final ConversationId other;
    private final Graph graph;
    private final NodeWork work;

    /** @param beside looks at the store past everything that may fail */
    Scenario(Store store, Handle beside, String name) {
        this.store = store;
        this.beside = beside;
        one = new ConversationId(World.RESENDS, name + "one");
        other = new ConversationId(World.RESENDS, name + "other");
        var leases = store.shared() ? new SharedLeases(store, "node") : new SoleNode(store);
        graph = new Graph(
                store,
                new Journal(store),
                leases,
                new Channels(List.of(platform)),
                new Personas(Map.of("mo", MO), Map.of(World.RESENDS, "mo")),
                Patience.NONE,
                clock,
                lanes -> new Gates(leases::nodes, Ticker.systemTicker(), lanes::wake));
        work = new NodeWork(
                graph.inbox,
                graph.turns,
                graph.outbox,
                graph.timers,
                graph.errands,
                graph.watch,
                graph.deadLetters,
                leases);
        work.start();
    }

    /** Plays it to its end; says when it does not come to one. */
    List<String> play() {
        try {
            says(one, "1", "推薦一本書");
            says(other, "2", "真人");
            comesToRest();
            insists(() -> graph.desk.claim(other, "lin", "Lin"));
            insists(() -> graph.replies.reply(other, "lin", "Lin", "page-1", new Content.Text("我看一下。")));
            says(other, "3", "好");
            says(one, "4", "我的書到哪了");
            comesToRest();
            insists(() -> graph.desk.release(other, "lin", "Lin", OpenQuestions.FACTS_STAY));
            says(one, "5", "算了");
            comesToRest();
            return List.of();
        } catch (ConditionTimeoutException e) {
            return List.of("stuck: " + e.getMessage());
        }
    }

    /** @param doubts how many calls may be in doubt in each conversation */
    List<String> verdict(int doubts) {
        var wrong = new ArrayList<String>();
        wrong.addAll(Verdict.atRest(store, platform, new Promises(one, ids(one, "1", "4", "5"), List.of(), doubts)));
        wrong.addAll(
                Verdict.atRest(store, platform, new Promises(other, ids(other, "2", "3"), List.of("我看一下。"), doubts)));
        return wrong;
    }

    /** How often a call is marked as in doubt. */
    int doubts() {
        return (int) Stream.of(one, other)
                .map(conversation -> Evidence.of(store, conversation))
                .flatMap(evidence -> evidence.said().stream().flatMap(call -> evidence.became(call).stream()))
                .filter(state -> state == State.IN_DOUBT)
                .count();
    }

    private static List<String> ids(ConversationId person, String... numbers) {
        return Stream.of(numbers).map(number -> id(person, number)).toList();
    }

    private static String id(ConversationId person, String number) {
        return person.thread() + "-" + number;
    }

    private void says(ConversationId person, String number, String words) {
        var content = new Content.Text(words);
        var message =
                new Inbound(id(person, number), person, Person.of(person.thread()), content, clock.instant(), null);
        insists(() -> graph.inbox.accept(List.of(message)));
    }

    private static void insists(Runnable action) {
        patiently("being taken").ignoreExceptions().until(() -> {
            action.run();
            return true;
        });
    }

    private void comesToRest() {
        patiently("rest").until(() -> waiting() == 0);
    }

    private static ConditionFactory patiently(String what) {
        return await(what)
                .atMost(Duration.ofSeconds(60))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20));
    }

    private int waiting() {
        return beside.createQuery("""
                        select (select count(*) from inbox where state = 'waiting')
                          + (select count(*) from outbox where state in ('waiting', 'sending'))""").mapTo(Integer.class).one();
    }

    @Override
    public void close() {
        work.close();
    }
}
