package io.renhua.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.renhua.conversation.Inbox;
import io.renhua.handoff.Desk;
import io.renhua.handoff.Desk.Change;
import io.renhua.handoff.Ownership.Human;
import io.renhua.handoff.Tags;
import io.renhua.message.Content;
import io.renhua.message.ConversationId;
import io.renhua.message.Inbound;
import io.renhua.message.Person;
import io.renhua.people.Profiles;
import io.renhua.search.SearchFeed;
import io.renhua.store.Database;
import io.renhua.store.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** One person on several channels, as the desk tells and decides it, and as programs hear of it. */
@ParameterizedClass
@EnumSource(Database.class)
class SamePersonTest {
    static final Map<String, Object> LINE = Map.of(
            "renhua.channels.mo-line.platform", "line",
            "renhua.channels.mo-line.persona", "mo",
            "renhua.channels.mo-line.channel-secret", "secret",
            "renhua.channels.mo-line.channel-access-token", "token");

    private static DeskHouse house;
    private static DeskBrowser lin;
    private static DeskBrowser olga;
    private static ApiClient crm;
    private static int count;

    private final ConversationId web = somebody("web-mo", "王小明");
    private final ConversationId line = somebody("mo-line", "Ming");

    private final Database database;

    SamePersonTest(Database database) {
        this.database = database;
    }

    @BeforeParameterizedClassInvocation
    static void open(Database database) {
        house = DeskHouse.open(database, LINE);
        house.hire("lin", "Lin", StaffRole.AGENT);
        house.hire("olga", "Olga", StaffRole.OPERATOR);
        lin = house.signedIn("lin");
        olga = house.signedIn("olga");
        var token = house.get(ApiTokens.class).make("crm", "CRM", List.of(ApiScope.READ), "olga");
        crm = new ApiClient(house.address(), token.text());
    }

    @AfterParameterizedClassInvocation
    static void close() {
        house.close();
    }

    @Test
    void isProposedWithWhatAgreesMaskedAsEverywhere() {
        alike();

        var alike = sheet(lin, web).path("alike").get(0);

        assertThat(alike.path("who").path("id").asText()).isEqualTo(line.toString());
        assertThat(alike.path("who").path("person").asText()).isEqualTo("Ming");
        assertThat(alike.path("marks").toString())
                .isEqualTo("[{\"name\":\"order_no\",\"value\":\"%s\",\"told\":true}]".formatted(masked()));
        assertThat(sheet(lin, web).path("decides").asBoolean()).isFalse();
        assertThat(sheet(olga, line).path("decides").asBoolean()).isTrue();
        house.takenBy("lin", web);
        assertThat(sheet(lin, web).path("alike").toString()).contains(number()).doesNotContain(masked());
    }

    @Test
    void isProposedByAnOrderThatBothTellThePersonaWhichAnybodyCould() {
        try (var awake = DeskHouse.open(database).awake()) {
            awake.hire("lin", "Lin", StaffRole.AGENT);
            var browser = awake.signedIn("lin");
            var one = new ConversationId("web-mo", "at-home");
            var other = new ConversationId("web-mo", "at-work");
            for (var each : List.of(one, other)) {
                tells(awake, each, "查一下訂單");
                await().untilAsserted(() -> assertThat(
                                browser.ask("/desk/conversation?id=" + each).body())
                        .contains("訂單號是多少"));
                tells(awake, each, "MO1234");
            }

            await().untilAsserted(() -> assertThat(
                            browser.ask("/desk/person?id=" + one).body())
                    .contains("\"id\":\"" + other + "\"", "\"name\":\"order_no\"", "\"told\":false"));
        }
    }

    private static void tells(DeskHouse house, ConversationId conversation, String words) {
        var person = new Person(conversation.thread(), null, null);
        var message = new Inbound(
                conversation.thread() + words, conversation, person, new Content.Text(words), Instant.now(), null);
        house.get(Inbox.class).accept(List.of(message));
    }

