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
import io.renhua.people.Contact;
import io.renhua.people.Profile;
import io.renhua.people.Profiles;
import io.renhua.people.Unions;
import io.renhua.persona.TakenNames;
import io.renhua.store.Transaction;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Hears what was said: what it seems to mean, and everything around it that a decision needs. */
public final class Ears {
    private static final String PERSON = "person";
    private static final String TAG = "tag";

    private final Channels channels;
    private final Desk desk;
    private final Tags tags;
    private final Profiles profiles;
    private final Unions unions;
    private final Clock clock;

    public Ears(Channels channels, Desk desk, Tags tags, Profiles profiles, Unions unions, Clock clock) {
        this.channels = channels;
        this.desk = desk;
        this.tags = tags;
        this.profiles = profiles;
        this.unions = unions;
        this.clock = clock;
    }

    /** What somebody sent in one breath, as the persona hears it. */
    List<Heard> hear(LivePersona live, List<Arrival> breath, DialogueState state, Ownership owner) {
        var last = breath.getLast().message();
        var conversation = last.conversation();
        var writer = new Contact(conversation.channel(), last.person().id());
        var elsewhere = live.persona().handoff().asksForTags()
                ? elsewhere(unions.elsewhere(writer))
                : Set.<String>of(); // nobody asks for them, and each message would
        var told = told(tags.of(conversation), known(conversation));
        var moment = moment(
                desk.outlook(), told, elsewhere, conversation, last.person().locale(), owner);
        return live.hear(
                breath.stream().map(arrival -> arrival.message().content()).toList(), state, moment);
    }

    /** What is around us while nobody speaks. */
    Moment moment(ConversationId conversation, Ownership owner) {
        var told = told(tags.of(conversation), known(conversation));
        var elsewhere = elsewhere(unions.elsewhere(conversation));
        return moment(desk.outlook(), told, elsewhere, conversation, null, owner);
    }

    /** What is around us when we speak without being spoken to. */
    Moment moment(Transaction transaction, ConversationId conversation, Ownership owner) {
        var told = told(tags.of(transaction, conversation), profiles.of(transaction, conversation));
        var elsewhere = elsewhere(transaction, unions.elsewhere(transaction, conversation));
        return moment(desk.outlook(transaction), told, elsewhere, conversation, null, owner);
    }

    /** What the company's own systems know of whoever writes there. */
    Profile known(ConversationId conversation) {
        return profiles.of(conversation);
    }

    /** What the desk calls the same person in other conversations. */
    private Set<String> elsewhere(List<ConversationId> others) {
        return tags.of(others).values().stream().flatMap(List::stream).collect(Collectors.toSet());
    }

    private Set<String> elsewhere(Transaction transaction, List<ConversationId> others) {
        return others.stream()
                .flatMap(each -> tags.of(transaction, each).stream())
                .collect(Collectors.toSet());
    }

    private Moment moment(
            Desk.Outlook outlook,
            Map<String, Set<String>> told,
            Set<String> elsewhere,
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
                channels.limits(conversation.channel()).orElse(connector.limits()),
                facts(told, conversation, owner, now),
                elsewhere,
                owner.asked().isPresent(),
                outlook(outlook));
    }

    /** By the desk and by the company; nothing of it takes the place of what we know ourselves. */
    private static Map<String, Set<String>> told(Set<String> tagged, Profile profile) {
        var told = new HashMap<String, Set<String>>();
        profile.facts().forEach((name, value) -> told.put(name, Set.of(value)));
        told.keySet().removeIf(TakenNames::has);
        if (!tagged.isEmpty()) {
            told.put(TAG, tagged);
        }
        return told;
    }

    private static Map<String, Set<String>> facts(
            Map<String, Set<String>> told, ConversationId conversation, Ownership owner, Instant now) {
        var facts = new HashMap<>(told);
        facts.put(PERSON, Set.of(conversation.toString()));
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
