package io.renhua.server;

import io.renhua.connector.Identity;
import io.renhua.handoff.Desk;
import io.renhua.handoff.Desk.Held;
import io.renhua.handoff.Ownership;
import io.renhua.journal.Happening;
import io.renhua.journal.Journal;
import io.renhua.message.ConversationId;
import io.renhua.message.Person;
import io.renhua.server.TranscriptLine.Side;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Conversations as programs read them. */
@Singleton
final class ApiConversations {
    private static final int LATELY = 60;

    private final Desk desk;
    private final Journal journal;
    private final Transcripts transcripts;
    private final Veils veils;

    ApiConversations(Desk desk, Journal journal, Transcripts transcripts, Veils veils) {
        this.desk = desk;
        this.journal = journal;
        this.transcripts = transcripts;
        this.veils = veils;
    }

    /** What there is of a conversation; empty when nobody ever said anything there. */
    Optional<Map<String, Object>> of(ConversationId conversation, boolean whole) {
        var owner = desk.ownerOf(conversation); // first: what comes meanwhile has a higher place
        var summary = transcripts.of(List.of(conversation)).get(conversation);
        return Optional.ofNullable(summary).map(each -> {
            var told = told(conversation, owner, each);
            told.put("slots", slots(conversation, veil(conversation, whole)));
            return told;
        });
    }

    boolean isThere(ConversationId conversation) {
        return !journal.last(conversation, 1).isEmpty();
    }

    /** As they stand, in the order in which they came. */
    List<Map<String, Object>> all(List<Held> held) {
        var summaries = transcripts.of(held.stream().map(Held::conversation).toList());
        return held.stream()
                .map(each -> told(each.conversation(), each.owner(), summaries.get(each.conversation())))
                .toList();
    }

    private static Map<String, Object> told(
            ConversationId conversation, Ownership owner, @Nullable TranscriptSummary summary) {
        var told = new LinkedHashMap<String, Object>();
        told.put("id", conversation.toString());
        told.put("channel", conversation.channel());
        told.put("thread", conversation.thread());
        told.putAll(ApiStand.of(owner));
        if (summary != null) {
            told.put("seq", summary.seq());
            put(told, "person", person(conversation, summary.person()));
            put(told, "persona", summary.persona());
            put(told, "unanswered_since", summary.unanswered());
        }
        return told;
    }

    private static @Nullable Map<String, Object> person(ConversationId conversation, @Nullable Person person) {
        if (person == null) {
            return null;
        }
        var told = new LinkedHashMap<String, Object>();
        told.put("id", person.id());
        put(told, "name", person.name());
        put(told, "locale", person.locale());
        if (Identity.isSignedIn(conversation)) {
            told.put("verified", true);
        }
        return told;
    }

    /** What they told in the form that was open when they asked for a person last. */
    private Map<String, String> slots(ConversationId conversation, UnaryOperator<String> veil) {
        var slots = new TreeMap<String, String>();
        journal.last(conversation, LATELY).reversed().stream()
                .map(entry -> entry.happening() instanceof Happening.Passed passed ? passed.asked() : null)
                .filter(asked -> asked != null)
                .findFirst()
                .ifPresent(asked -> asked.slots().forEach((name, value) -> slots.put(name, veil.apply(value))));
        return slots;
    }

    /** The lines that are new or changed since a place in the journal. */
    List<Map<String, Object>> lines(ConversationId conversation, long after, boolean whole) {
        var veil = veil(conversation, whole);
        return transcripts.thread(conversation, after).stream()
                .filter(line -> !line.form().equals("noted"))
                .map(line -> line(line, veil))
                .toList();
    }

    private static Map<String, Object> line(TranscriptLine line, UnaryOperator<String> veil) {
        var told = new LinkedHashMap<String, Object>();
        told.put("seq", line.seq());
        told.put("changed", line.changed());
        told.put("at", line.at());
        told.put("by", side(line.side()));
        told.put("form", line.form());
        if (line.form().equals("passed")) {
            told.put("state", ApiStates.of(line.owner(), line.name()));
            put(told, whose(line.owner()), line.name());
            put(told, "because", line.text().isEmpty() ? null : line.text().replace(' ', '_'));
        } else {
            put(told, "name", line.name());
            told.put("text", veil.apply(line.text()));
        }
        put(told, "actor", line.actor());
        var fate = line.fate();
        if (fate != null) {
            told.put("delivery", fate.state());
            put(told, "why", fate.why());
        }
        return told;
    }

    /** What the name on a change of hands is the name of. */
    private static String whose(String owner) {
        return switch (owner) {
            case "queued" -> "team";
            case "transfer" -> "to";
            default -> "agent";
        };
    }

    private static String side(Side side) {
        return switch (side) {
            case PERSON -> "person";
            case BOT -> "persona";
            case HUMAN -> "human";
            case DESK -> "desk";
        };
    }

    private UnaryOperator<String> veil(ConversationId conversation, boolean whole) {
        return whole ? UnaryOperator.identity() : veils.over(conversation);
    }

    private static void put(Map<String, Object> told, String name, @Nullable Object value) {
        if (value != null) {
            told.put(name, value);
        }
    }
}
