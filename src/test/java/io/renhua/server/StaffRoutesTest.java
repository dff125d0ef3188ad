package io.renhua.server;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpMethod;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every route, and who may use it. A new route is red here until it is listed. */
class StaffRoutesTest {
    private static final Map<String, String> TABLE = Map.ofEntries(
            Map.entry("GET /", "everybody"),
            Map.entry("GET /c/{persona}", "everybody"),
            Map.entry("GET /c/{persona}/events", "everybody"),
            Map.entry("POST /c/{persona}/messages", "everybody"),
            Map.entry("POST /c/{persona}/clear", "everybody"),
            Map.entry("POST /c/{persona}/identify", "everybody"),
            Map.entry("POST /c/{persona}/sign-out", "everybody"),
            Map.entry("GET /p/{persona}/img/{+path}", "everybody"),
            Map.entry("GET /p/{persona}/mov/{+path}", "everybody"),
            Map.entry("GET /p/{persona}/snd/{+path}", "everybody"),
            Map.entry("GET /health", "everybody"),
            Map.entry("GET /health/{selector}", "nobody"),
            Map.entry("GET /prometheus", "operator"),
            Map.entry("GET /desk/sign-in", "everybody"),
            Map.entry("POST /desk/sign-in", "everybody"),
            Map.entry("POST /desk/sign-out", "everybody"),
            Map.entry("GET /desk/welcome", "everybody"),
            Map.entry("POST /desk/welcome", "everybody"),
            Map.entry("POST /desk/language", "everybody"),
            Map.entry("GET /desk", "agent"),
            Map.entry("GET /desk/lists", "agent"),
            Map.entry("GET /desk/conversation", "agent"),
            Map.entry("GET /desk/events", "agent"),
            Map.entry("GET /desk/why", "agent"),
            Map.entry("POST /desk/reveal", "agent"),
            Map.entry("POST /desk/bulk", "agent"),
            Map.entry("POST /desk/bulk/assign", "operator"),
            Map.entry("GET /desk/person", "agent"),
            Map.entry("GET /desk/person/found", "agent"),
            Map.entry("POST /desk/person/merge", "agent"),
            Map.entry("POST /desk/person/decline", "agent"),
            Map.entry("POST /desk/person/undo", "agent"),
            Map.entry("POST /desk/person/separate", "operator"),
            Map.entry("POST /desk/block", "agent"),
            Map.entry("POST /desk/unblock", "operator"),
            Map.entry("POST /desk/spam", "agent"),
            Map.entry("POST /desk/probe", "agent"),
            Map.entry("POST /desk/bulk/foresee", "agent"),
            Map.entry("POST /desk/priority", "agent"),
            Map.entry("GET /desk/keys", "agent"),
            Map.entry("POST /desk/keys", "agent"),
            Map.entry("POST /desk/claim", "agent"),
            Map.entry("POST /desk/reply", "agent"),
            Map.entry("POST /desk/judge", "agent"),
            Map.entry("POST /desk/draft", "agent"),
            Map.entry("POST /desk/draft/former", "agent"),
            Map.entry("GET /desk/gaze", "agent"),
            Map.entry("POST /desk/gaze", "agent"),
            Map.entry("GET /desk/canned", "agent"),
            Map.entry("POST /desk/canned/save", "agent"),
            Map.entry("POST /desk/canned/delete", "agent"),
            Map.entry("POST /desk/canned/undo", "agent"),
            Map.entry("GET /desk/canned/offered", "agent"),
            Map.entry("POST /desk/canned/taken", "agent"),
            Map.entry("POST /desk/checklist", "agent"),
            Map.entry("GET /desk/wrong", "agent"),
            Map.entry("POST /desk/wrong", "agent"),
            Map.entry("GET /desk/macros", "agent"),
            Map.entry("POST /desk/macros/save", "agent"),
            Map.entry("POST /desk/macros/delete", "agent"),
            Map.entry("POST /desk/macros/undo", "agent"),
            Map.entry("GET /desk/macros/offered", "agent"),
            Map.entry("GET /desk/suggestions", "agent"),
            Map.entry("GET /desk/voice", "agent"),
            Map.entry("GET /desk/pictures", "agent"),
            Map.entry("POST /desk/pictures/send", "agent"),
            Map.entry("GET /a/{name}", "everybody"),
            Map.entry("POST /desk/release", "agent"),
            Map.entry("POST /desk/decline", "agent"),
            Map.entry("POST /desk/note", "agent"),
            Map.entry("POST /desk/transfer", "agent"),
            Map.entry("POST /desk/keep", "agent"),
            Map.entry("POST /desk/hold", "agent"),
            Map.entry("POST /desk/resolve", "agent"),
            Map.entry("POST /desk/undo", "agent"),
            Map.entry("POST /desk/assign", "operator"),
            Map.entry("POST /desk/read", "agent"),
            Map.entry("GET /desk/notices", "agent"),
            Map.entry("POST /desk/notices", "agent"),
            Map.entry("POST /desk/presence", "agent"),
            Map.entry("GET /desk/presence/waiting", "agent"),
            Map.entry("GET /desk/brief", "agent"),
            Map.entry("GET /desk/tags", "agent"),
            Map.entry("POST /desk/tags/add", "agent"),
            Map.entry("POST /desk/tags/remove", "agent"),
            Map.entry("POST /desk/presence/skills", "operator"),
            Map.entry("GET /desk/account", "agent"),
            Map.entry("POST /desk/account/password", "agent"),
            Map.entry("GET /desk/transcripts", "agent"),
            Map.entry("GET /desk/transcripts/read", "agent"),
            Map.entry("GET /desk/transcripts/lines", "agent"),
            Map.entry("POST /desk/transcripts/erase", "operator"),
            Map.entry("POST /desk/transcripts/legal-hold", "operator"),
            Map.entry("POST /desk/transcripts/legal-hold/end", "operator"),
            Map.entry("GET /desk/transcripts/export.csv", "operator"),
            Map.entry("GET /desk/transcripts/export.jsonl", "operator"),
            Map.entry("GET /desk/numbers", "agent"),
            Map.entry("GET /desk/team", "operator"),
            Map.entry("POST /desk/team/save", "operator"),
            Map.entry("POST /desk/team/away", "operator"),
            Map.entry("GET /desk/wall", "operator"),
            Map.entry("GET /desk/wall/state", "operator"),
            Map.entry("GET /desk/alarms", "operator"),
            Map.entry("GET /desk/operations", "operator"),
            Map.entry("POST /desk/operations/replay", "operator"),
            Map.entry("POST /desk/operations/replay-all", "operator"),
            Map.entry("POST /desk/operations/discard", "operator"),
            Map.entry("POST /desk/operations/hooks/test", "operator"),
            Map.entry("POST /desk/operations/hooks/replay", "operator"),
            Map.entry("POST /desk/operations/hooks/replay-since", "operator"),
            Map.entry("POST /desk/operations/hooks/resume", "operator"),
            Map.entry("GET /api/docs", "everybody"),
            Map.entry("GET /api/v1/openapi.yaml", "everybody"),
            Map.entry("GET /desk/tokens", "owner"),
            Map.entry("POST /desk/tokens/make", "owner"),
            Map.entry("POST /desk/tokens/revoke", "owner"),
            Map.entry("GET /desk/staff", "owner"),
            Map.entry("POST /desk/staff/invite", "owner"),
            Map.entry("POST /desk/staff/role", "owner"),
            Map.entry("POST /desk/staff/disable", "owner"),
            Map.entry("POST /desk/staff/enable", "owner"));

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Set<String> JSON = Set.of(
            "POST /desk/claim",
            "POST /desk/reveal",
            "POST /desk/bulk",
            "POST /desk/bulk/assign",
            "POST /desk/person/merge",
            "POST /desk/person/decline",
            "POST /desk/person/undo",
            "POST /desk/person/separate",
            "POST /desk/block",
            "POST /desk/unblock",
            "POST /desk/spam",
            "POST /desk/probe",
            "POST /desk/bulk/foresee",
            "POST /desk/checklist",
            "POST /desk/wrong",
            "POST /desk/priority",
            "POST /desk/keys",
            "POST /desk/decline",
            "POST /desk/reply",
            "POST /desk/judge",
            "POST /desk/draft",
            "POST /desk/draft/former",
            "POST /desk/canned/taken",
            "POST /desk/pictures/send",
            "POST /desk/gaze",
            "POST /desk/note",
            "POST /desk/transfer",
            "POST /desk/keep",
            "POST /desk/hold",
            "POST /desk/release",
            "POST /desk/resolve",
            "POST /desk/undo",
            "POST /desk/assign",
            "POST /desk/read",
            "POST /desk/notices",
            "POST /desk/presence",
            "POST /desk/tags/add",
            "POST /desk/tags/remove",
            "POST /desk/presence/skills");
    private static final List<String> RISING = List.of("everybody", "agent", "operator", "owner", "nobody");

