package io.renhua.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.message.ConversationId;
import io.renhua.message.Person;
import io.renhua.people.Profile;
import io.renhua.people.Profiles;
import io.renhua.search.SearchFeed;
import io.renhua.store.Database;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What is personal stays with whoever answers. Mo's script masks order numbers. */
@ParameterizedClass
@EnumSource(Database.class)
class DiscretionTest {
    private static final String WHOLE = "MO1234";
    private static final String MASKED = "**1234";

    private static DeskHouse house;
    private static DeskBrowser lin;
    private static DeskBrowser mei;
    private static int count;

    private final ConversationId conversation = new ConversationId("web-mo", "discreet-" + count++);
    private final Map<String, String> it = Map.of("conversation", conversation.toString());

    /** For JUnit: whoever opens the house is given the database only when the tests are. */
    DiscretionTest(Database database) {}

    @BeforeParameterizedClassInvocation
    static void open(Database database) {
        house = DeskHouse.open(database);
        house.hire("lin", "Lin", StaffRole.AGENT);
        house.hire("mei", "Mei", StaffRole.AGENT);
        house.hire("olga", "Olga", StaffRole.OWNER);
        lin = house.signedIn("lin");
        mei = house.signedIn("mei");
    }

    @AfterParameterizedClassInvocation
    static void close() {
        house.close();
    }

    @BeforeEach
    void somebodyWaits() {
        house.received(conversation, Person.of("visitor"), "where is MO1234", Instant.now());
        house.queues(conversation, Instant.now());
    }

    @Test
    void masksForEverybodyWhatNobodyHasTaken() {
        assertThat(thread(lin)).contains(MASKED, "\"masked\":true").doesNotContain(WHOLE);
    }

    @Test
    void showsWhoeverHasItAllOfItAndColleaguesTheRest() {
        lin.act("claim", it);
        house.received(conversation, Person.of("visitor"), "still MO1234", Instant.now());

        assertThat(thread(lin)).contains(WHOLE, "\"whole\":true");
        assertThat(card(lin)).contains(WHOLE);
        assertThat(thread(mei)).contains(MASKED, "\"whole\":false").doesNotContain(WHOLE);
        assertThat(card(mei)).contains(MASKED).doesNotContain(WHOLE);
        assertThat(transcript(mei)).contains(MASKED).doesNotContain(WHOLE);
        assertThat(search(mei)).contains(MASKED).doesNotContain(WHOLE + "<");
    }

    @Test
    void showsItToWhomItIsPassedByName() {
        lin.act("claim", it);

        lin.act("transfer", Map.of("conversation", conversation.toString(), "to", "mei", "text", "about MO1234"));

        assertThat(thread(mei)).contains(WHOLE, "about " + WHOLE).doesNotContain(MASKED);
        assertThat(thread(house.signedIn("olga"))).contains("about " + MASKED).doesNotContain(WHOLE);
    }

    @Test
    void masksItAgainOnceItIsGivenBack() {
        lin.act("claim", it);
        lin.act("release", it);

        assertThat(thread(lin)).contains(MASKED).doesNotContain(WHOLE);
    }

    @Test
    void revealsOneBubbleAndPutsOnRecordWhoLookedButNotAtWhat() {
        house.received(conversation, Person.of("visitor"), "or is it MO5678", Instant.now());
        lin.act("claim", it);

        var answer = reveal(mei, firstBubble());

        assertThat(answer).contains(WHOLE).doesNotContain("MO5678");
        assertThat(thread(mei))
                .contains("\"name\":\"revealed\"", "\"text\":\"" + firstBubble() + "\"", "\"actor\":\"Mei\"")
                .doesNotContain(WHOLE, "MO5678");
    }

    @Test
    void masksWhatTheCompanyKnowsOfThemAndRevealsItByItsName() {
        var told = Map.of("order_no", "MO9876", "title", "陳小姐");
        house.get(Profiles.class).tell(conversation, before -> new Profile(told), "api:crm");
        lin.act("claim", it);

        var brief = "/desk/brief?id=" + conversation;
        assertThat(lin.ask(brief).body()).contains("\"title\":\"陳小姐\"", "\"order_no\":\"MO9876\"");
        assertThat(mei.ask(brief).body())
                .contains("\"title\":\"陳小姐\"", "\"order_no\":\"**9876\"", "\"masked\":[\"order_no\"]");

        var wanted = Map.of("conversation", conversation.toString(), "value", "order_no");
        assertThat(mei.act("reveal", wanted).body()).contains("MO9876");
        assertThat(thread(mei))
                .contains("\"name\":\"profiled\"", "\"text\":\"order_no, title\"", "\"name\":\"revealed\"")
                .doesNotContain("MO9876", "陳小姐");
    }