    @Test
    void isAskedForByAgentsAndDecidedBySupervisorsWhoAreAlarmed() {
        alike();

        assertThat(done(lin, "merge", "her voice")).isTrue();

        assertThat(sheet(lin, web).path("same")).isEmpty();
        assertThat(sheet(olga, line).path("alike").toString())
                .contains("\"asked\":{\"by\":\"Lin\",\"mine\":false,\"why\":\"her voice\"}");
        assertThat(olga.ask("/desk/alarms").body()).contains("\"kind\":\"merge\",\"conversation\":");
        assertThat(lin.act("person/separate", two()).statusCode()).isEqualTo(403);

        assertThat(done(olga, "merge", "checked")).isTrue();

        assertThat(sheet(lin, web).path("same").toString())
                .contains(line.toString(), "\"by\":\"Olga\"", "\"why\":\"checked\"");
        assertThat(olga.ask("/desk/alarms").body()).doesNotContain(web.toString(), line.toString());
        assertThat(done(olga, "separate", "")).isTrue();
        assertThat(sheet(lin, web).path("alike")).isEmpty();
    }

    @Test
    void isSaidWhyItIsNotDone() {
        var rival = somebody("web-pao", "Ming");

        assertThat(lin.act("person/undo", two()).body()).isEqualTo("{\"done\":false,\"why\":\"late\"}");
        assertThat(olga.act("person/separate", two()).body()).contains("\"why\":\"decided\"");
        var elsewhere = Map.of("conversation", web.toString(), "other", rival.toString(), "why", "so");
        assertThat(olga.act("person/merge", elsewhere).body()).contains("\"why\":\"impossible\"");
        assertThat(done(olga, "merge", "checked")).isTrue();
        assertThat(lin.act("person/decline", two()).body()).contains("\"why\":\"decided\"");
        assertThat(done(olga, "undo", "")).isTrue();
        assertThat(done(lin, "merge", "her voice")).isTrue();
        house.hire("mei", "Mei", StaffRole.AGENT);
        assertThat(house.signedIn("mei").act("person/decline", two()).body()).contains("\"why\":\"asked\"");
    }

    @Test
    void isDeclinedByAnybodyAndTakenBackByThem() {
        alike();

        assertThat(done(lin, "decline", "")).isTrue();
        assertThat(sheet(olga, web).path("alike")).isEmpty();
        assertThat(done(olga, "undo", "")).isFalse();
        assertThat(done(lin, "undo", "")).isTrue();

        assertThat(sheet(olga, web).path("alike")).hasSize(1);
    }

    @Test
    void seesFactsTagsAndEarlierChatsOfAllTogetherEachByItsOwnRight() {
        alike();
        told(web, "title", "陳女士");
        told(line, "title", "陳小姐");
        told(line, "tier", "gold");
        told(web, "tier", "gold");
        told(line, "order_no", "MO9999");
        house.get(Tags.class).add(line, "client_book", "mei");
        house.takenBy("lin", line);
        var human = (Human) house.get(Desk.class).ownerOf(line);
        var now = Instant.now();
        house.get(Desk.class)
                .pass(
                        line,
                        human,
                        human.resolve("where is " + number(), now, now.plusSeconds(30)),
                        Change.by("lin", "resolved"));
        done(olga, "merge", "checked");

        var sheet = sheet(olga, web);

        assertThat(sheet.path("facts").toString())
                .contains("\"name\":\"title\",\"value\":\"陳小姐\",\"masked\":false")
                .contains("\"name\":\"order_no\",\"value\":\"**9999\",\"masked\":true")
                .contains("\"conversation\":\"" + line + "\"")
                .doesNotContain("MO9999", "tier");
        assertThat(sheet.path("tags").toString()).isEqualTo("[{\"channel\":\"mo-line\",\"tag\":\"client_book\"}]");
        assertThat(sheet.path("earlier").get(0).path("topic").asText()).isEqualTo("where is " + masked());
        assertThat(sheet.path("earlier").get(0).path("channel").asText()).isEqualTo("mo-line");
        assertThat(olga.ask("/desk/brief?id=" + web).body()).doesNotContain("陳小姐"); // the persona knows nothing of it
    }

    @Test
    void isFoundByHandByANameOrAWholeNumberAmongThoseOfTheSamePersona() {
        house.received(line, new Person(line.thread(), "Ming", null), "about " + number(), Instant.now());
        house.get(SearchFeed.class).look();

        assertThat(found(lin, "Ming")).contains(line.toString()).doesNotContain(web.toString());
        assertThat(found(lin, number())).contains(line.toString());
        assertThat(found(lin, number().substring(2))).contains(line.toString());
        assertThat(found(lin, "M0")).doesNotContain(line.toString());
        assertThat(found(lin, "")).isEqualTo("[]");
        done(olga, "merge", "she said so");
        assertThat(found(lin, number())).doesNotContain(line.toString());
    }

