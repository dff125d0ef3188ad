package io.renhua.learning;

import io.renhua.journal.Happening.Noted;
import io.renhua.journal.Happening.Passed;
import io.renhua.journal.Happening.Received;
import io.renhua.journal.Happening.Said;
import io.renhua.journal.Happening.Settled;
import io.renhua.journal.Happening.Understood;
import io.renhua.journal.JournalEntry;
import io.renhua.message.Choice;
import io.renhua.message.Content;
import io.renhua.message.Entry;
import io.renhua.message.Speaker;
import io.renhua.text.Fold;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One conversation while it is followed: what was heard and not yet understood, and whom that left standing. */
final class Talk {
    private final Function<String, @Nullable UnaryOperator<String>> masks;
    private final List<Heard> heard = new ArrayList<>();
    private final List<Bubble> open = new ArrayList<>();
    private List<Choice> offered = List.of();
    private final List<Bubble> doubted = new ArrayList<>(); // counts once the persona says that it did not understand
    private boolean deciding;
    private long began = Long.MAX_VALUE;
    private Instant last = Instant.MIN;

    private record Heard(long seq, Received received) {}

    Talk(Function<String, @Nullable UnaryOperator<String>> masks) {
        this.masks = masks;
    }

    List<Bubble> follow(JournalEntry entry) {
        boolean sameTurn = deciding;
        deciding = entry.happening() instanceof Understood;
        if (deciding && !sameTurn) {
            doubted.clear(); // another turn begins
        }
        return switch (entry.happening()) {
            case Received received -> heard(entry.seq(), received);
            case Understood understood -> understood(entry.seq(), understood);
            case Said said -> said(said);
            case Passed passed -> passed(passed);
            case Settled settled -> List.of();
            case Noted noted -> List.of();
        };
    }

    /** After a long silence nobody waits any more. */
    List<Bubble> quiet(Instant now) {
        if (last.equals(Instant.MIN) || !last.plus(Follower.PATIENCE).isBefore(now)) {
            return List.of();
        }
        heard.clear();
        doubted.clear();
        return end(Aftermath.LEFT, null);
    }

    boolean isOver() {
        return heard.isEmpty() && open.isEmpty() && doubted.isEmpty();
    }

    long begin() {
        return began;
    }

    private List<Bubble> heard(long seq, Received received) {
        if (received.content() instanceof Content.Entered(var entry)) {
            return entry instanceof Entry.Left ? end(Aftermath.LEFT, null) : List.of();
        }
        began = isOver() ? seq : began;
        last = received.at();
        heard.add(new Heard(seq, received));
        return List.of();
    }

    private List<Bubble> understood(long seq, Understood understood) {
        last = understood.at();
        var burst = burst(understood.messageId());
        var meant = understood.intent();
        if (meant == null) {
            bubble(seq, understood, burst).ifPresent(doubted::add);
            return List.of();
        }
        if (meant.startsWith("handoff.")) {
            return end(Aftermath.PERSON, null);
        }
        boolean pressed = burst.stream().anyMatch(this::isOffered);
        if (meant.startsWith("small_talk.") && !pressed) {
            return List.of(); // who says thanks, or never mind, has still not been answered
        }
        return end(pressed ? Aftermath.PRESSED : Aftermath.REPHRASED, meant);
    }

    /** A turn answers the message it names, and whatever came before it and had no turn of its own. */
    private List<Received> burst(String messageId) {
        var ids = heard.stream().map(each -> each.received.messageId()).toList();
        var burst = heard.subList(0, ids.lastIndexOf(messageId) + 1);
        var received = burst.stream().map(Heard::received).toList();
        burst.clear();
        return received;
    }

    private boolean isOffered(Received received) {
        var words = Fold.key(received.content().asText());
        return received.content() instanceof Content.Chosen
                || offered.stream().anyMatch(choice -> Fold.key(choice.label()).equals(words));
    }

    private Optional<Bubble> bubble(long seq, Understood understood, List<Received> burst) {
        var mask = masks.apply(understood.persona());
        var words = burst.stream().map(received -> words(received.content())).collect(Collectors.joining(" "));
        if (mask == null || words.codePoints().noneMatch(Character::isLetterOrDigit)) {
            return Optional.empty();
        }
        return Optional.of(new Bubble(
                seq,
                understood.at(),
                nobody(burst.getFirst()),
                understood.persona(),
                understood.version(),
                understood.locale(),
                mask.apply(words),
                understood.confidence(),
                understood.band(),
                Aftermath.OPEN,
                null));
    }

    /** What an example could be made of. */
    static String words(Content content) {
        return switch (content) {
            case Content.Text(var body) -> body;
            case Content.Media(var kind, var location, var description) -> description;
            case Content.Chosen(var key, var label) -> label;
            case Content.Choices choices -> "";
            case Content.Card card -> "";
            case Content.Link link -> "";
            case Content.Place place -> "";
            case Content.Entered entered -> "";
            case Content.Unsupported unsupported -> "";
        };
    }

    /** The same for the same person, and no name to read. */
    static String nobody(Received received) {
        var person = received.conversation().channel() + "/" + received.person().id();
        return UUID.nameUUIDFromBytes(person.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private List<Bubble> said(Said said) {
        last = said.at();
        if (said.speaker().kind() == Speaker.Kind.HUMAN) {
            return end(Aftermath.PERSON, null);
        }
        if (said.content() instanceof Content.Choices(var prompt, var choices)) {
            offered = choices;
        }
        var line = said.line();
        return line != null && line.startsWith("unknown.") ? stand() : List.of();
    }

    /** What was in doubt was indeed not understood. */
    private List<Bubble> stand() {
        var stood = List.copyOf(doubted);
        doubted.clear();
        open.addAll(stood);
        return stood;
    }

    private List<Bubble> passed(Passed passed) {
        heard.clear(); // whoever has it now reads them
        if (passed.owner().equals("bot")) {
            return List.of();
        }
        stand();
        return end(Aftermath.PERSON, null);
    }

    private List<Bubble> end(Aftermath how, @Nullable String line) {
        var ended = open.stream().map(bubble -> bubble.ending(how, line)).toList();
        open.clear();
        return ended;
    }
}
