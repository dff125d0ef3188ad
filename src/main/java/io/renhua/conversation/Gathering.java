package io.renhua.conversation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.renhua.connector.Connector;
import io.renhua.dialogue.LivePersona;
import io.renhua.message.Content;
import io.renhua.message.Inbound;
import io.renhua.text.Fold;
import io.renhua.text.Sentences;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Waits until somebody has said what they are saying: people write one thought in several bubbles. */
public final class Gathering {
    /** What deciding and sending may take of the time a platform waits for a reply. */
    private static final Duration TO_ANSWER = Duration.ofSeconds(1);

    private final Channels channels;
    private final Personas personas;
    private final Map<String, Patience> byChannel;
    private final Patience usual;
    private final Clock clock;
    private final Cache<LivePersona, Set<String>> taught =
            Caffeine.newBuilder().weakKeys().build();

    /** @param byChannel for channels that are set otherwise than usual */
    public Gathering(
            Channels channels, Personas personas, Map<String, Patience> byChannel, Patience usual, Clock clock) {
        this.channels = channels;
        this.personas = personas;
        this.byChannel = Map.copyOf(byChannel);
        this.usual = usual;
        this.clock = clock;
    }

    /** How long to wait still before a breath is answered; zero when it is complete. */
    Duration left(List<Arrival> breath) {
        var left = Duration.between(clock.instant(), due(breath));
        boolean sensible = left.compareTo(patience(breath.getFirst()).most()) <= 0; // else a clock was moved back
        return left.isPositive() && sensible ? left : Duration.ZERO;
    }

    /** Whether it has been waited for so long that one more bubble does not delay the answer. */
    boolean isOver(List<Arrival> breath) {
        return !clock.instant().isBefore(latest(breath));
    }

    private Instant due(List<Arrival> breath) {
        var last = breath.getLast();
        if (last.attempts() > 0 || !isWords(last.message())) {
            return last.receivedAt();
        }
        var patience = patience(last);
        var due = last.receivedAt().plus(isComplete(last) ? patience.sentence() : patience.pause());
        var latest = latest(breath);
        return due.isBefore(latest) ? due : latest;
    }

    private Instant latest(List<Arrival> breath) {
        return breath.getFirst().receivedAt().plus(patience(breath.getFirst()).most());
    }

    private Patience patience(Arrival arrival) {
        var channel = arrival.message().conversation().channel();
        var patience = byChannel.getOrDefault(channel, usual);
        return channels.named(channel)
                .flatMap(Connector::passive)
                .map(limit -> patience.within(limit.minus(TO_ANSWER)))
                .orElse(patience);
    }

    /** Events, pressed buttons and what our own side did say all there is to say. */
    private static boolean isWords(Inbound message) {
        return message.echo() == null
                && (message.content() instanceof Content.Text || message.content() instanceof Content.Media);
    }

    private boolean isComplete(Arrival arrival) {
        return arrival.message().content() instanceof Content.Text(var body)
                && (Sentences.ended(body)
                        || taught(personas.on(arrival.message().conversation().channel()))
                                .contains(Fold.key(body)));
    }

    private Set<String> taught(LivePersona live) {
        return taught.get(live, LivePersona::sentences);
    }
}
