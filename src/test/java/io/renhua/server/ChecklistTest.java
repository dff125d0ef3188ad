package io.renhua.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.renhua.handoff.Desk;
import io.renhua.handoff.Macro;
import io.renhua.handoff.Macro.Step;
import io.renhua.handoff.Macros;
import io.renhua.handoff.Ownership;
import io.renhua.handoff.Ownership.Human;
import io.renhua.handoff.Ownership.Wrap;
import io.renhua.handoff.Whose;
import io.renhua.handoff.Whose.Scope;
import io.renhua.message.ConversationId;
import io.renhua.message.Person;
import io.renhua.persona.PersonaFolder;
import io.renhua.store.Database;
import io.renhua.store.Json;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the script wants done before something is resolved: ticked, seen by both, and asked about once. */
class ChecklistTest {
    private static final String ANY =
            "  checklist:\n    any:\n      next: {zh-Hant: 說好下一步, zh-Hans: 说好下一步, en: Said what comes next}\n";

    @TempDir
    private static Path personas;

    private static DeskHouse house;
    private static DeskBrowser lin;
    private static DeskBrowser mei;
    private static int count;

    private final ConversationId conversation = new ConversationId("web-mo", "checklist-" + count++);

    @BeforeAll
    static void open() {
        withAPointForEverything(personas);
        house = DeskHouse.open(Database.H2, Map.of("renhua.personas", personas.toString()));
        house.hire("lin", "Lin", StaffRole.AGENT);
        house.hire("mei", "Mei", StaffRole.AGENT);
        lin = house.signedIn("lin");
        mei = house.signedIn("mei");
    }

    /** Beside those of 墨 for orders. */
    static void withAPointForEverything(Path personas) {
        PersonaFolder.copiedTo(personas).change("persona.yaml", "  checklist:\n", ANY);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @BeforeEach
    void takeOver() {
        house.received(conversation, Person.of("g"), "訂單到哪了", Instant.now());
        house.takenBy("lin", conversation);
    }

    @Test
    void standsInTheBriefWithWhoDidWhatForEverybody() {
        assertThat(points(lin))
                .extracting(point -> point.path("id").asText())
                .containsExactly("any/next", "order_status/number");

        tick(mei, "any/next", true);

        var next = points(lin).getFirst();
        assertThat(next.path("words").asText()).isEqualTo("Said what comes next");
        assertThat(next.path("by").asText()).isEqualTo("Mei");
        assertThat(Instant.parse(next.path("at").asText()))
                .isBefore(Instant.now().plusSeconds(1));
        assertThat(house.get(Transcripts.class).thread(conversation, 0))
                .filteredOn(line -> "ticked".equals(line.name()))
                .singleElement()
                .satisfies(line -> assertThat(line.actor()).isEqualTo("mei"));
        tick(lin, "any/next", false);
        assertThat(points(mei).getFirst().path("by").isMissingNode()).isTrue();
    }

    @Test
    void resolvingWithOpenPointsIsAskedAboutOnce() {
        assertThat(open(resolve(lin, "something else"))).containsExactly("any/next");
        assertThat(open(resolve(lin, "Order status"))).containsExactly("any/next", "order_status/number");
        assertThat(owner()).isInstanceOf(Human.class);

        assertThat(resolve(lin, "Order status", "anyway", true).path("done").asBoolean())
                .isTrue();
        assertThat(owner()).isInstanceOf(Wrap.class);
    }

    @Test
    void nothingIsAskedWhereEverythingIsDone() {
        tick(lin, "any/next", true);
        assertThat(open(resolve(lin, "order_status"))).containsExactly("order_status/number");
        tick(mei, "order_status/number", true);

        assertThat(resolve(lin, "order_status").path("done").asBoolean()).isTrue();
    }

    @Test
    void whoeverHasNotGotItReadsThatAndNotThePoints() {
        var answer = resolve(mei, "order_status");

        assertThat(answer.path("open").isMissingNode()).isTrue();
        assertThat(answer.path("stand").path("agentName").asText()).isEqualTo("Lin");
    }

    @Test
    void withSeveralAndInMacrosItStays() {
        var bulk = json(lin.act(
                        "bulk",
                        Map.of(
                                "act", "resolve",
                                "how", Map.of("topic", "tea"),
                                "conversations", List.of(conversation.toString()))))
                .get(0)
                .path("answer");
        assertThat(open(bulk)).containsExactly("any/next");

        var id = "checklist-" + count;
        house.get(Macros.class)
                .add(new Macro(
                        id,
                        Whose.of(Scope.PERSONAL, "lin"),
                        id,
                        List.of(new Step.Tag("late"), new Step.Resolve("tea")),
                        null,
                        0,
                        "lin"));
        var foreseen = json(lin.act(
                        "bulk/foresee",
                        Map.of("macro", Map.of("id", id), "conversations", List.of(conversation.toString()))))
                .get(0);
        assertThat(foreseen.path("able").asBoolean()).isFalse();
        assertThat(foreseen.findValuesAsText("problem")).containsExactly("checklist");
        assertThat(owner()).isInstanceOf(Human.class);
    }

    @Test
    void knowsNoOtherPoints() {
        assertThat(lin.act(
                                "checklist",
                                Map.of("conversation", conversation.toString(), "point", "any/tea", "done", true))
                        .statusCode())
                .isEqualTo(400);
    }

    private void tick(DeskBrowser who, String point, boolean done) {
        json(who.act("checklist", Map.of("conversation", conversation.toString(), "point", point, "done", done)));
    }

    private List<JsonNode> points(DeskBrowser who) {
        var brief = json(who.ask("/desk/brief?id=" + conversation.toString().replace("/", "%2F")));
        return StreamSupport.stream(brief.path("checklist").spliterator(), false)
                .toList();
    }

    private JsonNode resolve(DeskBrowser who, String topic, Object... more) {
        var values = new HashMap<String, Object>(Map.of("conversation", conversation.toString(), "topic", topic));
        for (int i = 0; i < more.length; i += 2) {
            values.put((String) more[i], more[i + 1]);
        }
        return json(who.act("resolve", values));
    }

    private static List<String> open(JsonNode answer) {
        assertThat(answer.path("done").asBoolean()).isFalse();
        return StreamSupport.stream(answer.path("open").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.read(answer.body(), JsonNode.class);
    }

    private Ownership owner() {
        return house.get(Desk.class).ownerOf(conversation);
    }
}
