package io.renhua.conversation;

import io.renhua.conversation.LiveDesk.Outcome;
import io.renhua.dialogue.OpenQuestions;
import io.renhua.message.Content;
import io.renhua.message.ConversationId;
import io.renhua.message.Inbound;
import io.renhua.message.Person;
import io.renhua.message.ReplyHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Two people, two agents and two platforms that do what chance decides, and remember what they were told. */
final class Crowd {
    private static final List<String> WORDS = List.of("推薦一本書", "我的書到哪了", "真人", "嗯", "算了。", "MO1234");

    private final World world;
    private final Random random;
    private final List<String> trace;
    private final List<Talk> talks;
    private int said;

    /** What one conversation was told. */
    private record Talk(ConversationId conversation, List<Inbound> accepted, List<String> agentsWords) {}

    Crowd(World world, String name, Random random, List<String> trace) {
        this.world = world;
        this.random = random;
        this.trace = trace;
        this.talks = Stream.of(name + "a", name + "b")
                .map(thread -> new ConversationId(random.nextInt(3) == 0 ? World.HOLDS : World.RESENDS, thread))
                .map(conversation -> new Talk(conversation, new ArrayList<>(), new ArrayList<>()))
                .toList();
    }

    List<ConversationId> conversations() {
        return talks.stream().map(Talk::conversation).toList();
    }

    List<Promises> promises() {
        return talks.stream()
                .map(talk -> new Promises(
                        talk.conversation(),
                        talk.accepted().stream().map(Inbound::id).toList(),
                        List.copyOf(talk.agentsWords()),
                        world.lanes.losses(talk.conversation())))
                .toList();
    }

    /** Somebody writes a bubble or a few, or both do, in one webhook. */
    void write() {
        var bubbles = Stream.generate(() -> any(talks))
                .limit(1 + random.nextInt(3))
                .map(talk -> new Bubble(talk, message(talk.conversation(), any(WORDS))))
                .toList();
        var node = node();
        trace.add(bubbles.stream().map(bubble -> bubble.message().id()).toList() + " come to node " + node);
        world.node(node).inbox.accept(bubbles.stream().map(Bubble::message).toList());
        bubbles.forEach(bubble -> bubble.talk().accepted().add(bubble.message()));
    }

    private record Bubble(Talk talk, Inbound message) {}

    private Inbound message(ConversationId conversation, String words) {
        var id = conversation.thread() + "-" + said++;
        var now = world.clock.instant();
        trace.add(conversation + " writes " + id + " " + words);
        return new Inbound(
                id,
                conversation,
                Person.of(conversation.thread()),
                new Content.Text(words),
                now,
                new ReplyHandle("r" + id, now));
    }

    /** A platform delivers again what was taken long ago. */
    void redeliver() {
        var all = talks.stream().flatMap(talk -> talk.accepted().stream()).toList();
        if (!all.isEmpty()) {
            var again =
                    Stream.generate(() -> any(all)).limit(1 + random.nextInt(2)).toList();
            trace.add("again: " + again.stream().map(Inbound::id).toList());
            world.node(node()).inbox.accept(again);
        }
    }

    /** An agent comes, goes or says something; whether they may is for the desk to know. */
    void attend() {
        var talk = any(talks);
        var conversation = talk.conversation();
        var agent = random.nextInt(4) == 0 ? "wu" : "lin";
        var node = world.node(node());
        switch (random.nextInt(4)) {
            case 0 -> {
                trace.add(agent + " claims " + conversation);
                node.desk.claim(conversation, agent, agent);
            }
            case 1, 2 -> reply(node.replies, talk, agent);
            default -> {
                trace.add(agent + " gives " + conversation + " back");
                node.desk.release(conversation, agent, agent, OpenQuestions.FACTS_STAY);
            }
        }
    }

    private void reply(Replies replies, Talk talk, String agent) {
        var words = agent + " " + said++;
        trace.add(words + " is said to " + talk.conversation());
        for (int press = random.nextInt(2); press >= 0; press--) {
            var outcome = replies.reply(talk.conversation(), agent, agent, words, new Content.Text(words));
            if (press == 0 && outcome instanceof Outcome.Done) {
                talk.agentsWords().add(words);
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
