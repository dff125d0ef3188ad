package io.renhua.conversation;

import io.renhua.message.ConversationId;
import io.renhua.people.Contact;
import io.renhua.people.Hallmarks;
import io.renhua.people.Hallmarks.Shared;
import io.renhua.people.Pair;
import io.renhua.people.Pair.Verdict;
import io.renhua.people.Profiles;
import io.renhua.people.Union;
import io.renhua.people.Unions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who may be the same person on another channel of the same persona: by what is theirs alone, never by a name. It is only
 * proposed, and once somebody has said no it is proposed no more.
 */
public final class Likenesses {
    /** What so many others share is nobody's own: the number of a front desk, a word in the place of a number. */
    private static final int TOO_MANY = 5;

    private final Unions unions;
    private final Hallmarks hallmarks;
    private final Profiles profiles;
    private final States states;
    private final Personas personas;

    public Likenesses(Unions unions, Hallmarks hallmarks, Profiles profiles, States states, Personas personas) {
        this.unions = unions;
        this.hallmarks = hallmarks;
        this.profiles = profiles;
        this.states = states;
        this.personas = personas;
    }

    /**
     * Somebody who may be the same.
     *
     * @param asked that somebody asks to make them one; null where nobody does
     */
    public record Likeness(
            ConversationId conversation,
            List<Agreed> agreed,
            @Nullable Pair asked) {}

    /**
     * Something that is the same.
     *
     * @param name what it is called in the conversation that is looked at
     * @param value null where only that it was the same is still known
     * @param told whether the company's systems told it of both; else it is no more than what somebody says of themselves
     */
    public record Agreed(String name, @Nullable String value, boolean told) {}

    /** Those of whoever writes in a conversation. */
    public List<Likeness> of(ConversationId conversation) {
        return unions.contactIn(conversation)
                .filter(_ -> !unions.isGroup(conversation))
                .map(contact -> of(conversation, contact))
                .orElse(List.of());
    }

    private List<Likeness> of(ConversationId conversation, Contact contact) {
        var said = unions.of(contact).stream()
                .collect(Collectors.toMap(pair -> pair.beyond(contact).contact(), pair -> pair));
        var union = unions.around(contact);
        var found = new LinkedHashMap<Contact, Likeness>();
        said.forEach((other, pair) -> {
            if (pair.is(Verdict.ASKED) && !union.holds(other)) {
                found.put(other, new Likeness(pair.beyond(contact).conversation(), List.of(), pair));
            }
        });
        var known = known(conversation);
        shared(conversation, union).forEach((other, shared) -> {
            var pair = said.get(other);
            if (pair == null || pair.is(Verdict.ASKED)) {
                found.put(
                        other,
                        new Likeness(shared.getFirst().conversation(), agreed(conversation, shared, known), pair));
            }
        });
        return List.copyOf(found.values());
    }

    /** What is the same, by who else it belongs to. */
    private Map<Contact, List<Shared>> shared(ConversationId conversation, Union union) {
        var all = new LinkedHashMap<Contact, List<Shared>>();
        hallmarks.shared(conversation, personas.channelsBeside(conversation.channel())).stream()
                .collect(Collectors.groupingBy(Shared::mark, TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(shared -> byContact(conversation, union, shared))
                .filter(byContact -> byContact.size() <= TOO_MANY)
                .forEach(byContact -> byContact.forEach((other, shared) ->
                        all.computeIfAbsent(other, _ -> new ArrayList<>()).add(shared)));
        return all;
    }

    private Map<Contact, Shared> byContact(ConversationId conversation, Union union, List<Shared> shared) {
        var byContact = new LinkedHashMap<Contact, Shared>();
        for (var each : shared) {
            other(conversation, each.conversation())
                    .filter(contact -> !union.holds(contact))
                    .ifPresent(contact -> byContact.putIfAbsent(contact, each));
        }
        return byContact;
    }

    private List<Agreed> agreed(ConversationId conversation, List<Shared> shared, Map<String, String> known) {
        return shared.stream()
                .map(each -> new Agreed(
                        each.name(),
                        hallmarks.valueOf(each, conversation, known).orElse(null),
                        each.told()))
                .distinct()
                .toList();
    }

    private Map<String, String> known(ConversationId conversation) {
        var known = new TreeMap<>(profiles.of(conversation).facts());
        known.putAll(states.load(conversation).state().known());
        return known;
    }

    /** Whether two conversations can be with one person: the same persona speaks, and it is nobody else's talk. */
    public boolean canBe(ConversationId one, ConversationId other) {
        return unions.contactIn(one)
                .filter(contact ->
                        other(one, other).filter(each -> !each.equals(contact)).isPresent())
                .filter(_ -> !unions.isGroup(one))
                .isPresent();
    }

    /** Whoever writes in another conversation with the same persona, and alone. */
    private Optional<Contact> other(ConversationId conversation, ConversationId other) {
        return personas.channelsBeside(conversation.channel()).contains(other.channel()) && !unions.isGroup(other)
                ? unions.contactIn(other)
                : Optional.empty();
    }
}
