package io.renhua.conversation;

import io.renhua.dialogue.Suggesting;
import io.renhua.dialogue.Suggestion;
import io.renhua.handoff.Desk;
import io.renhua.journal.Happening.Received;
import io.renhua.journal.Happening.Said;
import io.renhua.journal.Happening.Settled;
import io.renhua.journal.Journal;
import io.renhua.journal.JournalEntry;
import io.renhua.message.Content;
import io.renhua.message.ConversationId;
import io.renhua.message.Speaker;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the persona would answer to whoever waits for a person's word, found when that person asks for it. */
public final class Suggestions {
    private static final int LATELY = 100;
    /** What is said beside an answer, or in its place while hands change. */
    private static final Set<String> NO_ANSWERS = Set.of("handoff", "disclosure", "feelings");

    private final Journal journal;
    private final Desk desk;
    private final Personas personas;
    private final States states;
    private final Ears ears;
    private final Clock clock;

    public Suggestions(Journal journal, Desk desk, Personas personas, States states, Ears ears, Clock clock) {
        this.journal = journal;
        this.desk = desk;
        this.personas = personas;
        this.states = states;
        this.ears = ears;
        this.clock = clock;
    }

    /**
     * @param persona whose words they are
     * @param unanswered whether anything waits for an answer
     */
    public record Offered(String persona, String version, boolean unanswered, List<Suggestion> suggestions) {
        public Offered {
            suggestions = List.copyOf(suggestions);
        }
    }

    /** For the agent who has the conversation; empty where it is somebody else. */
    public Optional<Offered> to(ConversationId conversation, String agent) {
        var owner = desk.ownerOf(conversation);
        if (owner.speaker().filter(agent::equals).isEmpty()) {
            return Optional.empty();
        }
        var remembered = states.load(conversation);
        var live = personas.atHand(conversation, remembered, clock);
        var unanswered = unanswered(journal.last(conversation, LATELY));
        var found = unanswered.isEmpty()
                ? List.<Suggestion>of()
                : new Suggesting(live, remembered.state(), ears.moment(conversation, owner)).to(unanswered);
        return Optional.of(new Offered(live.persona().id(), live.persona().version(), !unanswered.isEmpty(), found));
    }

    /** Every bubble of theirs since the last that answered them. */
    private static List<Content> unanswered(List<JournalEntry> lately) {
        var unsaid = lately.stream()
                .map(JournalEntry::happening)
                .filter(happening -> happening instanceof Settled settled && settled.state() == Settled.State.WITHHELD)
                .map(happening -> ((Settled) happening).outboundId())
                .collect(Collectors.toSet());
        var bubbles = new ArrayList<Content>();
        for (var entry : lately.reversed()) {
            if (entry.happening() instanceof Said said && !unsaid.contains(said.outboundId()) && answers(said)) {
                break;
            }
            if (entry.happening() instanceof Received received) {
                bubbles.addFirst(received.content());
            }
        }
        return bubbles;
    }

    private static boolean answers(Said said) {
        var line = said.line() == null ? "" : said.line();
        return said.speaker().kind() == Speaker.Kind.HUMAN || !NO_ANSWERS.contains(line.replaceAll("\\..*", ""));
    }
}
