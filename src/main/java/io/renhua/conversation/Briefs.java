package io.renhua.conversation;

import io.renhua.dialogue.Brief;
import io.renhua.handoff.Desk;
import io.renhua.handoff.Ownership;
import io.renhua.handoff.Ratings;
import io.renhua.handoff.Ratings.Asked;
import io.renhua.handoff.Request;
import io.renhua.handoff.Stretch;
import io.renhua.handoff.Stretches;
import io.renhua.journal.Happening;
import io.renhua.journal.Happening.Passed;
import io.renhua.journal.Journal;
import io.renhua.journal.JournalEntry;
import io.renhua.message.Content;
import io.renhua.message.ConversationId;
import io.renhua.nlu.FeelingReader;
import io.renhua.store.Store;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What an agent reads in the place of a transcript: why somebody came, what they want and how it went before. */
public final class Briefs {
    private static final FeelingReader FEELINGS = new FeelingReader();
    private static final int LATELY = 300;
    private static final int CURVE = 24;

    private final Store store;
    private final Desk desk;
    private final Ratings ratings;
    private final Personas personas;
    private final States states;
    private final Ears ears;
    private final Timers timers;
    private final Journal journal;
    private final Clock clock;

    public Briefs(
            Store store,
            Desk desk,
            Ratings ratings,
            Personas personas,
            States states,
            Ears ears,
            Timers timers,
            Journal journal,
            Clock clock) {
        this.store = store;
        this.desk = desk;
        this.ratings = ratings;
        this.personas = personas;
        this.states = states;
        this.ears = ears;
        this.timers = timers;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * @param persona that speaks in it, by its id
     * @param parts what the script tells agents, in its order
     * @param feelings of their last messages, from -1 to 1, the oldest first
     * @param facts what the script remembers of them
     * @param known what the company's own systems know of them besides
     * @param promised until when a person was promised; null where nobody waits
     * @param earlier what was resolved before, the latest first
     * @param rated what they said of the help they had last; null where they were not asked
     */
    public record Told(
            String persona,
            List<Brief.Part> parts,
            List<Double> feelings,
            Map<String, String> facts,
            Map<String, String> known,
            @Nullable Instant promised,
            List<Earlier> earlier,
            @Nullable Asked rated) {

        /** Every value of it by its name; of two, that which agents are told. */
        public Map<String, String> values() {
            var values = new TreeMap<>(known);
            values.putAll(facts);
            for (var part : parts) {
                var value = part.value();
                if (value != null) {
                    values.put(part.name(), value);
                }
            }
            return values;
        }
    }

    /**
     * A stretch with a person.
     *
     * @param agent the login of whoever resolved it
     */
    public record Earlier(Instant at, @Nullable String topic, String agent) {}

    public Told of(ConversationId conversation) {
        var remembered = states.load(conversation);
        var live = personas.atHand(conversation, remembered, clock);
        var owner = desk.ownerOf(conversation);
        var lately = journal.last(conversation, LATELY);
        var reason =
                owner.asked().map(Request::why).or(() -> lastReason(lately)).orElse(null);
        var silence = live.silence(ears.moment(conversation, owner));
        var facts = remembered.state().memory().facts();
        var known = new TreeMap<>(ears.known(conversation).facts());
        known.keySet().removeAll(facts.keySet()); // the persona goes by what they said last
        return new Told(
                live.persona().id(),
                Brief.of(live.persona(), remembered.state(), silence, reason).parts(),
                feelings(lately),
                facts,
                known,
                owner.asked().flatMap(_ -> timers.promised(conversation)).orElse(null),
                earlier(conversation, owner),
                ratings.latest(store, conversation).orElse(null));
    }

    private static Optional<String> lastReason(List<JournalEntry> lately) {
        return lately.reversed().stream()
                .map(JournalEntry::happening)
                .filter(happening ->
                        happening instanceof Passed passed && passed.owner().equals("queued"))
                .map(happening -> ((Passed) happening).why())
                .findFirst();
    }

    private static List<Double> feelings(List<JournalEntry> lately) {
        var all = lately.stream()
                .map(JournalEntry::happening)
                .filter(Happening.Received.class::isInstance)
                .map(happening -> ((Happening.Received) happening).content())
                .filter(content -> content instanceof Content.Text || content instanceof Content.Chosen)
                .map(content -> FEELINGS.read(content.asText()).score())
                .toList();
        return all.subList(Math.max(0, all.size() - CURVE), all.size());
    }

    /** What was resolved before; not what is just being resolved, and can still be taken back. */
    private List<Earlier> earlier(ConversationId conversation, Ownership owner) {
        return Stretches.in(store, conversation).stream()
                .skip(owner instanceof Ownership.Wrap ? 1 : 0)
                .filter(Stretch::isResolved)
                .map(stretch -> new Earlier(
                        Objects.requireNonNullElse(stretch.ended(), stretch.joined()),
                        stretch.topic(),
                        stretch.agent()))
                .toList();
    }
}
