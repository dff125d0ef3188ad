package io.renhua.conversation;

import io.renhua.dialogue.DialogueState;
import io.renhua.dialogue.Heard;
import io.renhua.dialogue.Helped;
import io.renhua.dialogue.LivePersona;
import io.renhua.dialogue.Moment;
import io.renhua.dialogue.Outlook;
import io.renhua.handoff.Desk;
import io.renhua.handoff.Ownership;
import io.renhua.handoff.Tags;
import io.renhua.message.ConversationId;
import io.renhua.store.Transaction;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Hears what was said: what it seems to mean, and everything around it that a decision needs. */
public final class Ears {
    private static final String PERSON = "person";
    private static final String TAG = "tag";

    private final Channels channels;
    private final Desk desk;
    private final Tags tags;
    private final Clock clock;

    public Ears(Channels channels, Desk desk, Tags tags, Clock clock) {
        this.channels = channels;
        this.desk = desk;
        this.tags = tags;
        this.clock = clock;
    }

    /** What somebody sent in one breath, as the persona hears it. */
    List<Heard> hear(LivePersona live, List<Arrival> breath, DialogueState state, Ownership owner) {
        var last = breath.getLast().message();
        var moment = moment(
                desk.outlook(),
                tags.of(last.conversation()),
                last.conversation(),
                last.person().locale(),
                owner);
        return live.hear(
                breath.stream().map(arrival -> arrival.message().content()).toList(), state, moment);
    }

    /** What is around us while nobody speaks. */
    Moment moment(ConversationId conversation, Ownership owner) {
        return moment(desk.outlook(), tags.of(conversation), conversation, null, owner);
    }

    /** What is around us when we speak without being spoken to. */
    Moment moment(Transaction transaction, ConversationId conversation, Ownership owner) {
        return moment(desk.outlook(transaction), tags.of(transaction, conversation), conversation, null, owner);
    }

    private Moment moment(
            Desk.Outlook outlook,
            Set<String> tagged,
            ConversationId conversation,
            @Nullable String locale,
            Ownership owner) {
        var connector = channels.named(conversation.channel())
                .orElseThrow(() -> new IllegalArgumentException("no open channel " + conversation.channel()));
        var now = clock.instant();
        return new Moment(
                now,
                locale,
                connector.channel().platform(),
                connector.limits(),
                facts(conversation, tagged, owner, now),
                owner.asked().isPresent(),
                outlook(outlook));
    }

    private static Map<String, Set<String>> facts(
            ConversationId conversation, Set<String> tagged, Ownership owner, Instant now) {
        var facts = new HashMap<String, Set<String>>();
        facts.put(PERSON, Set.of(conversation.toString()));
        if (!tagged.isEmpty()) {
            facts.put(TAG, tagged);
        }
        owner.left()
                .map(exit -> new Helped(exit.how().word(), exit.at(), exit.topic()))
                .ifPresent(helped -> facts.putAll(helped.facts(now)));
        return facts;
    }

    /** What the desk has to expect of itself, as a persona speaks of it. */
    static Outlook outlook(Desk.Outlook desk) {
        return new Outlook(desk.attended(), desk.ahead(), desk.waits());
    }
}
