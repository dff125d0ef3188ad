package io.renhua.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.renhua.conversation.Channels;
import io.renhua.message.ConversationId;
import io.renhua.message.Person;
import io.renhua.message.Speaker;
import io.renhua.store.Database;
import io.renhua.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What of a conversation calls for its reader. */
@ParameterizedClass
@EnumSource(Database.class)
class AttentionTest {
    private static final Duration WINDOW = Duration.ofHours(48);

    private static DeskHouse house;
    private static DeskBrowser lin;
    private static DeskBrowser mei;
    private static int count;

    private final ConversationId conversation = new ConversationId("web-mo", "reader-" + count++);

    /** For JUnit: whoever opens the house is given the database only when the tests are. */
    AttentionTest(Database database) {}

    @BeforeParameterizedClassInvocation
    static void open(Database database) {
        house = DeskHouse.open(database);
        house.get(Channels.class).open(NarrowChannel.closingAfter(WINDOW));
        house.hire("lin", "Lin", StaffRole.AGENT);
        house.hire("mei", "Mei", StaffRole.AGENT);
        lin = house.signedIn("lin");
        mei = house.signedIn("mei");
    }

    @AfterParameterizedClassInvocation
    static void close() {
        house.close();
    }

    @Test
    void countsWhatTheReaderHasNotReadYet() {
        says("one");
        says("two");
        house.queues(conversation, Instant.now());
        assertThat(unread(lin, "queue")).isEqualTo(2);

        reads(lin, end());
        says("three");

        assertThat(unread(lin, "queue")).isEqualTo(1);
        assertThat(unread(mei, "queue")).isEqualTo(3);
    }

    @Test
    void keepsTheFurthestPlaceThatWasRead() {
        says("one");
        house.queues(conversation, Instant.now());
        var early = end();
        says("two");

        reads(lin, end());
        reads(lin, early);

        assertThat(unread(lin, "queue")).isZero();
    }

    @Test
    void writesAMarkOnlyWhenItMoves() {
        says("one");
        reads(lin, end());
        var before = house.get(Store.class).commits().kept();

        reads(lin, end());

        assertThat(house.get(Store.class).commits().kept()).isEqualTo(before);
    }

    @Test
    void refusesAMarkInNoConversation() {
        assertThat(lin.act("read", Map.of("conversation", "nowhere", "seq", "1"))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void leavesWhatSomebodyElseAnswersToThem() {
        says("one");
        mei.act("claim", it());

        assertThat(unread(lin, "colleagues")).isZero();
        assertThat(unread(mei, "mine")).isEqualTo(1);
    }

    @Test
    void saysThatThereMayBeMoreThanWasCounted() {
        for (int i = 0; i < 80; i++) {
            says("word " + i);
        }
        house.queues(conversation, Instant.now());

        assertThat(attention(lin, "queue").path("more").asBoolean()).isTrue();
        reads(lin, end());
        assertThat(attention(lin, "queue").path("more").asBoolean()).isFalse();
    }

    @Test
    void showsNotesToWhomTheyNameAndToWhoeverAnswers() {
        says("one");
        lin.act("claim", it());
        note(lin, "my own");
        assertThat(attention(lin, "mine").has("note")).isFalse();

        note(mei, "she is a regular");
        assertThat(attention(lin, "mine").path("note").path("by").asText()).isEqualTo("Mei");
        assertThat(attention(mei, "colleagues").has("note")).isFalse();

        note(lin, "@Mei do you know more?");
        assertThat(attention(mei, "colleagues").path("note").path("by").asText())
                .isEqualTo("Lin");
        reads(mei, end());
        assertThat(attention(mei, "colleagues").has("note")).isFalse();
    }

    @Test
    void putsOnTopOfMineWhereThePlatformSoonClosesTheWindow() {
        var now = Instant.now();
        var closing = new ConversationId(NarrowChannel.NAME, "closing-" + count++);
        var open = new ConversationId(NarrowChannel.NAME, "open-" + count++);
        heard(open, now.minusSeconds(60));
        heard(conversation, now.minusSeconds(90));
        heard(closing, now.minus(WINDOW).plusSeconds(600));
        house.said(closing, new Speaker(Speaker.Kind.HUMAN, "Lin"), "yes", now);
        house.hire("wu", "Wu", StaffRole.AGENT);
        var wu = house.signedIn("wu");
        for (var each : new ConversationId[] {conversation, open, closing}) {
            house.takenBy("wu", each);
        }

        var mine = lists(wu).path("mine");

        assertThat(mine.path(0).path("id").asText()).isEqualTo(closing.toString());
        assertThat(mine.path(1).path("id").asText()).isEqualTo(conversation.toString());
        assertThat(mine.path(0).path("attention").path("closes").asText()).isNotEmpty();
        assertThat(mine.path(1).path("attention").has("closes")).isFalse();
    }

    private Map<String, String> it() {
        return Map.of("conversation", conversation.toString());
    }

    private void says(String words) {
        heard(conversation, Instant.now(), words);
    }

    private static void heard(ConversationId conversation, Instant at) {
        heard(conversation, at, "hello");
    }

    private static void heard(ConversationId conversation, Instant at, String words) {
        house.received(conversation, Person.of("somebody"), words, at);
    }

    private void note(DeskBrowser who, String words) {
        who.act("note", Map.of("conversation", conversation.toString(), "text", words));
    }

    private void reads(DeskBrowser who, long seq) {
        who.act("read", Map.of("conversation", conversation.toString(), "seq", String.valueOf(seq)));
    }

    private static long end() {
        return lists(lin).path("seq").asLong();
    }

    private int unread(DeskBrowser who, String list) {
        return attention(who, list).path("unread").asInt(-1);
    }

    private JsonNode attention(DeskBrowser who, String list) {
        var cards = lists(who).path(list);
        return StreamSupport.stream(cards.spliterator(), false)
                .filter(card -> card.path("id").asText().equals(conversation.toString()))
                .findFirst()
                .orElseThrow()
                .path("attention");
    }

    private static JsonNode lists(DeskBrowser who) {
        try {
            return new ObjectMapper().readTree(who.ask("/desk/lists").body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
