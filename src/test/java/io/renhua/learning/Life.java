package io.renhua.learning;

import io.renhua.connector.SettableClock;
import io.renhua.journal.Happening;
import io.renhua.journal.Journal;
import io.renhua.message.Choice;
import io.renhua.message.Content;
import io.renhua.message.ConversationId;
import io.renhua.message.Entry;
import io.renhua.message.Person;
import io.renhua.message.Speaker;
import io.renhua.persona.Persona;
import io.renhua.store.Database;
import io.renhua.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** People who write to 泡小拾, as the journal keeps it: what happens is said here, nothing is decided. */
final class Life implements AutoCloseable {
    static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");

    final SettableClock clock = new SettableClock(NOON);
    final Store store;
    final Journal journal;
    private final boolean ours;
    private int messages;

    Life(Database database) {
        this(database.open(), true);
    }

    Life(Store store) {
        this(store, false);
    }

    private Life(Store store, boolean ours) {
        this.store = store;
        this.ours = ours;
        this.journal = new Journal(store);
    }

    static Persona pao() {
        return Pao.PERSONA;
    }

    CatchUp catchUp() {
        return catchUp(pao());
    }

    CatchUp catchUp(Persona persona) {
        return new CatchUp(
                store,
                journal,
                id -> Optional.of(persona).filter(each -> each.id().equals(id)),
                clock);
    }

    List<Bubble> missed() {
        return new MissedBubbles(store).of("pao");
    }

    /** Says something that is not understood at all. */
    void missed(String who, String... words) {
        Arrays.stream(words).forEach(each -> missedIn("zh-Hant", who, each));
    }

    void missedIn(String locale, String who, String words) {
        turn(who, locale, new Content.Text(words), null, "NO");
        replied(who, "unknown.1", new Content.Text("?"));
    }

    /** Says something that is asked back, with two guesses. */
    void doubted(String who, String words, Choice... guesses) {
        turn(who, "zh-Hant", new Content.Text(words), null, "LIKELY");
        replied(who, "unknown.1", new Content.Choices("?", List.of(guesses)));
    }

    void understood(String who, String words, String line) {
        understood(who, new Content.Text(words), line);
    }

    void understood(String who, Content content, String line) {
        turn(who, "zh-Hant", content, line, "SURE");
        replied(who, line, new Content.Text("!"));
    }

    void received(String who, Content content) {
        write(new Happening.Received(
                conversation(who), clock.instant(), "m" + ++messages, Person.of(who), content, clock.instant()));
    }

    void left(String who) {
        received(who, new Content.Entered(new Entry.Left()));
    }

    void passed(String who, String owner, String why) {
        write(new Happening.Passed(conversation(who), clock.instant(), 1, owner, null, why));
    }

    void agentSaid(String who) {
        write(new Happening.Said(
                conversation(who),
                clock.instant(),
                "o",
                new Content.Text("hi"),
                new Speaker(Speaker.Kind.HUMAN, "Mei"),
                2,
                null,
                null,
                null));
    }

    void turn(String who, String locale, Content content, @Nullable String intent, String band) {
        received(who, content);
        write(new Happening.Understood(
                conversation(who), clock.instant(), "m" + messages, "pao", "1", locale, intent, 0.3, band));
    }

    /** What became of one of the messages of a turn, by its number. */
    void understood(String who, int message, @Nullable String intent) {
        write(new Happening.Understood(
                conversation(who), clock.instant(), "m" + message, "pao", "1", "zh-Hant", intent, 0.3, "NO"));
    }

    void replied(String who, String line, Content content) {
        write(new Happening.Said(
                conversation(who),
                clock.instant(),
                "o" + messages,
                content,
                new Speaker(Speaker.Kind.BOT, "泡小拾"),
                0,
                "pao",
                "1",
                line));
    }

    void later(Duration time) {
        clock.advance(time);
    }

    private void write(Happening happening) {
        store.write(happening.conversation().toString(), transaction -> journal.append(transaction, happening));
    }

    private static ConversationId conversation(String who) {
        return new ConversationId("pao-line", who);
    }

    @Override
    public void close() {
        if (ours) {
            store.close();
        }
    }
}
