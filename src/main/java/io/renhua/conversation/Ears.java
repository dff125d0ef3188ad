package io.renhua.conversation;

import io.renhua.dialogue.DialogueState;
import io.renhua.dialogue.Heard;
import io.renhua.dialogue.LivePersona;
import io.renhua.dialogue.Moment;
import io.renhua.dialogue.Outlook;
import io.renhua.handoff.Desk;
import io.renhua.handoff.Ownership;
import io.renhua.message.ConversationId;
import io.renhua.store.Transaction;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Hears what was said: what it seems to mean, and everything around it that a decision needs. */
public final class Ears {
    private final Channels channels;
    private final Desk desk;
    private final Clock clock;

    public Ears(Channels channels, Desk desk, Clock clock) {
        this.channels = channels;
        this.desk = desk;
        this.clock = clock;
    }

    /** What somebody sent in one breath, as the persona hears it. */
    List<Heard> hear(LivePersona live, List<Arrival> breath, DialogueState state, Ownership owner) {
        var last = breath.getLast().message();
        var moment = moment(desk.outlook(), last.conversation(), last.person().locale(), owner);
        return live.hear(
                breath.stream().map(arrival -> arrival.message().content()).toList(), state, moment);
    }

    /** What is around us when we speak without being spoken to. */
    Moment moment(Transaction transaction, ConversationId conversation, Ownership owner) {
        return moment(desk.outlook(transaction), conversation, null, owner);
    }

    private Moment moment(Desk.Outlook outlook, ConversationId conversation, @Nullable String locale, Ownership owner) {
        var connector = channels.named(conversation.channel())
                .orElseThrow(() -> new IllegalArgumentException("no open channel " + conversation.channel()));
        return new Moment(
                clock.instant(),
                locale,
                connector.channel().platform(),
                connector.limits(),
                Map.of("person", Set.of(conversation.toString())),
                owner.asked().isPresent(),
                outlook(outlook));
    }

    /** What the desk has to expect of itself, as a persona speaks of it. */
    static Outlook outlook(Desk.Outlook desk) {
        return new Outlook(desk.attended(), desk.ahead(), desk.waits());
    }
}
