package io.renhua.server;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.renhua.handoff.Desk.Held;
import io.renhua.store.Json;
import java.util.Map;
import java.util.function.Function;

/** The wall that supervisors look at, beside the desk or on a television; and what alarms them at their own desk. */
@Controller("/desk")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured({"owner", "operator"})
final class WallController {
    private final DeskFloors floors;
    private final Wall wall;
    private final DeskAlarms alarms;
    private final DeskPages pages;
    private final DeskWords words;

    WallController(DeskFloors floors, Wall wall, DeskAlarms alarms, DeskPages pages, DeskWords words) {
        this.floors = floors;
        this.wall = wall;
        this.alarms = alarms;
        this.pages = pages;
        this.words = words;
    }

    /** With {@code tv} nothing but figures and initials: anybody may walk past. */
    @Get(value = "/wall", produces = MediaType.TEXT_HTML)
    HttpResponse<?> page(HttpRequest<?> request) {
        return pages.page(request, "wall", Map.of("tv", isForAnybody(request)));
    }

    @Get(value = "/wall/state", produces = MediaType.APPLICATION_JSON)
    String state(HttpRequest<?> request) {
        var floor = floors.now();
        return Json.write(wall.of(floor, names(request, floor)));
    }

    @Get(value = "/alarms", produces = MediaType.APPLICATION_JSON)
    String alarms(HttpRequest<?> request) {
        var floor = floors.now();
        return Json.write(alarms.on(floor, names(request, floor)));
    }

    private Function<Held, String> names(HttpRequest<?> request, DeskFloor floor) {
        var visitor = words.in(words.languageOf(request)).getOrDefault("visitor", "");
        boolean hidden = isForAnybody(request);
        return held -> {
            var summary = floor.summaries().get(held.conversation());
            var name = DeskNames.person(summary == null ? null : summary.person(), visitor);
            return hidden ? Initials.of(name) : name;
        };
    }

    private static boolean isForAnybody(HttpRequest<?> request) {
        return request.getParameters().contains("tv");
    }
}
