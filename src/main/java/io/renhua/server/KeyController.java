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
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which keys somebody at the desk works with. */
@Controller("/desk/keys")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured({"owner", "operator", "agent"})
final class KeyController {
    private final KeyChoices choices;

    KeyController(KeyChoices choices) {
        this.choices = choices;
    }

    @Get(produces = MediaType.APPLICATION_JSON)
    String chosen(StaffMember me) {
        return Json.write(choices.of(me.login()));
    }

    /** What somebody chose. */
    record Chosen(@Nullable Map<String, String> changed, boolean off) {}

    @Post
    HttpResponse<?> choose(StaffMember me, @Body Chosen chosen) {
        var changed = chosen.changed();
        choices.keep(me.login(), new KeyChoice(changed == null ? Map.of() : changed, chosen.off()));
        return HttpResponse.ok(chosen);
    }

    @Error(exception = IllegalArgumentException.class)
    HttpResponse<?> noKeys() {
        return HttpResponse.badRequest();
    }
}
