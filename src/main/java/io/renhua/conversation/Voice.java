package io.renhua.conversation;

import io.renhua.dialogue.LivePersona;
import io.renhua.dialogue.Move;
import io.renhua.dialogue.Step;
import io.renhua.journal.Happening;
import io.renhua.journal.Journal;
import io.renhua.message.Content;
import io.renhua.message.ConversationId;
import io.renhua.message.Face;
import io.renhua.message.Outbound;
import io.renhua.message.ReplyHandle;
import io.renhua.message.Speaker;
import io.renhua.persona.Persona;
import io.renhua.persona.Problem;
import io.renhua.store.Json;
import io.renhua.store.Transaction;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says things on our side: journals every bubble and puts it into the outbox, in one transaction with what led to it. */
public final class Voice {
    /** The kind of note about words that gave way to others. */
    public static final String HELD_BACK = "held back";

    private final LastLook look = new LastLook();
    private final Journal journal;
    private final OutboxRows rows;
    private final Channels channels;
    private final Pictures pictures;
    private final Clock clock;

    public Voice(Journal journal, OutboxRows rows, Channels channels, Pictures pictures, Clock clock) {
        this.pictures = pictures;
        this.journal = journal;
        this.rows = rows;
        this.channels = channels;
        this.clock = clock;
    }

    /**
     * The persona speaks, once it was judged.
     *
     * @param occasion what it speaks of: a call of the same occasion that is still to be sent is not made twice
     * @param place for the first call
     */
    void persona(
            Transaction transaction,
            ConversationId conversation,
            String occasion,
            Judged judged,
            @Nullable ReplyHandle reply,
            long epoch,
            Place place) {
        var speech = judged.speech();
        var persona = speech.live().persona();
        judged.held()
                .forEach(why -> journal.append(
                        transaction, new Happening.Noted(conversation, clock.instant(), HELD_BACK, why)));
        var speaker =
                new Speaker(Speaker.Kind.BOT, persona.identity().nickname().in(speech.locale()));
        var bubbles = IntStream.range(0, speech.says().size())
                .boxed()
                .flatMap(i ->
                        bubbles(persona, speech.says().get(i), judged.traces().get(i)))
                .toList();
        speak(transaction, conversation, occasion, speaker, bubbles, reply, epoch, place);
    }

    /** The first of them tells why. */
    private Stream<Bubble> bubbles(Persona persona, Move.Say say, String trace) {
        var contents = say.bubbles().stream()
                .map(content -> pictures.of(persona, content))
                .toList();
        var face = pictures.face(persona, say.mood()).orElse(null);
        return IntStream.range(0, contents.size())
                .mapToObj(i -> new Bubble(
                        contents.get(i),
                        face,
                        new Origin(persona.id(), persona.version(), say.source()),
                        null,
                        i == 0 ? trace : null));
    }

    /** Has it judged what may be said; no work for a commit. */
    Judged judged(Speech speech) {
        var held = new ArrayList<String>();
        var says = speech.says().stream().map(say -> look.at(speech, say, held)).toList();
        var traces = says.stream().map(say -> Json.write(say.trace())).toList();
        return new Judged(new Speech(speech.live(), speech.locale(), says), List.copyOf(held), traces);
    }

    /**
     * What may be said.
     *
     * @param held why something was held back, a sentence each
     * @param traces why each is said, as the journal keeps it
     */
    record Judged(Speech speech, List<String> held, List<String> traces) {}

    /** Tells of everything that is found about what is said, by the persona's id. */
    public void onFound(BiConsumer<String, Problem> listener) {
        look.onFound(listener);
    }

    /** What a persona says at once, in one locale. */
    record Speech(LivePersona live, String locale, List<Move.Say> says) {
        static Speech of(LivePersona live, Step step) {
            return new Speech(
                    live,
                    step.locale(),
                    step.moves().stream()
                            .filter(Move.Say.class::isInstance)
                            .map(Move.Say.class::cast)
                            .toList());
        }
    }

