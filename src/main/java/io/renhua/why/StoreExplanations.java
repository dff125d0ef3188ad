package io.renhua.why;

import io.renhua.dialogue.Hearing;
import io.renhua.dialogue.Reason;
import io.renhua.dialogue.Trace;
import io.renhua.journal.Happening.Noted;
import io.renhua.journal.Happening.Passed;
import io.renhua.journal.Happening.Received;
import io.renhua.journal.Happening.Said;
import io.renhua.journal.Happening.Understood;
import io.renhua.journal.Journal;
import io.renhua.journal.JournalEntry;
import io.renhua.message.Content;
import io.renhua.message.ConversationId;
import io.renhua.message.Speaker;
import io.renhua.store.Json;
import io.renhua.text.Fold;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Read from the journal, and from the versions that spoke. */
public final class StoreExplanations implements Explanations {
    /** Further back than a breath and what is said to it ever reaches. */
    private static final int BACK = 200;

    /** So many more come in than say something that is not understood, and are passed over. */
    private static final int WITHOUT_WORDS = 20;

    /** Nobody could say what is personal in them. */
    private static final String UNMASKABLE = "…";

    private final Journal journal;
    private final Scripts scripts;

    public StoreExplanations(Journal journal, Scripts scripts) {
        this.journal = journal;
        this.scripts = scripts;
    }

    @Override
    public Optional<Explanation> of(long bubble) {
        return journal.at(bubble).flatMap(this::explained);
    }

    @Override
    public List<Explanation> last(@Nullable String persona, int most) {
        return journal.lastSaid(persona, most).stream()
                .flatMap(entry -> explained(entry).stream())
                .toList();
    }

    @Override
    public List<Explanation> lastMissed(@Nullable String persona, int most) {
        return journal.lastMissed(persona, (int) Math.min(Integer.MAX_VALUE, (long) most * WITHOUT_WORDS)).stream()
                .flatMap(entry -> explained(entry).stream())
                .limit(most)
                .toList();
    }

    private Optional<Explanation> explained(JournalEntry entry) {
        return switch (entry.happening()) {
            case Said said when said.speaker().kind() == Speaker.Kind.BOT -> Optional.of(explained(entry.seq(), said));
            case Received received -> taken(entry.seq(), received).flatMap(this::missed);
            case Understood _ -> missed(entry);
            default -> Optional.empty();
        };
    }

    /** Whoever comes in says nothing yet. */
    private static boolean isWithoutWords(Received received) {
        return received.content() instanceof Content.Entered;
    }

    /** What a message was taken for. */
    private Optional<JournalEntry> taken(long seq, Received received) {
        return journal.after(received.conversation(), seq, BACK).stream()
                .filter(entry -> entry.happening() instanceof Understood understood
                        && understood.messageId().equals(received.messageId()))
                .findFirst();
    }

    private Optional<Explanation> missed(JournalEntry entry) {
        if (!(entry.happening() instanceof Understood understood) || understood.intent() != null) {
            return Optional.empty();
        }
        var conversation = understood.conversation();
        var received = journal.upTo(conversation, entry.seq(), BACK).reversed().stream()
                .filter(before -> before.happening() instanceof Received message
                        && message.messageId().equals(understood.messageId()))
                .findFirst();
        if (received.isEmpty() || isWithoutWords((Received) received.get().happening())) {
            return Optional.empty(); // its words are not kept any more, or there never were any
        }
        var script = scripts.of(understood.persona(), understood.version());
        var mask = mask(script);
        var heard = mask.apply(((Received) received.get().happening()).content().asText());
        var trace = hearing(entry.seq())
                .map(reading -> new Trace(new Reason.Missed(1), understood.locale(), reading, null, null, List.of()))
                .orElse(null);
        return Optional.of(new Explanation(
                received.get().seq(),
                conversation.toString(),
                understood.at(),
                understood.persona(),
                understood.version(),
                Explanation.MISSED,
                mask.apply(saidTo(conversation, entry.seq())),
                List.of(heard),
                Fold.key(heard),
                trace,
                trace == null
                        ? null
                        : script.map(each -> each.of(trace, Explanation.MISSED, heard))
                                .orElse(null)));
    }

    private Optional<Trace.Reading> hearing(long seq) {
        return Optional.ofNullable(journal.hearings(seq - 1, seq).get(seq))
                .flatMap(json -> Json.readable(json, Hearing.class))
                .map(Hearing::reading);
    }

    /** Our words until they wrote again. */
    private String saidTo(ConversationId conversation, long seq) {
        return journal.after(conversation, seq, BACK).stream()
                .map(JournalEntry::happening)
                .takeWhile(happening -> !(happening instanceof Received))
                .filter(Said.class::isInstance)
                .map(happening -> ((Said) happening).content().asText())
                .collect(Collectors.joining("\n"));
    }

    private static UnaryOperator<String> mask(Optional<Explainer> script) {
        return script.<UnaryOperator<String>>map(each -> each::masked).orElse(words -> UNMASKABLE);
    }

    private Explanation explained(long seq, Said said) {
        var persona = Objects.requireNonNullElse(said.persona(), "");
        var version = Objects.requireNonNullElse(said.version(), "");
        var source = Objects.requireNonNullElse(said.line(), "");
        var script = scripts.of(persona, version);
        var trace = journal.trace(said.conversation(), seq)
                .flatMap(json -> Json.readable(json, Trace.class))
                .orElse(null);
        var mask = mask(script);
        var heard = trace == null || trace.reading() == null
                ? List.<String>of()
                : heard(journal.upTo(said.conversation(), seq, BACK), trace.reading()).stream()
                        .map(mask)
                        .toList();
        var whole = String.join(" ", heard);
        return new Explanation(
                seq,
                said.conversation().toString(),
                said.at(),
                persona,
                version,
                source,
                mask.apply(said.content().asText()),
                heard,
                Fold.key(whole),
                trace,
                trace == null
                        ? null
                        : script.map(each -> each.of(trace, source, whole)).orElse(null));
    }

    /** The words of a turn's bubbles: those understood last before it was said, but for what came after. */
    private static List<String> heard(List<JournalEntry> before, Trace.Reading reading) {
        var messages = new ArrayList<String>();
        for (var entry : before.reversed()) {
            if (entry.happening() instanceof Understood understood) {
                messages.addFirst(understood.messageId());
            } else if (!messages.isEmpty() || !ofTheTurn(entry)) {
                break;
            }
        }
        int end = Math.max(0, messages.size() - reading.later());
        var answered = messages.subList(Math.max(0, end - reading.bubbles()), end);
        return before.stream()
                .filter(entry ->
                        entry.happening() instanceof Received received && answered.contains(received.messageId()))
                .map(entry -> ((Received) entry.happening()).content().asText())
                .toList();
    }

    /** What stands between a breath and what is said to it. */
    private static boolean ofTheTurn(JournalEntry entry) {
        return entry.happening() instanceof Said
                || entry.happening() instanceof Passed
                || entry.happening() instanceof Noted;
    }

    /** The store belongs to whoever opened it. */
    @Override
    public void close() {}
}
