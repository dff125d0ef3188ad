package io.renhua.search;

import io.renhua.journal.Happening;
import io.renhua.journal.JournalEntry;
import io.renhua.message.Content;
import io.renhua.message.ConversationId;
import io.renhua.nlu.Feeling;
import io.renhua.nlu.FeelingReader;
import io.renhua.store.Transaction;
import io.renhua.text.Fold;
import io.renhua.text.WrittenNumbers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What searches go by, of a few happenings. Not safe to share. */
final class SearchRows {
    /** The happenings that leave a row. */
    static final Set<String> KINDS = Stream.of(
                    Happening.Received.class, Happening.Said.class, Happening.Passed.class, Happening.Understood.class)
            .map(Class::getSimpleName)
            .collect(Collectors.toUnmodifiableSet());

    private static final FeelingReader FEELINGS = new FeelingReader();
    private static final int LONGEST_TRAIT = 300;

    private static final String BUBBLE = """
            insert into searched_bubble (seq, conversation, at, words, feeling) values (?, ?, ?, ?, ?) on conflict do nothing""";
    private static final String NUMBER = """
            insert into searched_number (written, seq) values (?, ?) on conflict do nothing""";
    private static final String TRAIT = """
            insert into searched_trait (kind, trait, conversation) values (?, ?, ?) on conflict do nothing""";

    private static final Set<String> ENDS = Set.of("left", "blocked", "spam");

    private final List<Bubble> bubbles = new ArrayList<>();
    private final Set<Trait> traits = new HashSet<>();

    /**
     * @param words without width, case and script
     * @param numbers that it may be said to hold
     */
    private record Bubble(
            long seq,
            String conversation,
            Instant at,
            String words,
            Set<String> numbers,
            @Nullable String feeling) {
        static Bubble of(JournalEntry entry, Content content, @Nullable String feeling) {
            var happening = entry.happening();
            var words = content.asText();
            return new Bubble(
                    entry.seq(),
                    happening.conversation().toString(),
                    happening.at(),
                    Fold.plain(words),
                    WrittenNumbers.in(words),
                    feeling);
        }
    }

    private record Trait(String kind, String value, String conversation) {}

    static SearchRows of(List<JournalEntry> entries) {
        var rows = new SearchRows();
        entries.forEach(rows::take);
        return rows;
    }

    private void take(JournalEntry entry) {
        switch (entry.happening()) {
            case Happening.Received received -> {
                bubbles.add(Bubble.of(entry, received.content(), feeling(received.content())));
                trait("channel", received.conversation().channel(), received.conversation());
                trait("person", received.person().id(), received.conversation());
                var name = received.person().name();
                trait("name", name == null ? "" : Fold.plain(name), received.conversation());
            }
            case Happening.Said said -> {
                bubbles.add(Bubble.of(entry, said.content(), null));
                trait("persona", said.persona() == null ? "" : said.persona(), said.conversation());
            }
            case Happening.Passed passed -> {
                var asked = passed.asked();
                var why = asked == null ? plainly(passed) : asked.why();
                trait("reason", why == null ? "" : why, passed.conversation());
            }
            case Happening.Understood understood -> trait("persona", understood.persona(), understood.conversation());
            case Happening.Settled settled -> {}
            case Happening.Noted noted -> {}
        }
    }

    /** Of a request before it went along with a change of hands, and of an end that nobody resolved. */
    private static @Nullable String plainly(Happening.Passed passed) {
        boolean ended = passed.owner().equals("closed") && ENDS.contains(String.valueOf(passed.why()));
        return passed.owner().equals("queued") || ended ? passed.why() : null;
    }

    /** Only what they say plainly; everybody else is not looked for by it. */
    private static @Nullable String feeling(Content content) {
        if (!(content instanceof Content.Text || content instanceof Content.Chosen)) {
            return null;
        }
        var mood = FEELINGS.read(content.asText()).strong();
        return mood == Feeling.Mood.CALM ? null : mood.name().toLowerCase(Locale.ROOT);
    }

    private void trait(String kind, String value, ConversationId conversation) {
        if (!value.isEmpty()) {
            var kept = value.substring(0, Math.min(value.length(), LONGEST_TRAIT));
            traits.add(new Trait(kind, kept, conversation.toString()));
        }
    }

    /** The lanes that they are written in. */
    static List<String> lanes(List<JournalEntry> entries) {
        return entries.stream()
                .map(entry -> entry.happening().conversation().toString())
                .distinct()
                .toList();
    }

    /** Writes them, but for conversations that were erased meanwhile. */
    void write(Transaction transaction, Set<String> erased) {
        bubbles.stream()
                .filter(bubble -> !erased.contains(bubble.conversation()))
                .forEach(bubble -> write(transaction, bubble));
        var known = known(transaction);
        traits.stream()
                .filter(trait -> !erased.contains(trait.conversation()) && !known.contains(trait))
                .forEach(trait -> transaction.update(TRAIT, trait.kind(), trait.value(), trait.conversation()));
    }

    /** What stands there already: of whoever wrote before that is nearly all, and a row that is refused costs more than one read. */
    private Set<Trait> known(Transaction transaction) {
        if (traits.isEmpty()) {
            return Set.of();
        }
        return transaction
                .handle()
                .createQuery("select kind, trait, conversation from searched_trait where conversation = any(:those)")
                .bindArray(
                        "those",
                        String.class,
                        traits.stream().map(Trait::conversation).distinct().toList())
                .map((rows, context) -> new Trait(rows.getString(1), rows.getString(2), rows.getString(3)))
                .set();
    }

    private static void write(Transaction transaction, Bubble bubble) {
        transaction.update(BUBBLE, bubble.seq(), bubble.conversation(), bubble.at(), bubble.words(), bubble.feeling());
        bubble.numbers().forEach(number -> transaction.update(NUMBER, number, bubble.seq()));
    }
}