    @Test
    void isRefusedWithoutAReason() {
        assertThat(olga.act("person/merge", two()).statusCode()).isEqualTo(400);
        assertThat(olga.act("person/merge", Map.of("conversation", web.toString(), "other", "", "why", "so"))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void isToldToPrograms() {
        var path = "/api/v1/conversations/" + web + "/person";
        var since = json(crm.get("/api/v1/events").body()).path("next").asLong();
        assertThat(crm.get(path).body()).doesNotContain("same");

        done(olga, "merge", "asked about " + number());

        assertThat(json(crm.get(path).body()).path("same").toString()).isEqualTo("[\"" + line + "\"]");
        await().untilAsserted(() -> assertThat(events(since))
                .contains("person.merged")
                .contains(
                        "\"merge\":{\"channel\":\"mo-line\",\"why\":\"asked about " + masked() + "\",\"by\":\"olga\"}")
                .contains("\"merge\":{\"channel\":\"web-mo\""));
        done(olga, "undo", "");
        await().untilAsserted(() -> assertThat(events(since)).contains("person.separated"));
        assertThat(crm.get(path).body()).doesNotContain("same");
    }

    @Test
    void whyTheyAreOneIsMaskedOnTheCardAsInTheThread() {
        done(olga, "merge", "asked about " + number());

        assertThat(sheet(lin, web).path("same").toString()).contains(masked()).doesNotContain(number());

        done(olga, "undo", "");
    }

    @Test
    void isErasedEverywhereOrOnlyHereAsSomebodyChooses() {
        done(olga, "merge", "checked");
        var page = olga.get("/desk/transcripts/read?conversation=" + web).body();
        assertThat(page).contains("name=\"where\" value=\"everywhere\" required", "Ming · mo-line");

        erase("here");
        assertThat(sheet(olga, line).path("same")).isEmpty();
        assertThat(olga.get("/desk/transcripts/read?conversation=" + line).body())
                .doesNotContain("value=\"everywhere\"");
    }

    @Test
    void isErasedEverywhereForWhoeverAsksForThemselves() {
        done(olga, "merge", "checked");

        assertThat(erase("everywhere")).contains("erased=2");

        assertThat(olga.ask("/desk/transcripts/lines?conversation=" + line).body())
                .doesNotContain("hello");
    }

    private static String events(long since) {
        return crm.get("/api/v1/events?after=" + since).body();
    }

    private String erase(String where) {
        var answer = olga.post(
                "/desk/transcripts/erase", Map.of("conversation", web.toString(), "sure", "yes", "where", where));
        return answer.headers().firstValue("Location").orElse("");
    }

    private void alike() {
        told(web, "order_no", number());
        told(line, "order_no", number());
    }

    private String number() {
        return "MO" + web.thread().replaceAll("\\D", "");
    }

    private String masked() {
        return "**" + number().substring(2);
    }

    private static void told(ConversationId conversation, String name, String value) {
        house.get(Profiles.class).tell(conversation, before -> before.with(Map.of(name, value)), "api:crm");
    }

    private Map<String, String> two() {
        return Map.of("conversation", web.toString(), "other", line.toString());
    }

    private boolean done(DeskBrowser browser, String act, String why) {
        var body = Map.of("conversation", web.toString(), "other", line.toString(), "why", why);
        return json(browser.act("person/" + act, body).body()).path("done").asBoolean();
    }

    private static JsonNode sheet(DeskBrowser browser, ConversationId conversation) {
        return json(browser.ask("/desk/person?id=" + conversation).body());
    }

    private String found(DeskBrowser browser, String words) {
        return browser.ask("/desk/person/found?id=" + web + "&words=" + words).body();
    }

    private static JsonNode json(String body) {
        return Json.read(body, JsonNode.class);
    }

    private static ConversationId somebody(String channel, String name) {
        var conversation = new ConversationId(channel, "p" + (4000 + count++));
        house.received(conversation, new Person(conversation.thread(), name, null), "hello", Instant.now());
        return conversation;
    }
}
