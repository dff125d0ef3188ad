package io.renhua.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.renhua.handoff.Desk;
import io.renhua.handoff.Ownership.Bot;
import io.renhua.handoff.Ownership.Hold;
import io.renhua.handoff.Ownership.Human;
import io.renhua.handoff.Ownership.Queued;
import io.renhua.handoff.Ownership.Wrap;
import io.renhua.message.ConversationId;
import io.renhua.message.Person;
import io.renhua.message.Speaker;
import io.renhua.store.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class DeskControllerTest {
    private static DeskHouse house;
    private static DeskBrowser lin;
    private static DeskBrowser mei;
    private static int count;

    private final ConversationId conversation = new ConversationId("web-mo", "visitor-" + count++);
    private final Map<String, String> it = Map.of("conversation", conversation.toString());

    /** For JUnit: whoever opens the house is given the database only when the tests are. */
    DeskControllerTest(Database database) {}

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
        var now = Instant.now();
        house.received(conversation, Person.of("visitor"), "a person please", now);
        house.queues(conversation, now.minusSeconds(90));
    }

    @Test
    void showsWhoWaitsWithTheReason() {
        var lists = lin.ask("/desk/lists").body();

        assertThat(lists).contains("\"id\":\"" + conversation + "\"", "\"why\":\"explicit\"", "a person please");
    }

    @Test
    void letsOneOfTwoClaimAndTellsTheOtherWhoWon() throws Exception {
        var answers = together(
                () -> lin.act("claim", it).body(), () -> mei.act("claim", it).body());

        var winner = ((Human) house.get(Desk.class).ownerOf(conversation)).agent();
        var name = winner.equals("lin") ? "Lin" : "Mei";
        assertThat(answers)
                .filteredOn(answer -> answer.contains("\"done\":true"))
                .hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.contains("\"done\":false"))
                .singleElement()
                .asString()
                .contains("\"agentName\":\"" + name + "\"", "\"ahead\":");
    }

    @Test
    void saysAReplyOnceHoweverOftenItIsSent() {
        lin.act("claim", it);
        var reply = Map.of("conversation", conversation.toString(), "text", "Good morning", "messageId", "m1");

        lin.act("reply", reply);
        lin.act("reply", reply);

        assertThat(thread()).containsOnlyOnce("\"text\":\"Good morning\"").contains("\"name\":\"Lin\"");
    }

    @Test
    void refusesTheWordsOfWhoDoesNotHaveIt() {
        lin.act("claim", it);

        var answer =
                mei.act("reply", Map.of("conversation", conversation.toString(), "text", "me too", "messageId", "m2"));

        assertThat(answer.body()).contains("\"done\":false", "\"agentName\":\"Lin\"");
        assertThat(thread()).doesNotContain("me too");
    }

    @Test
    void tellsWhatHasChangedAndWhereItIsNow() {
        for (int i = 0; i < 70; i++) { // further back than what is told again
            house.received(new ConversationId("web-mo", "other"), Person.of("other"), "hello", Instant.now());
        }
        var whole = lin.ask("/desk/lists").body();
        assertThat(whole).contains("\"partial\":false", "\"id\":\"" + conversation + "\"");
        var end = whole.replaceAll(".*?\"seq\":([0-9]+).*", "$1");
        assertThat(lin.ask("/desk/lists?after=" + end).body())
                .contains("\"partial\":true")
                .doesNotContain(conversation.toString());

        mei.act("claim", it);

        assertThat(lin.ask("/desk/lists?after=" + end).body())
                .containsPattern("\"queue\":\\[],.*\"colleagues\":\\[\\{\"id\":\"" + conversation + "\"");
        mei.act("release", it);
        assertThat(lin.ask("/desk/lists?after=" + end).body())
                .containsPattern("\"colleagues\":\\[],.*\"bot\":\\[.*\"id\":\"" + conversation + "\"");
    }

    @Test
    void tellsOfNoMoreThatThePersonaAnswersThanAListShows() {
        var end = lin.ask("/desk/lists").body().replaceAll(".*?\"seq\":([0-9]+).*", "$1");
        house.withdraws(conversation);
        for (int i = 0; i < 45; i++) {
            house.received(new ConversationId("web-mo", "crowd-" + i), Person.of("crowd"), "hello", Instant.now());
        }

        var changed = lin.ask("/desk/lists?after=" + end).body();

        assertThat(changed).containsPattern("\"gone\":\\[[^]]*\"" + conversation + "\"");
        assertThat(changed.split("\"id\":\"web-mo/crowd-", -1)).hasSizeLessThanOrEqualTo(41);
        assertThat(changed).contains("crowd-44").doesNotContain("\"id\":\"" + conversation + "\"");
    }

    @Test
    void tellsEverythingToWhoeverKnowsTooLittle() {
        assertThat(lin.ask("/desk/lists?after=-1").body()).contains("\"partial\":false");
    }

    @Test
    void tagsWhoeverItIsWith() {
        lin.act("tags/add", with(Map.of("tag", "client_book")));

        assertThat(lin.ask("/desk/lists").body()).contains("\"tags\":[\"client_book\"]");
        assertThat(lin.ask("/desk/tags").body()).contains("client_book");
        assertThat(lin.act("tags/add", with(Map.of("tag", "<b>"))).statusCode()).isEqualTo(400);
        lin.act("tags/remove", with(Map.of("tag", "client_book")));
        assertThat(lin.ask("/desk/lists").body()).doesNotContain("client_book");
    }

    @Test
    void asksWhoeverWasAwayToReadAColleaguesAnswerFirst() {
        lin.act("claim", it);
        assign("mei");
        mei.act("reply", Map.of("conversation", conversation.toString(), "text", "tomorrow", "messageId", "m4"));
        assign("lin");
        var late = new HashMap<>(Map.of("conversation", conversation.toString(), "text", "in a week"));
        late.put("messageId", "m5");
        late.put("seen", "1");

        var answer = lin.act("reply", late);

        assertThat(answer.body()).contains("\"done\":false", "\"meanwhile\":[{\"by\":\"Mei\",\"text\":\"tomorrow\"}]");
        assertThat(thread()).doesNotContain("in a week");
        late.put("seen", "1000000");
        assertThat(lin.act("reply", late).body()).contains("\"done\":true");
    }

    private void assign(String to) {
        house.signedIn("olga").act("assign", Map.of("conversation", conversation.toString(), "to", to, "why", "lunch"));
    }

    @Test
    void givesItBackToThePersona() {
        lin.act("claim", it);

        lin.act("release", it);

        assertThat(house.get(Desk.class).ownerOf(conversation)).isInstanceOf(Bot.class);
    }

    @Test
    void resolvesWithATopicAndTakesItBack() {
        lin.act("claim", it);

        assertThat(lin.act("resolve", it).statusCode()).isEqualTo(400);
        lin.act("resolve", with(Map.of("topic", "parcel")));
        assertThat(house.get(Desk.class).ownerOf(conversation)).isInstanceOf(Wrap.class);
        assertThat(lin.act("reply", with(Map.of("text", "x", "messageId", "m3")))
                        .body())
                .contains("\"done\":false", "\"owner\":\"wrap\"");
        lin.act("undo", it);

        assertThat(house.get(Desk.class).ownerOf(conversation)).isInstanceOf(Human.class);
    }

    @Test
    void passesItToAColleagueWithANote() {
        lin.act("claim", it);

        lin.act("transfer", with(Map.of("to", "mei", "text", "she speaks French")));

        assertThat(mei.ask("/desk/lists").body()).contains("\"toName\":\"Mei\"");
        assertThat(thread()).contains("she speaks French");
        assertThat(mei.act("claim", it).body()).contains("\"done\":true");
        assertThat(house.get(Desk.class).ownerOf(conversation))
                .isInstanceOfSatisfying(
                        Human.class, human -> assertThat(human.agent()).isEqualTo("mei"));
    }

    @Test
    void putsOffToAMomentToComeAndNoOther() {
        lin.act("claim", it);

        var late = Map.of("until", Instant.now().minusSeconds(5).toString());
        assertThat(lin.act("hold", with(late)).statusCode()).isEqualTo(400);
        lin.act("hold", with(Map.of("until", Instant.now().plusSeconds(600).toString())));

        assertThat(house.get(Desk.class).ownerOf(conversation)).isInstanceOf(Hold.class);
    }

    @Test
    void letsSupervisorsAloneGiveItToSomebody() {
        lin.act("claim", it);
        var toMei = with(Map.of("to", "mei", "why", "lunch"));

        assertThat(mei.act("assign", toMei).statusCode()).isEqualTo(403);
        assertThat(house.signedIn("olga").act("assign", toMei).body()).contains("\"done\":true");

        assertThat(lin.act("reply", with(Map.of("text", "x", "messageId", "m8")))
                        .body())
                .contains("\"done\":false", "\"agentName\":\"Mei\"");
        assertThat(house.signedIn("olga")
                        .act("assign", with(Map.of("to", "nobody", "why", "lunch")))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void showsWhoIsThere() {
        lin.act("presence", Map.of("presence", "break", "reason", "lunch"));

        assertThat(mei.ask("/desk/lists").body())
                .contains("\"login\":\"lin\",\"name\":\"Lin\",\"presence\":\"break\",\"reason\":\"lunch\"");
        assertThat(lin.act("presence", Map.of("presence", "asleep")).statusCode())
                .isEqualTo(400);
        lin.act("presence", Map.of("presence", "online"));
    }

    private Map<String, String> with(Map<String, String> more) {
        var all = new HashMap<>(it);
        all.putAll(more);
        return all;
    }

    @Test
    void refusesWhatIsNoReply() {
        var empty = Map.of("conversation", conversation.toString(), "text", "  ", "messageId", "m4");
        var nowhere = Map.of("conversation", "nowhere", "text", "hello", "messageId", "m5");
        var toNobody = Map.of("text", "hello", "messageId", "m7");
        var endless = Map.of("conversation", conversation.toString(), "text", "x".repeat(5_000), "messageId", "m6");

        assertThat(List.of(empty, nowhere, toNobody, endless))
                .allSatisfy(reply ->
                        assertThat(lin.act("reply", reply).statusCode()).isEqualTo(400));
    }

    @Test
    void leavesNobodyWaitingForWhoWasDismissed() {
        house.hire("temp", "Temp", StaffRole.AGENT);
        house.signedIn("temp").act("claim", it);

        house.signedIn("olga").post("/desk/staff/disable", Map.of("login", "temp"));

        assertThat(house.get(Desk.class).ownerOf(conversation)).isInstanceOf(Queued.class);
    }

    @Test
    void tellsThePageAtOnceAndEndsWithTheSession() {
        house.hire("tom", "Tom", StaffRole.AGENT);
        var tom = house.signedIn("tom");
        var stream = tom.stream("/desk/events");
        await().until(() -> stream.text().contains("event: mark"));
        var heard = stream.text().length();

        house.said(conversation, new Speaker(Speaker.Kind.BOT, "Mo"), "news", Instant.now());

        await().atMost(Duration.ofSeconds(10)).until(() -> stream.text().indexOf("event: mark", heard) > 0);
        tom.post("/desk/sign-out", Map.of());
        await().atMost(Duration.ofSeconds(10)).until(stream::ended);
    }

    private String thread() {
        return lin.ask("/desk/conversation?id=" + conversation).body();
    }

    private static List<String> together(Callable<String> one, Callable<String> other)
            throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(List.of(one, other)).stream()
                    .map(Future::resultNow)
                    .toList();
        }
    }
}
