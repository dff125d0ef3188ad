package io.renhua.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.handoff.Desk;
import io.renhua.handoff.Desk.Change;
import io.renhua.handoff.Ownership.Bot;
import io.renhua.handoff.Ratings;
import io.renhua.handoff.Request;
import io.renhua.handoff.Tags;
import io.renhua.journal.Happening;
import io.renhua.journal.Journal;
import io.renhua.message.Content;
import io.renhua.message.ConversationId;
import io.renhua.message.Person;
import io.renhua.message.Speaker;
import io.renhua.search.Finder.Hit;
import io.renhua.store.Database;
import io.renhua.store.Store;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class FinderTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final ConversationId MING = new ConversationId("pao-line", "ming");
    private static final ConversationId ANNA = new ConversationId("web-orvanne", "anna");

    private final Store store;
    private final Journal journal;
    private final Finder finder;
    private final SearchFeed feed;

    FinderTest(Database database) {
        store = database.open();
        journal = new Journal(store);
        finder = new Finder(store);
        feed = new SearchFeed(store, journal);
    }

    @AfterEach
    void close() {
        feed.close();
        store.close();
    }

    @Test
    void findsWordsInEitherScriptAndAnyWidthAndCase() {
        hear(MING, "王小明", "我要退貨，ＡＢＣ", NOON);
        hear(ANNA, null, "About the Leather strap", NOON);

        assertThat(found("words", "退货")).containsExactly(MING);
        assertThat(found("words", "貨")).containsExactly(MING);
        assertThat(found("words", "abc")).containsExactly(MING);
        assertThat(found("words", "strap leather")).containsExactly(ANNA);
        assertThat(found("words", "leather 退貨")).isEmpty();
    }

    @Test
    void takesWildcardsForWhatTheyAre() {
        hear(MING, "王小明", "100% tea", NOON);
        hear(ANNA, null, "100 teas", NOON);

        assertThat(found("words", "100%")).containsExactly(MING);
        assertThat(found("words", "_")).isEmpty();
        assertThat(found("words", "' or '1'='1")).isEmpty();
        assertThat(found("words", "\\")).isEmpty();
        assertThat(found(Map.of("words", "\0", "person", "\0", "channel", "%"))).isEmpty();
    }

    @Test
    void findsByPersonaChannelPersonAndDay() {
        hear(MING, "王小明", "幾點開", NOON);
        say(MING, "pao", "十點");
        hear(ANNA, null, "Is this leather?", NOON.plusSeconds(86_400));

        assertThat(found("persona", "pao")).containsExactly(MING);
        assertThat(found("channel", "web-orvanne")).containsExactly(ANNA);
        assertThat(found("channel", "web")).isEmpty();
        assertThat(found("person", "王小")).containsExactly(MING);
        assertThat(found("person", "anna")).containsExactly(ANNA);
        assertThat(found("from", "2026-11-21")).containsExactly(ANNA);
        assertThat(found("until", "2026-11-20")).containsExactly(MING);
        assertThat(found(Map.of())).containsExactly(ANNA, MING);
    }

    @Test
    void findsByWhatPeopleMadeOfIt() {
        var tags = new Tags(store, journal, Clock.systemUTC());
        helped(MING, "lin", "complaint", "parcel", 5);
        helped(ANNA, "mei", "explicit", "refund", 1);
        tags.add(MING, "vip", "lin");

        assertThat(found("tag", "vip")).containsExactly(MING);
        assertThat(found("agent", "mei")).containsExactly(ANNA);
        assertThat(found("topic", "refund")).containsExactly(ANNA);
        assertThat(found("rating", "high")).containsExactly(MING);
        assertThat(found("rating", "low")).containsExactly(ANNA);
        assertThat(found("rating", "any")).containsExactlyInAnyOrder(MING, ANNA);
        assertThat(found("reason", "complaint")).containsExactly(MING);
        assertThat(found(Map.of("agent", "lin", "reason", "complaint", "rating", "high", "tag", "vip")))
                .containsExactly(MING);
        assertThat(found(Map.of("agent", "mei", "reason", "complaint"))).isEmpty();
        assertThat(finder.known("reason")).containsExactly("complaint", "explicit");
    }

    @Test
    void findsThePlaceWhereSomebodyWasAngry() {
        hear(MING, null, "hello", NOON);
        hear(MING, null, "this is terrible, I am furious!!", NOON);
        hear(MING, null, "about parcel 12345", NOON);
        hear(ANNA, null, "hello", NOON);

        assertThat(found("feeling", "angry")).containsExactly(MING);
        assertThat(body(find(Map.of("feeling", "angry")).getFirst())).contains("furious");
        assertThat(body(find(Map.of("feeling", "angry", "words", "parcel")).getFirst()))
                .contains("12345");
    }

    @Test
    void findsAWholeNumberHoweverItWasTyped() {
        hear(MING, null, "訂單 ＳＰ ２０２４-０００１", NOON);
        hear(ANNA, null, "order SP20240001999", NOON);

        assertThat(found("number", "sp20240001")).containsExactly(MING);
        assertThat(found("number", "2024 0001")).containsExactly(MING);
        assertThat(found("number", "---")).isEmpty();
    }

    @Test
    void goesOnFromPageToPageWithoutShowingAConversationTwice() {
        for (int i = 0; i < 1_200; i++) {
            hear(new ConversationId("web", "guest-" + i % 3), null, "tea", NOON);
        }
        feed.look();

        var first = finder.find(search(Map.of("words", "tea")), candidate -> true, 0, 2);
        var second = finder.find(search(Map.of("words", "tea")), candidate -> true, 2, 2);

        assertThat(first).extracting(hit -> hit.conversation().thread()).containsExactly("guest-2", "guest-1");
        assertThat(second).extracting(hit -> hit.conversation().thread()).containsExactly("guest-0");
        assertThat(finder.hits(
                        search(Map.of("words", "tea")),
                        candidate -> true,
                        List.of(second.getFirst().conversation())))
                .containsValue(400L);
    }

    @Test
    void findsTheLastBubbleThatMayBeFound() {
        hear(MING, null, "tea please", NOON);
        hear(MING, null, "secret tea", NOON);
        hear(ANNA, null, "secret tea", NOON);
        feed.look();

        var found = finder.find(
                search(Map.of("words", "tea")), candidate -> !candidate.body().contains("secret"), 0, 10);

        assertThat(found).singleElement().satisfies(hit -> assertThat(body(hit)).isEqualTo("tea please"));
    }

    @Test
    void goesOnWhereItWasAndKeepsNothingTwice() {
        hear(MING, null, "first tea", NOON);
        feed.look();
        hear(MING, null, "second tea", NOON);
        feed.look();
        feed.look();

        assertThat(rows()).isEqualTo(2);
    }

    private int rows() {
        return store.list("select count(*) from searched_bubble", row -> row.getInt(1))
                .getFirst();
    }

    private List<ConversationId> found(String name, String value) {
        return found(Map.of(name, value));
    }

    private List<ConversationId> found(Map<String, String> asked) {
        return find(asked).stream().map(Hit::conversation).toList();
    }

    private List<Hit> find(Map<String, String> asked) {
        feed.look();
        return finder.find(search(asked), candidate -> true, 0, 30);
    }

    private static Search search(Map<String, String> asked) {
        return new Search(asked, ZoneOffset.UTC);
    }

    private String body(Hit hit) {
        return ((Happening.Received) journal.at(hit.seq()).orElseThrow().happening())
                .content()
                .asText();
    }

    private void hear(ConversationId conversation, @Nullable String name, String words, Instant at) {
        var person = new Person(conversation.thread(), name, null);
        happened(new Happening.Received(
                conversation, at, UUID.randomUUID().toString(), person, new Content.Text(words), at));
    }

    private void say(ConversationId conversation, String persona, String words) {
        happened(new Happening.Said(
                conversation,
                NOON,
                UUID.randomUUID().toString(),
                new Content.Text(words),
                new Speaker(Speaker.Kind.BOT, "x"),
                0,
                persona,
                null,
                null));
    }

    private void happened(Happening happening) {
        store.write(happening.conversation().toString(), transaction -> journal.append(transaction, happening));
    }

    private void helped(ConversationId conversation, String agent, String reason, String topic, int score) {
        hear(conversation, null, "hello", NOON);
        var desk = new Desk(store, journal, Clock.systemUTC());
        var queued = Bot.FIRST.ask(Request.ordinary("care", reason, NOON));
        desk.pass(conversation, Bot.FIRST, queued, Change.because(reason));
        var human = queued.claim(agent, NOON);
        desk.pass(conversation, queued, human, Change.by(agent, "claimed"));
        var wrap = human.resolve(topic, NOON, NOON);
        desk.pass(conversation, human, wrap, Change.by(agent, topic));
        var ratings = new Ratings();
        store.write(conversation.toString(), transaction -> {
            ratings.ask(transaction, conversation, wrap.epoch(), agent, NOON);
            var asked = ratings.latest(transaction, conversation).orElseThrow();
            ratings.score(transaction, conversation, asked, score);
        });
    }
}
