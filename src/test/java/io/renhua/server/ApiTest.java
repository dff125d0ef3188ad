package io.renhua.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.http.HttpMethod;
import io.micronaut.web.router.Router;
import io.renhua.connector.JsonBody;
import io.renhua.conversation.LiveDesk;
import io.renhua.conversation.Replies;
import io.renhua.handoff.Desk;
import io.renhua.handoff.Desk.Change;
import io.renhua.handoff.Exit;
import io.renhua.handoff.Ownership;
import io.renhua.handoff.Ownership.Human;
import io.renhua.journal.Happening;
import io.renhua.journal.Journal;
import io.renhua.message.Content;
import io.renhua.message.ConversationId;
import io.renhua.message.Person;
import io.renhua.people.Union;
import io.renhua.people.Unions;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Programs at the desk: every answer is held against {@code openapi.yaml}, and every answer it promises is seen. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ApiTest {
    private static final String CONVERSATION = "/api/v1/conversations/{channel}/{thread}";
    private static final String PERSON = CONVERSATION + "/person";
    private static final Person MEI = new Person("mei", "Mei", "zh-Hant");

    private static DeskHouse house;
    private static ApiContract contract;
    private static ApiClient helpdesk;
    private static ApiClient reader;
    private static ApiClient chief;
    private static ApiClient boss;
    private static ApiClient stranger;

    @BeforeAll
    static void open() {
        house = DeskHouse.open();
        house.hire("lin", "Lin", StaffRole.AGENT);
        contract = new ApiContract(house.get(ApiDocs.class).text());
        helpdesk = client("helpdesk", ApiScope.READ, ApiScope.ANSWER);
        reader = client("report", ApiScope.READ);
        chief = client("chief", ApiScope.MANAGE);
        boss = client("boss", ApiScope.ANSWER, ApiScope.MANAGE);
        stranger = new ApiClient(house.address(), "renhua_0000000000000000_" + "a".repeat(43));
    }

    private static ApiClient client(String agent, ApiScope... scopes) {
        var made = house.get(ApiTokens.class).make(agent, agent + " people", List.of(scopes), "olga");
        return new ApiClient(house.address(), made.text());
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void everyRouteIsDescribedAndEverythingDescribedIsARoute() {
        var routes = new TreeSet<String>();
        house.get(Router.class)
                .uriRoutes()
                .filter(route ->
                        route.getHttpMethod() != HttpMethod.HEAD && route.getHttpMethod() != HttpMethod.OPTIONS)
                .map(route -> route.getHttpMethodName() + " "
                        + route.getUriMatchTemplate().toPathString())
                .filter(name -> name.contains(" /api/v1/") && !name.endsWith(".yaml"))
                .forEach(routes::add);

        assertThat(contract.operations()).containsExactlyInAnyOrderElementsOf(routes);
    }

    @Test
    void nobodyIsLetInWithoutATokenAndNoTokenDoesMoreThanItsScopes() {
        var queued = waits();
        for (var operation : contract.operations()) {
            contract.keeps(operation, does(stranger, operation, queued, "{}", 401));
            var wrong = contract.scope(operation).equals("manage") ? helpdesk : chief;
            contract.keeps(operation, does(wrong, operation, queued, "{}", 403));
        }
    }

    @Test
    void whatNobodyEverWroteIsNotThere() {
        var nobody = new ConversationId("web-mo", "nobody");
        for (var operation : contract.operations()) {
            if (operation.contains("{thread}")) {
                var who = contract.scope(operation).equals("manage") ? chief : helpdesk;
                contract.keeps(operation, does(who, operation, nobody, body(operation), 404));
            }
        }
    }

    @Test
    void whatCannotBeReadIsSaidWithWhereAndWhatToWriteInstead() {
        var queued = waits();
        for (var operation : contract.operations()) {
            if (contract.takesABody(operation)) {
                var who = contract.scope(operation).equals("manage") ? chief : helpdesk;
                var problem = json(contract.keeps(operation, does(who, operation, queued, "[1]", 400)));
                assertThat(problem.path("where").asText()).isEqualTo("body");
            }
        }
        wrong("GET /api/v1/conversations", "?state=waiting", "state");
        wrong("GET /api/v1/conversations", "?limit=900", "limit");
        wrong("GET /api/v1/conversations", "?after=%20%20", "after");
        wrong("GET /api/v1/events", "?after=now", "after");
        wrong("GET " + CONVERSATION, "?personal=all", "personal");
        wrong("GET " + CONVERSATION + "/lines", "?after=-1", "after");
        wrong("GET " + PERSON, "?personal=all", "personal");
    }

    private static void wrong(String operation, String query, String where) {
        var path = path(operation, waits());
        var problem = json(contract.keeps(operation, helpdesk.get(path + query)));
        assertThat(problem.path("where").asText()).isEqualTo(where);
        assertThat(problem.path("instead").asText()).isNotBlank();
        assertThat(problem.path("status").asInt()).isEqualTo(400);
    }

    @Test
    void whatAColleagueSaidMeanwhileIsReadFirst() {
        var waits = waits();
        var desk = house.get(LiveDesk.class);
        act(helpdesk, "claim", waits, "{}", 200);
        desk.assign(waits, "olga", "mei", "Mei", "lunch");
        house.get(Replies.class).reply(waits, "mei", "Mei", "m1", new Content.Text("明天到。"));
        desk.assign(waits, "olga", "api:helpdesk", "Help", "back");

        var problem = json(act(helpdesk, "reply", waits, "{\"id\":\"1\",\"text\":\"三天。\",\"seen\":1}", 409));
        assertThat(problem.path("meanwhile").path(0).path("text").asText()).isEqualTo("明天到。");
        assertThat(said(waits)).doesNotContain("三天");

        act(helpdesk, "reply", waits, "{\"id\":\"1\",\"text\":\"三天。\",\"seen\":-1}", 400);
        act(helpdesk, "reply", waits, "{\"id\":\"1\",\"text\":\"三天。\"}", 200);
    }

    @Test
    void whoeverWaitsIsTakenAnsweredAndFinishedByTheSameRulesAsAtThePage() {
        var queued = waits();
        var other = waits();
        act(helpdesk, "decline", queued, "{}", 409);
        act(helpdesk, "reply", queued, "{\"id\":\"1\",\"text\":\"hello\"}", 409);

        var mine = json(act(helpdesk, "claim", queued, "{\"name\":\"Lin\"}", 200));
        assertThat(mine.path("state").asText()).isEqualTo("human");
        assertThat(mine.path("agent").asText()).isEqualTo("api:helpdesk");
        assertThat(house.get(Desk.class).ownerOf(queued)).isInstanceOf(Human.class);

        act(helpdesk, "reply", queued, "{\"id\":\"1\",\"text\":\"在，我看看。\",\"name\":\"Lin\"}", 200);
        act(helpdesk, "reply", queued, "{\"id\":\"1\",\"text\":\"在，我看看。\",\"name\":\"Lin\"}", 200);
        assertThat(said(queued)).containsOnlyOnce("HUMAN Lin: 在，我看看。");
        act(helpdesk, "note", queued, "{\"text\":\"friendly\"}", 200);

        act(helpdesk, "transfer", queued, "{\"team\":\"refunds\",\"note\":\"please\"}", 200);
        act(helpdesk, "keep", queued, "{}", 200);
        act(helpdesk, "keep", queued, "{}", 409);
        act(helpdesk, "hold", queued, "{\"until\":\"" + Instant.now().plus(Duration.ofHours(1)) + "\"}", 200);
        act(helpdesk, "hold", queued, "{\"until\":\"" + Instant.now().plus(Duration.ofHours(1)) + "\"}", 409);
        act(helpdesk, "claim", queued, "{}", 200);
        assertThat(json(act(helpdesk, "resolve", queued, "{\"topic\":\"refund\"}", 200))
                        .path("topic")
                        .asText())
                .isEqualTo("refund");
        act(helpdesk, "resolve", queued, "{\"topic\":\"refund\"}", 409);
        act(helpdesk, "undo", queued, "{}", 200);
        act(helpdesk, "undo", queued, "{}", 409);
        act(helpdesk, "release", queued, "{\"questions\":\"facts_stay\"}", 200);
        act(helpdesk, "release", queued, "{}", 409);

        act(chief, "assign", other, "{\"agent\":\"lin\",\"why\":\"speaks Cantonese\"}", 200);
        var late = json(act(helpdesk, "claim", other, "{}", 409));
        assertThat(late.path("stand").path("agent").asText()).isEqualTo("lin");
        assertThat(late.path("detail").asText()).contains("human, with lin");
        act(helpdesk, "transfer", other, "{\"team\":\"refunds\"}", 409);
    }

    @Test
    void anOfferIsDeclined() {
        var queued = waits();
        var desk = house.get(Desk.class);
        if (desk.ownerOf(queued) instanceof Ownership.Queued waiting) {
            var offered =
                    waiting.offer("api:helpdesk", Instant.now(), Instant.now().plusSeconds(20));
            desk.pass(queued, waiting, offered, Desk.Change.because("offered"));
        }

        assertThat(json(act(helpdesk, "decline", queued, "{}", 200))
                        .path("state")
                        .asText())
                .isEqualTo("queued");
    }

    @Test
    void whatThePersonasRulesForbidIsNotSaid() {
        var mine = waits();
        act(helpdesk, "claim", mine, "{}", 200);

        var problem = json(act(helpdesk, "reply", mine, "{\"id\":\"1\",\"text\":\"寫五星好評就送你一杯。\"}", 422));
        assertThat(problem.path("remarks").path(0).path("rule").asText()).isNotBlank();
        assertThat(said(mine)).noneMatch(words -> words.contains("五星"));
    }

    @Test
    void linesAreMaskedUnlessWhoeverAnswersAsks() {
        var conversation = waits();
        house.received(conversation, MEI, "單號 MO1234", Instant.now());
        var path = path("GET " + CONVERSATION + "/lines", conversation);
        var operation = "GET " + CONVERSATION + "/lines";

        var masked = json(contract.keeps(operation, reader.get(path)));
        assertThat(masked.path("lines").findValuesAsText("text"))
                .last()
                .asString()
                .doesNotContain("MO1234");
        var whole = json(contract.keeps(operation, helpdesk.get(path + "?personal=whole")));
        assertThat(whole.path("lines").findValuesAsText("text"))
                .last()
                .asString()
                .contains("MO1234");
        contract.keeps(operation, refused(reader.get(path + "?personal=whole"), 403));

        assertThat(masked.path("lines").findValuesAsText("state")).containsExactly("queued");
        assertThat(masked.path("lines").findValuesAsText("team")).containsExactly("care");

        long next = masked.path("next").asLong();
        house.received(conversation, MEI, "還在嗎", Instant.now());
        var later = json(contract.keeps(operation, reader.get(path + "?after=" + next)));
        assertThat(later.path("lines").findValuesAsText("text")).containsExactly("還在嗎");
    }

    @Test
    void whatACompanyKnowsOfThemIsToldChangedAndRead() {
        var waits = waits();

        tells(
                "PUT",
                waits,
                "{\"facts\":{\"orders\":12,\"spent\":1e3,\"title\":\" 陳小姐 \",\"order_no\":\"MO1234\"}}",
                200);
        var told = json(tells("PATCH", waits, "{\"facts\":{\"orders\":13,\"spent\":null}}", 200));

        assertThat(told.path("facts")).isEqualTo(json("{\"order_no\":\"MO1234\",\"orders\":\"13\",\"title\":\"陳小姐\"}"));
        var path = path("GET " + PERSON, waits);
        assertThat(json(contract.keeps("GET " + PERSON, reader.get(path)))
                        .path("facts")
                        .path("order_no")
                        .asText())
                .isEqualTo("**1234");
        assertThat(json(contract.keeps("GET " + PERSON, helpdesk.get(path + "?personal=whole"))))
                .isEqualTo(told);
        assertThat(json(tells("PUT", waits, "{\"facts\":{}}", 200)).path("facts"))
                .isEmpty();
        assertThat(house.get(Journal.class).last(waits, 9))
                .extracting(entry -> entry.happening())
                .filteredOn(happening -> happening instanceof Happening.Noted noted
                        && noted.kind().equals("profiled")
                        && "api:helpdesk".equals(noted.actor()))
                .hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                              | facts        | facts is missing: an object of names with texts or numbers.",
                "{\"facts\":[]}                  | facts        | facts is missing: an object of names with texts or numbers.",
                "{\"facts\":{\"Orders\":1}}      | facts        | Orders is no name: 1 to 41 of a to z, 0 to 9 and _, and a letter first.",
                "{\"facts\":{\"feeling\":\"sad\"}} | facts.feeling | feeling is something that Renhua knows by itself.",
                "{\"facts\":{\"hotline\":\"1\"}}  | facts.hotline | hotline is something that Renhua knows by itself.",
                "{\"facts\":{\"tier\":true}}     | facts.tier   | tier is a number, or a text of 1 to 200 characters in one line.",
                "{\"facts\":{\"tier\":\" \"}}      | facts.tier   | tier is a number, or a text of 1 to 200 characters in one line.",
                "{\"facts\":{\"n\":1e999}}       | facts.n      | n is a number, or a text of 1 to 200 characters in one line.",
            })
    void whatCannotBeKnownOfThemIsRefusedWithAClearWord(String body, String where, String detail) {
        var problem = json(tells("PUT", waits(), body, 400));

        assertThat(problem.path("where").asText()).isEqualTo(where);
        assertThat(problem.path("detail").asText()).isEqualTo(detail);
        assertThat(problem.path("instead").asText()).isNotBlank();
    }

    @Test
    void ofOnePersonNotEverythingIsKept() {
        var waits = waits();
        var facts = IntStream.range(0, 40).mapToObj(i -> "\"f" + i + "\":1").collect(Collectors.joining(","));
        tells("PUT", waits, "{\"facts\":{" + facts + "}}", 200);

        var problem = json(tells("PATCH", waits, "{\"facts\":{\"more\":1}}", 400));

        assertThat(problem.path("detail").asText()).isEqualTo("Of one person 40 facts are kept.");
    }

    private static HttpResponse<String> tells(String method, ConversationId who, String body, int status) {
        var operation = method + " " + PERSON;
        return contract.keeps(operation, does(helpdesk, operation, who, body, status));
    }

    @Test
    void aProgramThatMayNotDecideAsksAndOneThatMayMakesThemOneForAMoment() {
        var one = writes();
        var other = writes();
        var both = "{\"other\":\"" + other + "\",\"why\":\"the same in our CRM\"}";

        assertThat(json(act(helpdesk, "person/merge", one, both, 200)))
                .isEqualTo(json("{\"merged\":false,\"same\":[]}"));
        assertThat(house.get(Unions.class).asked())
                .extracting(pair -> pair.said().agent())
                .contains("api:helpdesk");
        assertThat(json(act(boss, "person/merge", one, both, 200)))
                .as("a token without read is told nothing to read")
                .isEqualTo(json("{\"merged\":true}"));
        assertThat(json(act(helpdesk, "person/merge", one, both, 200)))
                .isEqualTo(json("{\"merged\":true,\"same\":[\"" + other + "\"]}"));
        assertThat(notes(other)).endsWith("merged web-mo the same in our CRM api:boss");
        act(helpdesk, "person/undo", one, both, 409);

        assertThat(json(act(boss, "person/undo", one, both, 200))).isEqualTo(json("{\"merged\":false}"));

        assertThat(notes(other)).endsWith("merge_undone web-mo api:boss");
        act(boss, "person/undo", one, "{\"other\":\"web-mo\"}", 400);
        act(boss, "person/undo", one, "{\"other\":\"pao-line/U1\"}", 400);
        act(boss, "person/merge", one, "{\"other\":\"" + one + "\",\"why\":\"so\"}", 400);
    }

    @Test
    void aPersonIsNotMadeOfMoreThanAnybodyIs() {
        var one = writes();
        for (int i = 0; i < Union.MOST; i++) {
            act(boss, "person/merge", one, "{\"other\":\"" + writes() + "\",\"why\":\"so\"}", 200);
        }

        var problem = json(act(boss, "person/merge", one, "{\"other\":\"" + writes() + "\",\"why\":\"so\"}", 409));

        assertThat(problem.path("detail").asText()).contains("more than 12 others");
    }

    @Test
    void whatIsClosedSaysHowTheyLeft() {
        var queued = waits();
        var desk = house.get(Desk.class);
        if (desk.ownerOf(queued) instanceof Ownership.Queued waiting) {
            desk.pass(queued, waiting, waiting.shut(Exit.How.LEFT, Instant.now()), Change.because("left"));
        }

        var closed = json(contract.keeps("GET " + CONVERSATION, helpdesk.get(path("GET " + CONVERSATION, queued))));

        assertThat(closed.path("state").asText()).isEqualTo("closed");
        assertThat(closed.path("why").asText()).isEqualTo("left");
    }

    private static ConversationId writes() {
        var conversation = new ConversationId("web-mo", UUID.randomUUID().toString());
        house.received(conversation, new Person(conversation.thread(), "Mei", "zh-Hant"), "哈囉", Instant.now());
        return conversation;
    }

    private static List<String> notes(ConversationId conversation) {
        return house.get(Journal.class).after(conversation, 0, 1000).stream()
                .map(entry -> entry.happening())
                .filter(Happening.Noted.class::isInstance)
                .map(Happening.Noted.class::cast)
                .map(noted -> noted.kind() + " " + noted.why() + " " + noted.actor())
                .toList();
    }

    @Test
    void oneConversationIsReadWithWhoHasIt() {
        var conversation = waits();
        var operation = "GET " + CONVERSATION;

        var read = json(contract.keeps(operation, reader.get(path(operation, conversation))));

        assertThat(read.path("id").asText()).isEqualTo(conversation.toString());
        assertThat(read.path("state").asText()).isEqualTo("queued");
        assertThat(read.path("rank").asText()).isEqualTo("ordinary");
        assertThat(read.path("person").path("name").asText()).isEqualTo("Mei");
        assertThat(read.has("slots")).isTrue();
    }

    @Test
    void aListIsReadPageByPageAndEachIsThereOnce() {
        for (int i = 0; i < 5; i++) {
            waits();
        }
        var operation = "GET /api/v1/conversations";
        var found = new ArrayList<String>();
        var next = "";
        do {
            var page = json(contract.keeps(operation, reader.get("/api/v1/conversations?limit=2&after=" + next)));
            found.addAll(page.path("conversations").findValuesAsText("thread"));
            next = page.path("next").asText();
        } while (!next.isEmpty());

        assertThat(found).hasSizeGreaterThanOrEqualTo(5).doesNotHaveDuplicates();
    }

    @Test
    void eventsAreReadFromAPlaceOn() {
        var operation = "GET /api/v1/events";
        var from = json(contract.keeps(operation, reader.get("/api/v1/events")));
        assertThat(from.path("events")).isEmpty();
        var conversation = waits();
        house.happened(new Happening.Noted(conversation, Instant.now(), "note", "kind", "lin"));

        var page = await().until(
                        () -> json(contract.keeps(
                                operation,
                                reader.get("/api/v1/events?limit=2&after="
                                        + from.path("next").asLong()))),
                        answer -> !answer.path("events").isEmpty());
        assertThat(page.path("events").findValuesAsText("type")).startsWith("conversation.started", "message.received");
        assertThat(page.path("more").asBoolean()).isTrue();
        var rest = json(contract.keeps(
                operation,
                reader.get("/api/v1/events?after=" + page.path("next").asLong())));
        assertThat(rest.path("events").findValuesAsText("type")).contains("handoff.requested", "note.added");
        assertThat(rest.path("more").asBoolean()).isFalse();
    }

    @Test
    void aDeskElsewhereIsADeskForAsLongAsItSays() {
        var desk = house.get(Desk.class);
        var operation = "PUT /api/v1/presence";
        contract.keeps(operation, helpdesk.put("/api/v1/presence", Map.of("presence", "offline")));
        assertThat(desk.outlook().attended()).isFalse();

        contract.keeps(operation, helpdesk.put("/api/v1/presence", Map.of("presence", "busy", "seconds", 3600)));
        assertThat(desk.outlook().attended()).isTrue();
        var agents = json(contract.keeps("GET /api/v1/agents", reader.get("/api/v1/agents")));
        assertThat(agents.path("attended").asBoolean()).isTrue();
        assertThat(agents.path("agents").findValuesAsText("agent"))
                .contains("api:helpdesk")
                .doesNotContain("api:report");
        assertThat(agents.path("agents").findValuesAsText("name")).contains("helpdesk people");

        var wrong = json(contract.keeps(operation, helpdesk.put("/api/v1/presence", Map.of("presence", "asleep"))));
        assertThat(wrong.path("where").asText()).isEqualTo("presence");
    }

    @Test
    void whatIsNotThereOrNotThatWayIsSaidInTheSameForm() {
        for (var path : List.of("/api/v1/nothing", "/api/v2")) {
            assertThat(helpdesk.get(path).statusCode()).as(path).isEqualTo(404);
        }
        var nothing = helpdesk.get("/api/v1/nothing");
        assertThat(nothing.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(json(nothing).path("instead").asText()).isEqualTo("See what there is at /api/docs.");
        assertThat(helpdesk.send("DELETE", "/api/v1/agents", "").statusCode()).isEqualTo(405);
        assertThat(nothing.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(nothing.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void aCookieOfTheDeskOpensNothingHere() {
        var lin = house.signedIn("lin");

        assertThat(lin.ask("/api/v1/agents").statusCode()).isEqualTo(401);
    }

    @Test
    void thePageAndItsFileAreThereForEverybody() {
        var everybody = house.browser();

        assertThat(everybody.get("/api/docs").body())
                .contains("/api/v1/conversations/{channel}/{thread}/claim", "curl -X POST", "Say something");
        assertThat(everybody.get("/api/v1/openapi.yaml").body()).startsWith("openapi: 3.1");
    }

    /** Last: by then the others have seen the rest. */
    @Test
    @Order(Integer.MAX_VALUE)
    void everyAnswerThatIsPromisedIsSeen() {
        assertThat(contract.seen()).containsExactlyInAnyOrderElementsOf(contract.answers());
    }

    private static ConversationId waits() {
        var conversation = new ConversationId("web-mo", UUID.randomUUID().toString());
        house.received(conversation, MEI, "真人", Instant.now());
        house.queues(conversation, Instant.now());
        return conversation;
    }

    private static HttpResponse<String> act(
            ApiClient who, String act, ConversationId conversation, String body, int status) {
        var operation = "POST " + CONVERSATION + "/" + act;
        return contract.keeps(operation, does(who, operation, conversation, body, status));
    }

    private static HttpResponse<String> does(
            ApiClient who, String operation, ConversationId conversation, String body, int status) {
        var method = operation.split(" ")[0];
        return refused(who.send(method, path(operation, conversation), method.equals("GET") ? "" : body), status);
    }

    private static HttpResponse<String> refused(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode())
                .as(answer.request().uri() + " " + answer.body())
                .isEqualTo(status);
        return answer;
    }

    private static String path(String operation, ConversationId conversation) {
        return operation
                .split(" ")[1]
                .replace("{channel}", conversation.channel())
                .replace("{thread}", conversation.thread());
    }

    /** One that is well formed, whatever is done. */
    private static String body(String operation) {
        return operation.startsWith("GET")
                ? ""
                : "{\"facts\":{\"orders\":12},\"other\":\"web-mo/another\",\"id\":\"1\",\"text\":\"hello\",\"topic\":\"it\",\"team\":\"care\",\"why\":\"so\",\"until\":\""
                        + Instant.now().plusSeconds(60) + "\""
                        + (operation.endsWith("assign") ? ",\"agent\":\"lin\"}" : "}");
    }

    private static List<String> said(ConversationId conversation) {
        return house.get(Journal.class).after(conversation, 0, 1000).stream()
                .map(entry -> entry.happening())
                .filter(Happening.Said.class::isInstance)
                .map(Happening.Said.class::cast)
                .map(said -> said.speaker().kind() + " " + said.speaker().name() + ": "
                        + said.content().asText())
                .toList();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return json(answer.body());
    }

    private static JsonNode json(String text) {
        return JsonBody.read(text.getBytes(StandardCharsets.UTF_8)).orElseThrow();
    }
}
