package io.renhua.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.journal.Happening;
import io.renhua.journal.Journal;
import io.renhua.message.Content;
import io.renhua.message.ConversationId;
import io.renhua.message.Entry;
import io.renhua.message.Person;
import io.renhua.message.Speaker;
import io.renhua.search.Search;
import io.renhua.server.TranscriptLine.Side;
import io.renhua.store.Database;
import io.renhua.store.Store;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class TranscriptsTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final ConversationId MING = new ConversationId("pao-line", "ming");
    private static final ConversationId ANNA = new ConversationId("web-orvanne", "anna");

    private final Store store;
    private final Journal journal;
    private final Transcripts transcripts;

    TranscriptsTest(Database database) {
        store = database.open();
        journal = new Journal(store);
        transcripts = new Transcripts(store, journal);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void areEmptyUntilSomebodyWritesWhateverTheDeskTriesOfItself() {
        store.write(
                Journal.PROBE.toString(),
                transaction -> journal.append(transaction, new Happening.Noted(Journal.PROBE, NOON, "probe", "")));
        assertThat(transcripts.isEmpty()).isTrue();

        hear(MING, "m1", "王小明", "幾點開", NOON);
        assertThat(transcripts.isEmpty()).isFalse();
    }

    @Test
    void foldWhatWasUnderstoodAndWhatBecameOfIt() {
        hear(MING, "m1", "王小明", "幾點開", NOON);
        understand(MING, "m1", "pao", "opening_hours", .92);
        say(MING, "o1", Speaker.Kind.BOT, "十點");
        settle(MING, "o1", Happening.Settled.State.POSTPONED, "busy");
        settle(MING, "o1", Happening.Settled.State.REFUSED, "blocked");

        var lines = transcripts.thread(MING, 0);

        assertThat(lines).hasSize(2);
        assertThat(lines)
                .extracting(TranscriptLine::meaning)
                .containsOnly(new TranscriptLine.Meaning("opening_hours", .92, "SURE", "zh-Hant"));
        assertThat(lines.get(1).fate()).isEqualTo(new TranscriptLine.Fate("refused", "blocked"));
    }

    @Test
    void sayOfNobodyWhoOnlyCameInThatTheyWereNotUnderstood() {
        var opened = new Content.Entered(new Entry.Opened());
        happened(new Happening.Received(MING, NOON, "m0", new Person("ming", "王小明", null), opened, NOON));
        understand(MING, "m0", "pao", null, 0);
        say(MING, "o0", Speaker.Kind.BOT, "歡迎");
        hear(MING, "m1", "王小明", "嗯嗯", NOON);
        understand(MING, "m1", "pao", null, 0);
        say(MING, "o1", Speaker.Kind.BOT, "沒聽懂");

        assertThat(transcripts.thread(MING, 0))
                .extracting(line -> line.meaning() != null)
                .containsExactly(false, false, true, true);
    }

    @Test
    void giveOnlyWhatIsNewOrChangedSince() {
        hear(MING, "m1", "王小明", "幾點開", NOON);
        say(MING, "o1", Speaker.Kind.BOT, "十點");
        long seen = transcripts.end();
        settle(MING, "o1", Happening.Settled.State.SENT, null);

        var changed = transcripts.thread(MING, seen);

        assertThat(changed)
                .singleElement()
                .satisfies(line -> assertThat(line.text()).isEqualTo("十點"));
    }

    @Test
    void showTheLatestConversationsFirstWithTheirLastWords() {
        hear(MING, "m1", "王小明", "幾點開", NOON);
        hear(ANNA, "a1", null, "Is this leather?", NOON);
        say(MING, "o1", Speaker.Kind.HUMAN, "十點");

        var recent = transcripts.recent(10);

        assertThat(recent).extracting(TranscriptSummary::conversation).containsExactly(MING, ANNA);
        assertThat(recent.get(0).last())
                .isNotNull()
                .satisfies(last -> assertThat(last.text()).isEqualTo("十點"));
        assertThat(recent.get(0).unanswered()).isNull();
        assertThat(recent.get(1).unanswered()).isEqualTo(NOON);
    }

    @Test
    void exportWholeConversationsAStretchAtATime() {
        for (int i = 0; i < 2_600; i++) {
            say(MING, "o" + i, Speaker.Kind.BOT, "words " + i);
        }
        settle(MING, "o2599", Happening.Settled.State.REFUSED, "blocked");

        var pages = new ExportPages(
                transcripts,
                conversation -> UnaryOperator.identity(),
                new Search(Map.of(), ZoneOffset.UTC),
                List.of(MING));
        var first = pages.next();
        var second = pages.next();

        assertThat(first).hasSize(1_500);
        assertThat(second).hasSize(1_100);
        assertThat(second.getLast().failureReason()).isEqualTo("blocked");
        assertThat(pages.hasNext()).isFalse();
    }

    @Test
    void tellWhoseLineItIs() {
        hear(MING, "m1", "王小明", "幾點開", NOON);
        say(MING, "o1", Speaker.Kind.BOT, "十點");
        say(MING, "o2", Speaker.Kind.HUMAN, "您好");
        happened(new Happening.Passed(MING, NOON, 1, "queued", "care", "explicit"));

        assertThat(transcripts.thread(MING, 0))
                .extracting(TranscriptLine::side)
                .containsExactly(Side.PERSON, Side.BOT, Side.HUMAN, Side.DESK);
    }

    private void hear(ConversationId conversation, String id, @Nullable String name, String words, Instant at) {
        var person = new Person(conversation.thread(), name, null);
        happened(new Happening.Received(conversation, at, id, person, new Content.Text(words), at));
    }

    private void understand(
            ConversationId conversation, String id, String persona, @Nullable String intent, double confidence) {
        happened(new Happening.Understood(conversation, NOON, id, persona, "3", "zh-Hant", intent, confidence, "SURE"));
    }

    private void say(ConversationId conversation, String call, Speaker.Kind kind, String words) {
        happened(new Happening.Said(
                conversation, NOON, call, new Content.Text(words), new Speaker(kind, "x"), 0, null, null, null));
    }

    private void settle(ConversationId conversation, String call, Happening.Settled.State state, @Nullable String why) {
        happened(new Happening.Settled(conversation, NOON, call, state, why));
    }

    private void happened(Happening happening) {
        store.write(happening.conversation().toString(), transaction -> journal.append(transaction, happening));
    }
}
