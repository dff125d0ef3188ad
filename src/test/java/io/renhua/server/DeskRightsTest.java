package io.renhua.server;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpMethod;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import io.renhua.handoff.Desk;
import io.renhua.handoff.Desk.Change;
import io.renhua.handoff.Ownership.Human;
import io.renhua.message.ConversationId;
import io.renhua.message.Person;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every route that takes a conversation, by role and by who has it. A new route is red here until it is listed. */
class DeskRightsTest {
    /** What comes of it in one's own, another's, nobody's, and what one has just resolved. */
    private record Row(String own, String others, String nobodys, String resolved) {
        String in(Stand stand) {
            return switch (stand) {
                case OWN -> own;
                case OTHERS -> others;
                case NOBODYS -> nobodys;
                case RESOLVED -> resolved;
            };
        }
    }

    private enum Stand {
        OWN,
        OTHERS,
        NOBODYS,
        RESOLVED
    }

    private static final Row EVERYWHERE = new Row("done", "done", "done", "done");
    private static final Row OWN = new Row("done", "refused", "refused", "refused");
    private static final Row READ = new Row("whole", "masked", "masked", "whole");
    private static final Row NOWHERE = new Row("refused", "refused", "refused", "refused");

    private static final Map<String, Row> TABLE = Map.ofEntries(
            Map.entry("GET /desk/conversation", READ),
            Map.entry("GET /desk/transcripts/lines", READ),
            Map.entry("GET /desk/transcripts/read", EVERYWHERE),
            Map.entry("GET /desk/brief", EVERYWHERE),
            Map.entry("GET /desk/canned/offered", EVERYWHERE),
            Map.entry("GET /desk/macros/offered", EVERYWHERE),
            Map.entry("POST /desk/checklist", EVERYWHERE),
            Map.entry("GET /desk/wrong", EVERYWHERE),
            Map.entry("POST /desk/wrong", NOWHERE), // but of what a persona said: WrongPageTest
            Map.entry("GET /desk/suggestions", OWN),
            Map.entry("GET /desk/voice", EVERYWHERE),
            Map.entry("GET /desk/pictures", EVERYWHERE),
            Map.entry("POST /desk/pictures/send", OWN),
            Map.entry("POST /desk/reveal", EVERYWHERE),
            Map.entry("POST /desk/read", EVERYWHERE),
            Map.entry("GET /desk/gaze", EVERYWHERE),
            Map.entry("POST /desk/gaze", EVERYWHERE),
            Map.entry("POST /desk/judge", EVERYWHERE),
            Map.entry("POST /desk/draft", EVERYWHERE),
            Map.entry("POST /desk/draft/former", EVERYWHERE),
            Map.entry("POST /desk/note", EVERYWHERE),
            Map.entry("POST /desk/tags/add", EVERYWHERE),
            Map.entry("POST /desk/tags/remove", EVERYWHERE),
            Map.entry("GET /desk/person", EVERYWHERE),
            Map.entry("GET /desk/person/found", EVERYWHERE),
            Map.entry("POST /desk/person/merge", EVERYWHERE),
            Map.entry("POST /desk/person/decline", EVERYWHERE),
            Map.entry("POST /desk/person/undo", NOWHERE), // but of what one said of the two: MergesTest
            Map.entry("POST /desk/person/separate", NOWHERE), // but of who is one: MergesTest
            Map.entry("POST /desk/block", EVERYWHERE),
            Map.entry("POST /desk/unblock", NOWHERE), // but for whoever is blocked: TurnawaysTest
            Map.entry("POST /desk/spam", new Row("done", "refused", "done", "refused")),
            Map.entry("POST /desk/priority", new Row("done", "done", "done", "refused")),
            Map.entry("POST /desk/claim", new Row("done", "refused", "done", "refused")),
            Map.entry("POST /desk/decline", NOWHERE), // but for what was offered: LiveDeskTest
            Map.entry("POST /desk/keep", NOWHERE), // but for what one passes on: LiveDeskTest
            Map.entry("POST /desk/reply", OWN),
            Map.entry("POST /desk/transfer", OWN),
            Map.entry("POST /desk/hold", OWN),
            Map.entry("POST /desk/release", OWN),
            Map.entry("POST /desk/resolve", OWN),
            Map.entry("POST /desk/undo", new Row("refused", "refused", "refused", "done")),
            Map.entry("POST /desk/assign", EVERYWHERE));

    private static final Set<String> SUPERVISORS =
            Set.of("POST /desk/assign", "POST /desk/unblock", "POST /desk/person/separate");

    /** The smallest GIF, in Base64. */
    private static final String DOT = "R0lGODlhAQABAIAAAAAAAP///ywAAAAAAQABAAACAUwAOw==";

