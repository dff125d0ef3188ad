package io.renhua.learning;

import io.renhua.journal.Happening;
import io.renhua.journal.Happening.Noted;
import io.renhua.journal.Happening.Passed;
import io.renhua.journal.Happening.Received;
import io.renhua.journal.Happening.Said;
import io.renhua.journal.Happening.Understood;
import io.renhua.journal.Journal;
import io.renhua.journal.JournalEntry;
import io.renhua.learning.Bubble.Told;
import io.renhua.lint.Masking;
import io.renhua.message.ConversationId;
import io.renhua.message.Speaker;
import io.renhua.persona.Persona;
import io.renhua.store.Store;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes in what people at the desk say that the persona answered wrongly. */
public final class WrongAnswers {
    /** The kind of note that somebody said so. */
    public static final String WRONG = "wrong";

    /** Further back than what is answered at once ever reaches. */
    private static final int BACK = 200;

    private final Store store;
    private final Journal journal;
    private final Function<String, Optional<Persona>> personas;
    private final Clock clock;

    /** @param personas those whose scripts can be read, by id: they say what may be kept, and how long */
    public WrongAnswers(Store store, Journal journal, Function<String, Optional<Persona>> personas, Clock clock) {
        this.store = store;
        this.journal = journal;
        this.personas = personas;
        this.clock = clock;
    }

    /** What came of it. */
    public enum Taken {
        IN,
        /** The script learns nothing from chats, so that no words of them may be kept. */
        NEVER,
        /** The script has no such line. */
        NO_LINE,
        /** No persona said that, or it answered nobody's words. */
        NO_ANSWER
    }

    /**
     * Somebody says that a bubble was wrong.
     *
     * @param seq the bubble's place in the journal
     * @param instead the line that would have been right; null where they do not say
     * @param by their login
     */
    public Taken take(ConversationId conversation, long seq, @Nullable String instead, String by) {
        var before = journal.upTo(conversation, seq, BACK);
        if (before.isEmpty()
                || before.getLast().seq() != seq
                || !(before.getLast().happening() instanceof Said said)) {
            return Taken.NO_ANSWER;
        }
        var persona =
                said.persona() == null ? null : personas.apply(said.persona()).orElse(null);
        var turn = turn(before);
        if (said.speaker().kind() != Speaker.Kind.BOT || persona == null || said.line() == null || turn == null) {
            return Taken.NO_ANSWER;
        }
        if (!persona.privacy().learns()) {
            return Taken.NEVER;
        }
        if (instead != null && !persona.lines().containsKey(instead)) {
            return Taken.NO_LINE;
        }
        keep(conversation, bubble(seq, persona, turn, instead), new Told(said.line(), by), persona);
        return Taken.IN;
    }

    private void keep(ConversationId conversation, Bubble bubble, Told told, Persona persona) {
        var now = clock.instant();
        var until = bubble.at()
                .atZone(ZoneOffset.UTC)
                .plus(persona.privacy().chat())
                .toInstant();
        var words = bubble.line() == null ? told.answered() : told.answered() + " → " + bubble.line();
        store.write(conversation.toString(), transaction -> {
            WrongRows.put(transaction, conversation, bubble, told, until);
            journal.append(transaction, new Happening.Noted(conversation, now, WRONG, words, told.by()));
        });
    }

    private static Bubble bubble(long seq, Persona persona, Turn turn, @Nullable String instead) {
        var understood = turn.understood();
        return new Bubble(
                seq,
                understood.at(),
                Talk.nobody(turn.received().getFirst()),
                persona.id(),
                understood.version(),
                understood.locale(),
                Masking.of(persona)
                        .mask(turn.received().stream()
                                .map(received -> Talk.words(received.content()))
                                .collect(Collectors.joining(" "))),
                understood.confidence(),
                understood.band(),
                Aftermath.WRONG,
                instead);
    }

    /** What was said, and how it was understood. */
    private record Turn(Understood understood, List<Received> received) {}

    /** What was understood last before it was said; null where nothing was. */
    private static @Nullable Turn turn(List<JournalEntry> before) {
        Understood last = null;
        var messages = new HashSet<String>();
        for (var entry : before.reversed()) {
            if (entry.happening() instanceof Understood understood) {
                last = last == null ? understood : last;
                messages.add(understood.messageId());
            } else if (last != null || !isOfTheTurn(entry.happening())) {
                break;
            }
        }
        var received = before.stream()
                .map(JournalEntry::happening)
                .filter(happening -> happening instanceof Received each && messages.contains(each.messageId()))
                .map(Received.class::cast)
                .toList();
        return last == null || received.isEmpty() ? null : new Turn(last, received);
    }

    private static boolean isOfTheTurn(Happening happening) {
        return happening instanceof Said
                || happening instanceof Passed
                || happening instanceof Noted
                || happening instanceof Happening.Settled;
    }
}
