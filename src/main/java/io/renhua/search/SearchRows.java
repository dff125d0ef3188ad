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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What searches go by, of a few happenings. Not safe to share. */
final class SearchRows {
    private static final FeelingReader FEELINGS = new FeelingReader();
    private static final int LONGEST_TRAIT = 300;

    private static final String BUBBLE = """
            insert into searched_bubble (seq, conversation, at, words, feeling) values (?, ?, ?, ?, ?) on conflict do nothing""";
    private static final String NUMBER = """
            insert into searched_number (written, seq, conversation) values (?, ?, ?) on conflict do nothing""";
    private static final String TRAIT = """
            insert into searched_trait (kind, trait, conversation) values (?, ?, ?) on conflict do nothing""";

    private final List<Bubble> bubbles = new ArrayList<>();
    private final Set<Trait> traits = new HashSet<>();

    private record Bubble(
            JournalEntry entry, String words, @Nullable String feeling) {}

    private record Trait(String kind, String value, ConversationId conversation) {}

    static SearchRows of(List<JournalEntry> entries) {
        var rows = new SearchRows();
        entries.forEach(rows::take);
        return rows;
    }

    private void take(JournalEntry entry) {
        switch (entry.happening()) {
            case Happening.Received received -> {
                var words = received.content().asText();
                bubbles.add(new Bubble(entry, words, feeling(received.content())));
                trait("channel", received.conversation().channel(), received.conversation());
                trait("person", received.person().id(), received.conversation());
                var name = received.person().name();
                trait("name", name == null ? "" : Fold.plain(name), received.conversation());
            }
            case Happening.Said said -> {
                bubbles.add(new Bubble(entry, said.content().asText(), null));
                trait("persona", said.persona() == null ? "" : said.persona(), said.conversation());
            }
            case Happening.Passed passed -> {
                var asked = passed.asked();
                var earlier = passed.owner().equals("queued") ? passed.why() : null;
                var why = asked == null ? earlier : asked.why();
                trait("reason", why == null ? "" : why, passed.conversation());
            }
            case Happening.Understood understood -> trait("persona", understood.persona(), understood.conversation());
            case Happening.Settled settled -> {}
            case Happening.Noted noted -> {}
        }
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
            traits.add(new Trait(kind, value.substring(0, Math.min(value.length(), LONGEST_TRAIT)), conversation));
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
                .filter(bubble -> !erased.contains(conversation(bubble)))
                .forEach(bubble -> write(transaction, bubble));
        traits.stream()
                .filter(trait -> !erased.contains(trait.conversation().toString()))
                .forEach(trait -> transaction.update(
                        TRAIT, trait.kind(), trait.value(), trait.conversation().toString()));
    }

    private static void write(Transaction transaction, Bubble bubble) {
        long seq = bubble.entry().seq();
        var at = bubble.entry().happening().at();
        transaction.update(BUBBLE, seq, conversation(bubble), at, Fold.plain(bubble.words()), bubble.feeling());
        WrittenNumbers.in(bubble.words())
                .forEach(number -> transaction.update(NUMBER, number, seq, conversation(bubble)));
    }

    private static String conversation(Bubble bubble) {
        return bubble.entry().happening().conversation().toString();
    }
}
