package io.renhua.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.journal.Happening;
import io.renhua.journal.Happening.Settled.State;
import io.renhua.journal.JournalEntry;
import io.renhua.message.Content;
import io.renhua.message.ConversationId;
import io.renhua.message.Entry;
import io.renhua.message.Face;
import io.renhua.message.Person;
import io.renhua.message.Speaker;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChatSightTest {
    private static final ConversationId TALK = new ConversationId("web-pao", "t");
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private final ChatSight sight = new ChatSight();

    @Test
    void showsOurWordsOnlyOnceTheyAreDelivered() {
        assertThat(sight.of(said(1, "o", "hello"))).isEmpty();

        assertThat(sight.of(settled(2, "o", State.SENT)))
                .singleElement()
                .isInstanceOfSatisfying(ChatEvent.Bubble.class, bubble -> {
                    assertThat(bubble.seq()).isEqualTo(2);
                    assertThat(bubble.content()).isEqualTo(new Content.Text("hello"));
                    assertThat(bubble.from()).isEqualTo("bot");
                });
        assertThat(sight.of(settled(3, "o", State.SENT))).isEmpty();
    }

    @Test
    void neverShowsWithheldWords() {
        sight.of(said(1, "o", "too late"));

        assertThat(sight.of(settled(2, "o", State.WITHHELD))).isEmpty();
        assertThat(sight.of(settled(3, "o", State.SENT))).isEmpty();
    }

    @Test
    void waitsForWordsThatArePostponedOrInDoubt() {
        sight.of(said(1, "o", "hello"));

        assertThat(sight.of(settled(2, "o", State.POSTPONED))).isEmpty();
        assertThat(sight.of(settled(3, "o", State.IN_DOUBT))).isEmpty();
        assertThat(sight.of(settled(4, "o", State.SENT))).hasSize(1);
    }

    @Test
    void showsEveryBubbleOfOneCallInOrder() {
        sight.of(said(1, "o", "one"));
        sight.of(said(2, "o", "two"));

        assertThat(sight.of(settled(3, "o", State.SENT)))
                .extracting(event -> ((ChatEvent.Bubble) event).id())
                .containsExactly("o.0", "o.1");
    }

    @Test
    void showsTheFaceThatGoesWithTheWords() {
        var sorry = new Face("sorry", "https://mo.example/p/mo/img/sorry.png");
        var speaker = new Speaker(Speaker.Kind.BOT, "小墨", sorry);
        sight.of(new JournalEntry(
                1, new Happening.Said(TALK, NOW, "o", new Content.Text("抱歉"), speaker, 0, "mo", "1", "late")));

        assertThat(sight.of(settled(2, "o", State.SENT)))
                .singleElement()
                .isInstanceOfSatisfying(
                        ChatEvent.Bubble.class,
                        bubble -> assertThat(bubble.face()).isEqualTo(sorry));
    }

    @Test
    void echoesWhatTheVisitorSaidUnderThePagesOwnId() {
        var received = received(new Content.Text("hi there"));

        assertThat(sight.of(received))
                .containsExactly(
                        new ChatEvent.Bubble(1, "a-1", "person", null, null, "en", NOW, new Content.Text("hi there")));
    }

    @Test
    void doesNotShowThatSomebodyCameIn() {
        assertThat(sight.of(received(new Content.Entered(new Entry.Opened())))).isEmpty();
    }

    @Test
    void tellsThatAPersonAnswersAndNotWho() {
        var passed = new JournalEntry(1, new Happening.Passed(TALK, NOW, 1, "human", "mei.lin", null));

        assertThat(sight.of(passed)).isEqualTo(List.of(new ChatEvent.Owner(1, "human")));
    }

    private static JournalEntry received(Content content) {
        return new JournalEntry(1, new Happening.Received(TALK, NOW, "t/a-1", Person.of("t"), content, NOW));
    }

    private static JournalEntry said(long seq, String outbound, String words) {
        return new JournalEntry(
                seq,
                new Happening.Said(
                        TALK,
                        NOW,
                        outbound,
                        new Content.Text(words),
                        new Speaker(Speaker.Kind.BOT, "泡小拾"),
                        0,
                        "pao",
                        "1",
                        "line"));
    }

    private static JournalEntry settled(long seq, String outbound, State state) {
        return new JournalEntry(seq, new Happening.Settled(TALK, NOW, outbound, state, null));
    }
}
