package io.renhua.server;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.renhua.conversation.DeskMonitor;

/** Hears from each desk page that it has seen what entered the queue. */
@Controller("/desk/probe")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured({"owner", "operator", "agent"})
final class ProbeController {
    private final DeskMonitor monitor;

    ProbeController(DeskMonitor monitor) {
        this.monitor = monitor;
    }

    record Seen(long epoch) {}

    @Post
    @Status(HttpStatus.NO_CONTENT)
    void seen(StaffMember me, @Body Seen seen) {
        monitor.seen(me.login(), seen.epoch());
    }
}
