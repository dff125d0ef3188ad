package io.renhua.conversation;

import io.renhua.dialogue.Heard;
import io.renhua.dialogue.LivePersona;
import io.renhua.handoff.Desk;
import io.renhua.handoff.Ownership;
import io.renhua.handoff.Ownership.Queued;
import io.renhua.message.Inbound;
import java.time.Clock;
import java.util.Map;
import java.util.Set;

/** Hears a message: what it seems to mean, and everything around it that a decision needs. */
public final class Ears {
    private final Channels channels;
    private final Desk desk;
    private final Clock clock;

    public Ears(Channels channels, Desk desk, Clock clock) {
        this.channels = channels;
        this.desk = desk;
        this.clock = clock;
    }

    Heard hear(LivePersona live, Inbound message, Ownership owner) {
        var connector = channels.named(message.conversation().channel())
                .orElseThrow(() -> new IllegalArgumentException(
                        "no open channel " + message.conversation().channel()));
        var outlook = desk.outlook();
        return live.hear(
                message.content(),
                clock.instant(),
                message.person().locale(),
                connector.channel().platform(),
                connector.limits(),
                Map.of("person", Set.of(message.conversation().toString())),
                owner instanceof Queued,
                outlook.ahead(),
                outlook.waits());
    }
}
