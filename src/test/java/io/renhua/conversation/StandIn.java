package io.renhua.conversation;

import io.renhua.connector.Connector;
import io.renhua.connector.Delivery;
import io.renhua.connector.Webhook;
import io.renhua.connector.WebhookRequest;
import io.renhua.message.Channel;
import io.renhua.message.ConversationId;
import io.renhua.message.Limits;
import io.renhua.message.Outbound;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A platform that remembers what it took, answers as it is told, and may keep the answer to itself. */
final class StandIn implements Connector {
    private static final Limits LIMITS =
            new Limits(1000, 2, 10, 20, null, Integer.MAX_VALUE, Duration.ZERO, Double.POSITIVE_INFINITY);

    private final String channel;
    private final Queue<Outbound> taken = new ConcurrentLinkedQueue<>();
    private final Map<String, Integer> unanswered = new ConcurrentHashMap<>();
    private final Map<String, Answer> lastAnswers = new ConcurrentHashMap<>();
    private volatile Function<Outbound, Answer> answers = message -> Answer.TAKES;
    private volatile Runnable whileCalling = () -> {};

    /** What becomes of a call. */
    enum Answer {
        TAKES,
        POSTPONES,
        THROTTLES,
        REFUSES,
        TAKES_AND_LOSES_THE_ANSWER,
        LOSES_THE_CALL
    }

    StandIn(String channel) {
        this.channel = channel;
    }

    /** What to do with the calls from now on. */
    void answers(Function<Outbound, Answer> chooser) {
        answers = chooser;
    }

    /** What happens elsewhere once a call was decided on and before its answer arrives. */
    void whileCalling(Runnable happening) {
        whileCalling = happening;
    }

    @Override
    public Delivery deliver(Outbound message) {
        var answer = answers.apply(message);
        lastAnswers.put(message.id(), answer);
        if (answer == Answer.TAKES || answer == Answer.TAKES_AND_LOSES_THE_ANSWER) {
            taken.add(message);
        }
        if (answer == Answer.LOSES_THE_CALL || answer == Answer.TAKES_AND_LOSES_THE_ANSWER) {
            unanswered.merge(message.id(), 1, Integer::sum);
        }
        whileCalling.run();
        return switch (answer) {
            case TAKES -> new Delivery.Sent("p" + message.id());
            case POSTPONES -> new Delivery.Postponed(Duration.ofSeconds(1), "busy");
            case THROTTLES -> new Delivery.Throttled(Duration.ofSeconds(2), "too many");
            case REFUSES -> new Delivery.Refused("blocked");
            case TAKES_AND_LOSES_THE_ANSWER, LOSES_THE_CALL -> new Delivery.InDoubt("no answer");
        };
    }

    /** The ids of the calls that were taken for a conversation, each time they were. */
    List<String> taken(ConversationId conversation) {
        return taken.stream()
                .filter(message -> message.conversation().equals(conversation))
                .map(Outbound::id)
                .toList();
    }

    int timesTaken(String call) {
        return (int) taken.stream().filter(message -> message.id().equals(call)).count();
    }

    /** How often a call was answered with silence. */
    int timesUnanswered(String call) {
        return unanswered.getOrDefault(call, 0);
    }

    @Nullable
    Answer lastAnswer(String call) {
        return lastAnswers.get(call);
    }

    /** Forgets what it took: nobody asks for that any more. */
    void forget() {
        taken.clear();
        unanswered.clear();
        lastAnswers.clear();
    }

    @Override
    public Channel channel() {
        return new Channel(channel, "line");
    }

    @Override
    public Limits limits() {
        return LIMITS;
    }

    @Override
    public Webhook receive(WebhookRequest request) {
        return Webhook.Messages.of(List.of());
    }
}