    private static DeskHouse house;
    private static Map<String, UriRouteInfo<?, ?>> routes;

    @BeforeAll
    static void open() {
        house = DeskHouse.open();
        house.hire("agent", "Lin", StaffRole.AGENT);
        house.hire("operator", "Marc", StaffRole.OPERATOR);
        house.hire("owner", "Olga", StaffRole.OWNER);
        routes = house.get(Router.class)
                .uriRoutes()
                .filter(route ->
                        route.getHttpMethod() != HttpMethod.HEAD && route.getHttpMethod() != HttpMethod.OPTIONS)
                .filter(route -> !isForPrograms(route)) // those by their scopes: ApiTest
                .collect(toMap(StaffRoutesTest::name, route -> route, (one, other) -> one, TreeMap::new));
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void listsEveryRoute() {
        assertThat(routes.keySet()).containsExactlyInAnyOrderElementsOf(TABLE.keySet());
    }

    @Test
    void opensEachRouteToWhomTheTableNamesAndToNobodyElse() {
        var surprises = new ArrayList<String>();

        for (var visitor : RISING.subList(0, 4)) {
            var browser = visitor.equals("everybody") ? house.browser() : house.signedIn(visitor);
            browser.get("/desk/sign-in");
            routes.forEach((name, route) -> {
                boolean may = RISING.indexOf(visitor) >= RISING.indexOf(TABLE.getOrDefault(name, "owner"));
                if (may != isLetIn(browser, name)) {
                    surprises.add(visitor + (may ? " is kept out of " : " gets into ") + name);
                }
                if (name.equals("POST /desk/sign-out") && !visitor.equals("everybody")) {
                    browser.signIn(visitor, DeskHouse.PASSWORD);
                }
            });
        }

        assertThat(surprises).isEmpty();
    }

    private static boolean isLetIn(DeskBrowser browser, String route) {
        var path = route.substring(route.indexOf(' ') + 1).replaceAll("\\{.*?}", "none");
        var request = browser.request(path).header("Accept", "*/*");
        if (route.startsWith("POST")) {
            request.header("Origin", browser.address)
                    .header(DeskToken.HEADER, browser.token)
                    .header("Content-Type", JSON.contains(route) ? "application/json" : FORM)
                    .POST(HttpRequest.BodyPublishers.ofString(JSON.contains(route) ? "{}" : "nothing=here"));
        }
        int status = browser.status(request);
        boolean signInItself = route.equals("POST /desk/sign-in") && status == 401;
        return (status != 401 && status != 403) || signInItself || route.startsWith("POST /c/");
    }

    private static boolean isForPrograms(UriRouteInfo<?, ?> route) {
        return name(route).contains(" /api/v1/") && !name(route).endsWith(".yaml");
    }

    private static String name(UriRouteInfo<?, ?> route) {
        return route.getHttpMethodName() + " " + route.getUriMatchTemplate().toPathString();
    }
}