    @Test
    void recordsNothingWhereNothingWasMasked() {
        lin.act("claim", it);

        assertThat(reveal(lin, firstBubble())).contains(WHOLE);

        assertThat(thread(lin)).doesNotContain("revealed");
    }

    @Test
    void revealsNothingOfAnotherConversation() {
        var other = new ConversationId("web-mo", "other-" + count++);
        house.received(other, Person.of("other"), "hello", Instant.now());

        var answer = mei.act("reveal", Map.of("conversation", other.toString(), "seq", firstBubble()));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).doesNotContain(WHOLE);
    }

    @Test
    void wantsOneThingToReveal() {
        assertThat(mei.act("reveal", it).statusCode()).isEqualTo(400);
        assertThat(mei.act("reveal", Map.of("conversation", conversation.toString(), "seq", "1", "value", "order_no"))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void leavesRevealingToSupervisorsWhereTheHouseWantsThat() {
        try (var strict = DeskHouse.open(Database.H2, Map.of("renhua.desk.reveal", "operator"))) {
            strict.hire("mei", "Mei", StaffRole.AGENT);
            strict.hire("olga", "Olga", StaffRole.OWNER);
            strict.received(conversation, Person.of("visitor"), "where is MO1234", Instant.now());
            var wanted = Map.of("conversation", conversation.toString(), "seq", "1");
            var agent = strict.signedIn("mei");

            assertThat(agent.act("reveal", wanted).statusCode()).isEqualTo(403);
            assertThat(thread(agent)).contains("\"reveals\":false", MASKED);
            assertThat(strict.signedIn("olga").act("reveal", wanted).body()).contains(WHOLE);
        }
    }

    @Test
    void masksNothingInAShopWhereEverybodyMayReadEverything() {
        try (var small = DeskHouse.open(Database.H2, Map.of("renhua.desk.personal", "whole"))) {
            small.hire("mei", "Mei", StaffRole.AGENT);
            small.received(conversation, Person.of("visitor"), "where is MO1234", Instant.now());

            assertThat(thread(small.signedIn("mei"))).contains(WHOLE, "\"whole\":true");
        }
    }

    @Test
    void masksPhonesMailAndPapersWhereNoScriptIsAtHand() {
        var gone = new ConversationId("gone", "visitor-" + count++);
        house.received(
                gone,
                Person.of("visitor"),
                "0912345678, lin@example.com, A123456789, 4111 1111 1111 1111",
                Instant.now());

        assertThat(mei.ask("/desk/transcripts/lines?conversation=" + gone).body())
                .contains("******5678", "{id_card}", "{card}")
                .doesNotContain("0912345678", "lin@example.com", "A123456789", "4111");
    }

    private String thread(DeskBrowser reader) {
        return reader.ask("/desk/conversation?id=" + conversation).body();
    }

    private String transcript(DeskBrowser reader) {
        return reader.ask("/desk/transcripts/lines?conversation=" + conversation)
                .body();
    }

    private String search(DeskBrowser reader) {
        house.get(SearchFeed.class).look();
        return reader.get("/desk/transcripts?words=MO1234&person=visitor").body();
    }

    /** What the reader's lists show of it. */
    private String card(DeskBrowser reader) {
        var lists = reader.ask("/desk/lists").body();
        var from = lists.substring(lists.indexOf("\"id\":\"" + conversation + "\""));
        return from.substring(0, from.indexOf("\"tags\""));
    }

    private String firstBubble() {
        return String.valueOf(
                house.get(Transcripts.class).whole(conversation, 1).getFirst().seq());
    }

    private String reveal(DeskBrowser reader, String seq) {
        return reader.act("reveal", Map.of("conversation", conversation.toString(), "seq", seq))
                .body();
    }
}
