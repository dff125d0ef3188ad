package io.renhua.server;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.renhua.handoff.Desk;
import io.renhua.message.ConversationId;
import io.renhua.store.Json;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/** What programs can read: conversations, their words, events, and who is at the desk. */
@Controller("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(ApiScope.MAY_READ)
final class ApiReadController {
    private static final int MOST = 200;

    private final ApiConversations conversations;
    private final ApiEvents events;
    private final Desk desk;
    private final DeskLists lists;
    private final Clock clock;

    ApiReadController(ApiConversations conversations, ApiEvents events, Desk desk, DeskLists lists, Clock clock) {
        this.conversations = conversations;
        this.events = events;
        this.desk = desk;
        this.lists = lists;
        this.clock = clock;
    }

    /** Those in a state, whoever is in it for the longest time first. */
    @Get("/conversations")
    String list(
            @QueryValue(defaultValue = "queued") String state,
            @QueryValue(defaultValue = "") String after,
            @QueryValue(defaultValue = "50") String limit) {
        var owner = ApiStates.LISTED.get(state);
        if (owner == null) {
            throw ApiProblem.wrong(
                    "state",
                    "state is one of " + String.join(", ", ApiStates.words()) + ", not " + state + ".",
                    "?state=queued");
        }
        var cursor = ApiCursor.of(after);
        int most = number("limit", limit, MOST);
        var found = desk.in(owner, cursor.since(), cursor.conversation(), most);
        var told = new LinkedHashMap<String, Object>();
        told.put(
                "conversations",
                conversations.all(found.stream()
                        .filter(stay -> ApiStates.of(stay.held().owner()).equals(state))
                        .map(Desk.Stay::held)
                        .toList()));
        if (found.size() == most) {
            var last = found.getLast();
            told.put(
                    "next",
                    new ApiCursor(last.since(), last.held().conversation().toString()).text());
        }
        return Json.write(told);
    }

    @Get("/conversations/{channel}/{thread}")
    String one(ApiToken me, String channel, String thread, @QueryValue(defaultValue = "masked") String personal) {
        return Json.write(there(conversation(channel, thread), isWhole(me, personal)));
    }

    /** The lines that are new or changed since a place. */
    @Get("/conversations/{channel}/{thread}/lines")
    String lines(
            ApiToken me,
            String channel,
            String thread,
            @QueryValue(defaultValue = "0") String after,
            @QueryValue(defaultValue = "masked") String personal) {
        var conversation = conversation(channel, thread);
        boolean whole = isWhole(me, personal);
        var next =
                there(conversation, whole).get("seq"); // first: what comes meanwhile is told again, and not passed over
        return Json.write(Map.of("lines", conversations.lines(conversation, place(after), whole), "next", next));
    }

    /** What hooks tell, for who cannot be called. */
    @Get("/events")
    String events(
            ApiToken me,
            @QueryValue(defaultValue = "") String after,
            @QueryValue(defaultValue = "100") String limit,
            @QueryValue(defaultValue = "masked") String personal) {
        int most = number("limit", limit, MOST);
        boolean whole = isWhole(me, personal);
        return Json.write(after.isEmpty() ? events.fromNowOn() : events.after(place(after), most, whole));
    }

    /** Who is at the desk. */
    @Get("/agents")
    String agents() {
        var agents = lists.team(clock.instant()).stream()
                .map(each -> {
                    var told = new LinkedHashMap<String, Object>();
                    told.put("agent", each.login());
                    told.put("name", each.name());
                    told.put("presence", each.presence());
                    if (each.reason() != null) {
                        told.put("reason", each.reason());
                    }
                    told.put("load", each.load());
                    told.put("capacity", each.capacity());
                    told.put("teams", each.teams());
                    return told;
                })
                .toList();
        return Json.write(Map.of("agents", agents, "attended", desk.outlook().attended()));
    }

    private Map<String, Object> there(ConversationId conversation, boolean whole) {
        return conversations.of(conversation, whole).orElseThrow(() -> noConversation(conversation));
    }

    static ApiProblem noConversation(ConversationId conversation) {
        return ApiProblem.notThere(
                "Nobody ever wrote in " + conversation + ".",
                "Take channel and thread from /api/v1/conversations or from an event.");
    }

    static ConversationId conversation(String channel, String thread) {
        if (channel.isBlank() || thread.isBlank()) {
            throw ApiProblem.notThere("There is no such conversation.", "/api/v1/conversations/{channel}/{thread}");
        }
        return new ConversationId(channel, thread);
    }

    /** Whoever answers people may read what they wrote. */
    static boolean isWhole(ApiToken me, String personal) {
        if (!personal.equals("masked") && !personal.equals("whole")) {
            throw ApiProblem.wrong(
                    "personal", "personal is masked or whole, not " + personal + ".", "?personal=masked");
        }
        if (personal.equals("whole") && !me.may(ApiScope.ANSWER)) {
            throw ApiProblem.notAllowed(
                    "What scripts mask is for those who answer.",
                    "Leave personal out, or use a token with the scope answer.");
        }
        return personal.equals("whole");
    }

    private static long place(String after) {
        if (!after.matches("[0-9]{1,18}")) {
            throw ApiProblem.wrong("after", "after is a whole number, not " + after + ".", "?after=0");
        }
        return Long.parseLong(after);
    }

    private static int number(String name, String text, int most) {
        if (!text.matches("[0-9]{1,6}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > most) {
            throw ApiProblem.wrong(name, name + " is a whole number from 1 to " + most + ".", "?" + name + "=" + most);
        }
        return Integer.parseInt(text);
    }
}
