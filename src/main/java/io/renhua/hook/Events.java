package io.renhua.hook;

import io.renhua.journal.Happening;
import io.renhua.journal.Journal;
import io.renhua.journal.JournalEntry;
import io.renhua.message.Content;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the journal tells others: the same events, with the same ids, whenever and wherever it is read. */
public final class Events {
    private static final int BEFORE = 0;
    private static final int ITSELF = 1;

    /** What notes tell others, by their kind: one that somebody writes, and what is said of who is one person. */
    private static final Map<String, EventType> NOTED = Map.of(
            "note", EventType.NOTE_ADDED,
            "merged", EventType.PERSON_MERGED,
            "merge_restored", EventType.PERSON_MERGED,
            "merge_undone", EventType.PERSON_SEPARATED,
            "separated", EventType.PERSON_SEPARATED);

    private final Journal journal;

    public Events(Journal journal) {
        this.journal = journal;
    }

    /** What is to be told of an entry, in order. */
    public List<Event> of(JournalEntry entry, Set<EventType> wanted) {
        return Stream.concat(
                        first(entry, wanted).map(type -> new Event(type, BEFORE, entry)).stream(),
                        itself(entry).map(type -> new Event(type, ITSELF, entry)).stream())
                .filter(event -> wanted.contains(event.type()))
                .toList();
    }

    /** The event of an id; empty when there is none, or nothing is kept of it any more. */
    Optional<Event> named(String id, Set<EventType> wanted) {
        if (!id.matches("evt_[0-9]{1,18}_[01]")) {
            return Optional.empty();
        }
        long seq = Long.parseLong(id.substring(4, id.length() - 2));
        return journal.at(seq).stream()
                .flatMap(entry -> of(entry, wanted).stream())
                .filter(event -> event.id().equals(id))
                .findFirst();
    }

    private Optional<EventType> first(JournalEntry entry, Set<EventType> wanted) {
        return entry.happening() instanceof Happening.Received received
                        && wanted.contains(EventType.CONVERSATION_STARTED)
                        && journal.lastBefore(received.conversation(), entry.seq(), Happening.Received.class)
                                .isEmpty()
                ? Optional.of(EventType.CONVERSATION_STARTED)
                : Optional.empty();
    }

    private Optional<EventType> itself(JournalEntry entry) {
        return switch (entry.happening()) {
            case Happening.Received received ->
                received.content() instanceof Content.Entered
                        ? Optional.empty()
                        : Optional.of(EventType.MESSAGE_RECEIVED);
            case Happening.Settled settled -> settled(settled.state());
            case Happening.Passed passed -> passed(passed, entry.seq());
            case Happening.Noted noted -> Optional.ofNullable(NOTED.get(noted.kind()));
            case Happening.Understood understood -> Optional.empty();
            case Happening.Said said -> Optional.empty(); // told once it is known what became of it
        };
    }

    private static Optional<EventType> settled(Happening.Settled.State state) {
        return switch (state) {
            case SENT -> Optional.of(EventType.MESSAGE_SENT);
            case IN_DOUBT -> Optional.of(EventType.MESSAGE_IN_DOUBT);
            case REFUSED, WITHHELD -> Optional.of(EventType.MESSAGE_FAILED);
            case POSTPONED -> Optional.empty(); // is tried again, and told then
        };
    }

    private Optional<EventType> passed(Happening.Passed passed, long seq) {
        var before = journal.lastBefore(passed.conversation(), seq, Happening.Passed.class)
                .map(entry -> (Happening.Passed) entry.happening())
                .orElse(null);
        return Handed.over(before, passed);
    }

    /** What a change of hands is, seen from outside. */
    private static final class Handed {
        private static final Set<String> WITHOUT_PERSON = Set.of("bot", "queued", "closed", "wrap");

        private Handed() {}

        static Optional<EventType> over(Happening.@Nullable Passed before, Happening.Passed now) {
            var from = before == null ? "bot" : before.owner();
            boolean nobodysHold = from.equals("hold") && before != null && before.by() == null;
            return switch (now.owner()) {
                case "queued" ->
                    Optional.of(
                            WITHOUT_PERSON.contains(from) || nobodysHold
                                    ? EventType.HANDOFF_REQUESTED
                                    : EventType.HANDOFF_RETURNED);
                case "offered" -> Optional.of(EventType.HANDOFF_OFFERED);
                case "human" -> Optional.of(EventType.HANDOFF_CLAIMED);
                case "outside" -> Optional.of(EventType.HANDOFF_OUTSIDE);
                case "transfer" -> Optional.of(EventType.HANDOFF_TRANSFERRED);
                case "hold" -> Optional.of(now.by() == null ? EventType.HANDOFF_LEFT_WORD : EventType.HANDOFF_PUT_OFF);
                case "wrap" -> Optional.of(EventType.HANDOFF_RESOLVED);
                case "closed" -> Optional.of(ended(now.why()));
                case "bot" -> toPersona(from, nobodysHold);
                default -> Optional.empty(); // of a newer version
            };
        }

        private static EventType ended(@Nullable String why) {
            return switch (why) {
                case "left" -> EventType.CONVERSATION_LEFT;
                case "blocked" -> EventType.CONVERSATION_BLOCKED;
                case null, default -> EventType.HANDOFF_CLOSED;
            };
        }

        private static Optional<EventType> toPersona(String from, boolean nobodysHold) {
            return switch (from) {
                case "queued", "offered" -> Optional.of(EventType.HANDOFF_WITHDRAWN);
                case "hold" -> Optional.of(nobodysHold ? EventType.HANDOFF_WITHDRAWN : EventType.HANDOFF_RELEASED);
                case "human", "transfer", "outside" -> Optional.of(EventType.HANDOFF_RELEASED);
                case "wrap" -> Optional.of(EventType.HANDOFF_CLOSED); // they wrote before its time was up
                default -> Optional.empty(); // it was over already
            };
        }
    }
}
