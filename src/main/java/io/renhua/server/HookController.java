package io.renhua.server;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.renhua.hook.Hooks;
import java.time.Clock;
import java.time.Duration;

/** What people do about those who are told what happens. */
@Controller("/desk/operations/hooks")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured({"owner", "operator"})
final class HookController {
    private final Hooks hooks;
    private final Clock clock;

    HookController(Hooks hooks, Clock clock) {
        this.hooks = hooks;
        this.clock = clock;
    }

    @Post("/test")
    HttpResponse<?> test(@Body String sent) {
        return back(hooks.test(name(sent)) ? "hook_test_sent" : "hook_nothing");
    }

    /** One event, with the id it had. */
    @Post("/replay")
    HttpResponse<?> replay(@Body String sent) {
        var event = DeskForm.of(sent).field("event");
        return back(hooks.replay(name(sent), event) ? "hook_again_sent" : "hook_nothing");
    }

    /** Everything of the last hours. */
    @Post("/replay-since")
    HttpResponse<?> replaySince(@Body String sent) {
        var hours = DeskForm.of(sent).field("hours");
        int all = hours.matches("[1-9][0-9]{0,2}")
                ? hooks.replaySince(name(sent), clock.instant().minus(Duration.ofHours(Integer.parseInt(hours))))
                : 0;
        return back(all == 0 ? "hook_nothing" : "hook_since_sent&n=" + all);
    }

    @Post("/resume")
    HttpResponse<?> resume(@Body String sent) {
        return back(hooks.resume(name(sent)) ? "hook_resumed" : "hook_nothing");
    }

    private static String name(String sent) {
        return DeskForm.of(sent).field("hook");
    }

    private static HttpResponse<?> back(String done) {
        return DeskPages.goTo("/desk/operations?done=" + done);
    }
}