    /**
     * A person speaks.
     *
     * @param occasion unique: what they say is said once, however often they send it
     */
    void agent(
            Transaction transaction,
            ConversationId conversation,
            String occasion,
            Signature by,
            List<Content> contents,
            long epoch) {
        if (!Keys.take(transaction, conversation, id(conversation, occasion, 0), clock.instant())) {
            return;
        }
        var bubbles = contents.stream()
                .map(content -> new Bubble(content, null, Origin.NONE, by.login(), null))
                .toList();
        speak(
                transaction,
                conversation,
                occasion,
                new Speaker(Speaker.Kind.HUMAN, by.alias()),
                bubbles,
                null,
                epoch,
                Place.NONE);
    }

    /**
     * Who writes for our side.
     *
     * @param login of their account
     * @param alias what the consumer reads
     */
    record Signature(String login, String alias) {}

    /** Lets words already on their way go out although their speaker has passed the conversation on. */
    void carry(Transaction transaction, ConversationId conversation, long from, long to) {
        rows.carry(transaction, conversation, from, to);
    }

    /** Says nothing more of what waits to be sent. */
    void withhold(Transaction transaction, ConversationId conversation, String why) {
        rows.withhold(transaction, conversation, why);
    }

    /** Says nothing by a way to reply that was offered. */
    void forgo(ConversationId conversation, ReplyHandle handle) {
        channels.named(conversation.channel()).ifPresent(connector -> connector.forgo(handle));
    }

    /** Leaves what a way to reply was offered for to the platform's own desk. */
    void passOn(ConversationId conversation, ReplyHandle handle) {
        channels.named(conversation.channel()).ifPresent(connector -> connector.passOn(handle));
    }

    private void speak(
            Transaction transaction,
            ConversationId conversation,
            String occasion,
            Speaker speaker,
            List<Bubble> bubbles,
            @Nullable ReplyHandle reply,
            long epoch,
            Place place) {
        int call = 0;
        for (var group : grouped(bubbles, bubblesPerCall(conversation))) {
            var id = id(conversation, occasion, call);
            var contents = group.stream().map(Bubble::content).toList();
            var message = new Outbound(id, conversation, contents, speaker.with(face(group)), call == 0 ? reply : null);
            if (rows.add(transaction, message, epoch, place)) {
                group.forEach(bubble -> journal.append(
                        transaction, bubble.said(conversation, clock.instant(), id, speaker, epoch), bubble.trace()));
            }
            call++;
        }
    }

    /** A call shows one face: the first that its bubbles bring. */
    private static @Nullable Face face(List<Bubble> group) {
        return group.stream()
                .map(Bubble::face)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private int bubblesPerCall(ConversationId conversation) {
        return channels.named(conversation.channel())
                .map(connector -> connector.limits().bubblesPerCall())
                .orElse(1);
    }

    private static List<List<Bubble>> grouped(List<Bubble> bubbles, int size) {
        var groups = new ArrayList<List<Bubble>>();
        for (int from = 0; from < bubbles.size(); from += size) {
            groups.add(bubbles.subList(from, Math.min(bubbles.size(), from + size)));
        }
        return groups;
    }

    /** The same words of the same occasion get the same id, so that a turn done again says nothing twice. */
    private static String id(ConversationId conversation, String occasion, int call) {
        return UUID.nameUUIDFromBytes((conversation + "\n" + occasion + "\n" + call).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private record Bubble(
            Content content,
            @Nullable Face face,
            Origin origin,
            @Nullable String actor,
            @Nullable String trace) {
        Happening said(
                ConversationId conversation, java.time.Instant at, String outboundId, Speaker speaker, long epoch) {
            return new Happening.Said(
                    conversation,
                    at,
                    outboundId,
                    content,
                    speaker.with(face),
                    epoch,
                    origin.persona(),
                    origin.version(),
                    origin.line(),
                    actor);
        }
    }

    /** Where in which script words come from; nowhere, for a person's. */
    private record Origin(
            @Nullable String persona,
            @Nullable String version,
            @Nullable String line) {
        static final Origin NONE = new Origin(null, null, null);
    }
}
