package io.renhua.server;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.renhua.store.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody at the desk wants to be called for. */
@Controller("/desk/notices")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured({"owner", "operator", "agent"})
final class NoticeController {
    private final NoticeChoices choices;

    NoticeController(NoticeChoices choices) {
        this.choices = choices;
    }

    @Get(produces = MediaType.APPLICATION_JSON)
    String chosen(StaffMember me) {
        return Json.write(choices.of(me.login()));
    }

    /** What somebody chose. */
    record Chosen(@Nullable List<String> off, boolean repeats) {}

    @Post
    HttpResponse<?> choose(StaffMember me, @Body Chosen chosen) {
        choices.keep(me.login(), new NoticeChoice(chosen.off() == null ? List.of() : chosen.off(), chosen.repeats()));
        return HttpResponse.ok(chosen);
    }

    @Error(exception = IllegalArgumentException.class)
    HttpResponse<?> nothingToBeCalledFor() {
        return HttpResponse.badRequest();
    }
}
