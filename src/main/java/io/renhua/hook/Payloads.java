package io.renhua.hook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.renhua.connector.JsonBody;
import io.renhua.journal.Happening;
import io.renhua.journal.Journal;
import io.renhua.message.Content;
import io.renhua.message.ConversationId;
import io.renhua.message.Person;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Events in words that stay: {@code type}, {@code timestamp}, {@code version} and {@code data}. Told from the journal alone, so
 * that an event says the same at every try.
 */
public final class Payloads {
    /** Rises when something that was there means something else, or is gone; what is only added does not count. */
    public static final int VERSION = 1;

    private static final int CONTEXT = 60;

    private final Journal journal;
    private final Function<ConversationId, UnaryOperator<String>> veils;

    /** @param veils what may be read of a conversation's words outside the house */
    public Payloads(Journal journal, Function<ConversationId, UnaryOperator<String>> veils) {
        this.journal = journal;
        this.veils = veils;
    }

    /** @param whole with everything that the script masks */
    public ObjectNode of(Event event, boolean whole) {
        var happening = event.entry().happening();
        var conversation = happening.conversation();
        UnaryOperator<String> veil = whole ? UnaryOperator.identity() : veils.apply(conversation);
        var body = body(event.type(), event.id(), happening.at());
        var data = body.putObject("data");
        data.put("seq", event.entry().seq());
        data.put("conversation", conversation.toString());
        data.put("channel", conversation.channel());
        switch (happening) {
            case Happening.Received received -> received(data, received, event.type(), veil);
            case Happening.Settled settled -> settled(data, settled, veil);
            case Happening.Passed passed -> passed(data, event, passed, veil);
            case Happening.Noted noted when event.type() == EventType.NOTE_ADDED -> noted(data, noted, veil);
            case Happening.Noted noted -> merge(data, noted, veil);
            case Happening.Understood understood -> {}
            case Happening.Said said -> {}
        }
        return body;
    }

    /** What shows that events arrive. */
    static ObjectNode test(String id, String hook, Instant at) {
        var body = body(EventType.HOOK_TEST, id, at);
        body.putObject("data").put("hook", hook);
        return body;
    }

    private static ObjectNode body(EventType type, String id, Instant at) {
        var body = JsonBody.object();
        body.put("type", type.word());
        body.put("timestamp", at.toString());
        body.put("version", VERSION);
        body.put("id", id);
        return body;
    }

    private static void received(
            ObjectNode data, Happening.Received received, EventType type, UnaryOperator<String> veil) {
        person(data, received.person());
        if (type == EventType.MESSAGE_RECEIVED) {
            var message = data.putObject("message");
            message.put("id", received.messageId());
            bubble(message, received.content(), veil);
            message.put("sent_at", received.sentAt().toString());
        }
    }

    private void settled(ObjectNode data, Happening.Settled settled, UnaryOperator<String> veil) {
        var message = data.putObject("message");
        message.put("id", settled.outboundId());
        message.put("state", settled.state().name().toLowerCase(Locale.ROOT));
        put(message, "why", settled.why());
        var bubbles = message.putArray("bubbles");
        for (var entry : journal.saidIn(settled.outboundId())) {
            if (entry.happening() instanceof Happening.Said said) {
                message.put("by", Stretch.side(said));
                message.put("name", said.speaker().name());
                put(message, "persona", said.persona());
                put(message, "line", said.line());
                bubble(bubbles.addObject(), said.content(), veil);
            }
        }
    }

    private void passed(ObjectNode data, Event event, Happening.Passed passed, UnaryOperator<String> veil) {
        var stretch =
                Stretch.of(journal.upTo(passed.conversation(), event.entry().seq(), CONTEXT));
        stretch.person().ifPresent(person -> person(data, person));
        stretch.persona().ifPresent(persona -> data.put("persona", persona));
        stretch.locale().ifPresent(locale -> data.put("locale", locale));
        Handoff.tell(data.putObject("handoff"), event.type(), passed, veil);
        if (Handoff.needsLastWords(event.type())) {
            stretch.tell(data.putArray("last"), veil);
        }
    }

    private static void noted(ObjectNode data, Happening.Noted noted, UnaryOperator<String> veil) {
        var note = data.putObject("note");
        note.put("text", veil.apply(noted.why()));
        put(note, "by", noted.actor());
    }

    /** The other's channel, and why; who it is stands with the person, for as long as it is so. */
    private static void merge(ObjectNode data, Happening.Noted noted, UnaryOperator<String> veil) {
        var merge = data.putObject("merge");
        int end = noted.why().indexOf(' ');
        merge.put("channel", end < 0 ? noted.why() : noted.why().substring(0, end));
        put(merge, "why", end < 0 ? null : veil.apply(noted.why().substring(end + 1)));
        put(merge, "by", noted.actor());
    }

    private static void person(ObjectNode data, Person person) {
        var about = data.putObject("person");
        about.put("id", person.id());
        put(about, "name", person.name());
        put(about, "locale", person.locale());
    }

    static void bubble(ObjectNode bubble, Content content, UnaryOperator<String> veil) {
        bubble.put("form", form(content));
        bubble.put("text", veil.apply(content.asText()));
    }

    private static String form(Content content) {
        return switch (content) {
            case Content.Text text -> "text";
            case Content.Choices choices -> "choices";
            case Content.Chosen chosen -> "chosen";
            case Content.Media media -> media.kind().name().toLowerCase(Locale.ROOT);
            case Content.Card card -> "card";
            case Content.Link link -> "link";
            case Content.Place place -> "place";
            case Content.Entered entered -> "entered";
            case Content.Unsupported unsupported -> "unsupported";
        };
    }

    static void put(ObjectNode object, String key, @Nullable String value) {
        if (value != null) {
            object.put(key, value);
        }
    }
}
