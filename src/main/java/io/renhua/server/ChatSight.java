package io.renhua.server;

import io.renhua.journal.Happening;
import io.renhua.journal.JournalEntry;
import io.renhua.message.Content;
import io.renhua.message.Speaker;
import io.renhua.text.Language;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * What of a conversation its visitor gets to see. Our words show once they are delivered, so that withheld ones never
 * do. Follows one conversation in order; lives in one thread at a time.
 */
final class ChatSight {
    private static final int MOST_UNDELIVERED = 100;

    private final Deque<Happening.Said> undelivered = new ArrayDeque<>();

    /** What an entry shows; often nothing. */
    List<ChatEvent> of(JournalEntry entry) {
        return switch (entry.happening()) {
            case Happening.Received received -> heard(entry.seq(), received);
            case Happening.Said said -> held(said);
            case Happening.Settled settled -> settled(entry.seq(), settled);
            case Happening.Passed passed -> List.of(new ChatEvent.Owner(entry.seq(), speaker(passed)));
            case Happening.Understood understood -> List.of();
            case Happening.Noted noted -> List.of();
        };
    }

    private static List<ChatEvent> heard(long seq, Happening.Received received) {
        var content = received.content();
        if (content instanceof Content.Entered || content instanceof Content.Unsupported) {
            return List.of();
        }
        var id = received.messageId();
        var own = id.substring(id.indexOf('/') + 1);
        return List.of(new ChatEvent.Bubble(seq, own, "person", null, null, language(content), received.at(), content));
    }

    private List<ChatEvent> held(Happening.Said said) {
        if (undelivered.size() == MOST_UNDELIVERED) {
            undelivered.removeFirst();
        }
        undelivered.addLast(said);
        return List.of();
    }

    /** Whose word is next, as far as whoever writes needs to know: the persona's, a person's, or nobody's yet. */
    private static String speaker(Happening.Passed passed) {
        return switch (passed.owner()) {
            case "human", "transfer", "outside" -> "human";
            case "queued", "offered" -> "queued";
            case "hold" -> passed.by() == null ? "bot" : "human";
            default -> "bot";
        };
    }

    private List<ChatEvent> settled(long seq, Happening.Settled settled) {
        return switch (settled.state()) {
            case SENT -> show(seq, settled.outboundId());
            case REFUSED, WITHHELD -> {
                take(settled.outboundId());
                yield List.of();
            }
            case POSTPONED, IN_DOUBT -> List.of();
        };
    }

    private List<ChatEvent> show(long seq, String outboundId) {
        List<ChatEvent> shown = new ArrayList<>();
        for (var said : take(outboundId)) {
            shown.add(new ChatEvent.Bubble(
                    seq,
                    outboundId + "." + shown.size(),
                    said.speaker().kind() == Speaker.Kind.BOT ? "bot" : "human",
                    said.speaker().name(),
                    said.speaker().face(),
                    language(said.content()),
                    said.at(),
                    said.content()));
        }
        return shown;
    }

    private List<Happening.Said> take(String outboundId) {
        var taken = undelivered.stream()
                .filter(said -> said.outboundId().equals(outboundId))
                .toList();
        undelivered.removeAll(taken);
        return taken;
    }

    private static @org.jspecify.annotations.Nullable String language(Content content) {
        return Language.of(content.asText()).orElse(null);
    }
}
