package io.renhua.conversation;

import io.renhua.connector.Connector;
import io.renhua.message.ConversationId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Calls that whoever says them marks as being sent, in the commit that says them, and for which a place is kept free. */
final class Departures {
    private final Channels channels;
    private final Gates gates;
    private final OutboxRows rows;
    private final Set<ConversationId> booked = ConcurrentHashMap.newKeySet(); // something is being said there
    private final Map<ConversationId, Departure> ready = new ConcurrentHashMap<>();

    Departures(Channels channels, Gates gates, OutboxRows rows) {
        this.channels = channels;
        this.gates = gates;
        this.rows = rows;
    }

    /** A call that is marked as being sent and has its place on the way. */
    record Departure(OutboxRow row, Connector connector, Gate gate) {}

    /** Keeps a place free for what is about to be said in a conversation, where there is one at this moment. */
    Place book(ConversationId conversation) {
        return channels.named(conversation.channel())
                .filter(connector ->
                        connector.limits().window() == null) // a window is looked at when it comes to sending
                .map(connector -> book(conversation, connector, gates.to(connector)))
                .orElse(Place.NONE);
    }

    private Place book(ConversationId conversation, Connector connector, Gate gate) {
        if (!gate.tryGo(conversation)) {
            return Place.NONE;
        }
        if (!booked.add(conversation)) {
            gate.stayed();
            return Place.NONE;
        }
        return new Place(
                row -> {
                    ready.put(conversation, new Departure(row, connector, gate));
                    booked.remove(conversation);
                    rows.call(conversation);
                },
                () -> {
                    booked.remove(conversation);
                    gate.stayed();
                    rows.tellOf(conversation);
                });
    }

    /** The call that may leave, if there is one. */
    @Nullable
    Departure next(ConversationId conversation) {
        return ready.remove(conversation);
    }

    /** Whether a call that looks as if a stop had left it on its way was marked just now; whoever says it tells of it. */
    boolean isAhead(ConversationId conversation) {
        return booked.contains(conversation) || ready.containsKey(conversation);
    }

    /** Those that have not left. */
    Collection<Departure> left() {
        return List.copyOf(ready.values());
    }
}