    private static DeskHouse house;
    private static int count;

    @BeforeAll
    static void open() {
        house = DeskHouse.open();
        for (var role : StaffRole.ALL) {
            house.hire(role.word(), role.word(), role);
        }
        house.hire("mei", "Mei", StaffRole.AGENT);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void listsEveryRouteThatTakesAConversation() {
        var routes = house.get(Router.class)
                .uriRoutes()
                .filter(route -> route.getHttpMethod() == HttpMethod.GET || route.getHttpMethod() == HttpMethod.POST)
                .filter(route -> route.getUriMatchTemplate().toPathString().startsWith("/desk"))
                .filter(route ->
                        Arrays.stream(route.getTargetMethod().getArguments()).anyMatch(DeskRightsTest::isAConversation))
                .map(DeskRightsTest::name)
                .collect(toCollection(TreeSet::new));

        assertThat(routes).containsExactlyInAnyOrderElementsOf(TABLE.keySet());
    }

    @Test
    void doesInEachConversationWhatTheTableSaysAndNothingElse() {
        var surprises = new ArrayList<String>();

        for (var role : StaffRole.ALL) {
            var browser = house.signedIn(role.word());
            TABLE.forEach((route, row) -> {
                for (var stand : Stand.values()) {
                    var came = outcome(call(browser, route, standing(stand, role.word())));
                    if (!came.equals(expected(route, row, role, stand))) {
                        surprises.add(role + " " + route + " " + stand + ": " + came);
                    }
                }
            });
        }

        assertThat(surprises).isEmpty();
    }

    private static String expected(String route, Row row, StaffRole role, Stand stand) {
        boolean mayNot = SUPERVISORS.contains(route) && role == StaffRole.AGENT;
        return mayNot ? "kept out" : row.in(stand);
    }

    private static String outcome(HttpResponse<String> answer) {
        if (answer.statusCode() != 200) {
            return answer.statusCode() == 403 ? "kept out" : String.valueOf(answer.statusCode());
        }
        var body = answer.body();
        if (body.contains("\"reading\"")) {
            boolean shown = body.contains("MO1234");
            return shown == body.contains("\"whole\":true") ? (shown ? "whole" : "masked") : "at odds with itself";
        }
        return body.contains("\"done\":false") ? "refused" : "done";
    }

    private static HttpResponse<String> call(DeskBrowser browser, String route, ConversationId conversation) {
        var path = route.substring(route.indexOf(' ') + 1);
        if (route.startsWith("GET")) {
            return browser.send(browser.request(path + "?id=" + conversation + "&conversation=" + conversation)
                    .header("Accept", "*/*")
                    .GET());
        }
        var values = new HashMap<>(Map.of(
                "conversation", conversation.toString(),
                "text", "hello",
                "messageId", "m" + count,
                "to", "mei",
                "until", Instant.now().plusSeconds(600).toString(),
                "topic", "tea",
                "why", "lunch",
                "tag", "guest"));
        values.put(
                "seq",
                String.valueOf(house.get(Transcripts.class)
                        .whole(conversation, 1)
                        .getFirst()
                        .seq()));
        values.put("alt", "a shelf");
        values.put("point", "order_status/number");
        values.put("bytes", DOT);
        values.put("other", wrote("other").toString());
        return browser.act(path.substring("/desk/".length()), values);
    }

    private static ConversationId wrote(String who) {
        var conversation = new ConversationId("web-mo", who + "-" + count++);
        house.received(conversation, Person.of(conversation.thread()), "where is MO1234", Instant.now());
        return conversation;
    }

    private static ConversationId standing(Stand stand, String me) {
        var conversation = wrote("rights");
        switch (stand) {
            case OWN -> house.takenBy(me, conversation);
            case OTHERS -> house.takenBy("mei", conversation);
            case NOBODYS -> house.queues(conversation, Instant.now());
            case RESOLVED -> resolved(conversation, me);
        }
        return conversation;
    }

    private static void resolved(ConversationId conversation, String me) {
        house.takenBy(me, conversation);
        var desk = house.get(Desk.class);
        var human = (Human) desk.ownerOf(conversation);
        var now = Instant.now();
        desk.pass(conversation, human, human.resolve("tea", now, now.plusSeconds(600)), Change.by(me, "tea"));
    }

    private static boolean isAConversation(Argument<?> argument) {
        var type = argument.getType();
        return type == ConversationId.class
                || (type.isRecord()
                        && List.of(type.getRecordComponents()).stream()
                                .anyMatch(part -> part.getName().equals("conversation")));
    }

    private static String name(UriRouteInfo<?, ?> route) {
        return route.getHttpMethodName() + " " + route.getUriMatchTemplate().toPathString();
    }
}
