package io.renhua.server;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.renhua.handoff.Gazes;
import io.renhua.message.ConversationId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who else has a conversation before them, and writes in it. */
@Controller("/desk/gaze")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured({"owner", "operator", "agent"})
final class GazeController {
    private final Gazes gazes;
    private final DeskNames names;

    GazeController(Gazes gazes, DeskNames names) {
        this.gazes = gazes;
        this.names = names;
    }

    /** @param conversation that a page shows; null when it shows none, or nobody sees the page */
    record Shown(@Nullable String conversation, boolean writing) {}

    /** A colleague who looks on. */
    record Onlooker(String name, boolean writing) {}

    /** Says where the reader looks, and hears who else does. */
    @Post
    List<Onlooker> turn(StaffMember me, @Body Shown shown) {
        var conversation = shown.conversation() == null ? null : ConversationId.parse(shown.conversation());
        gazes.turn(me.login(), conversation, shown.writing());
        return conversation == null ? List.of() : others(conversation, me);
    }

    @Get
    List<Onlooker> at(StaffMember me, @QueryValue ConversationId id) {
        return others(id, me);
    }

    private List<Onlooker> others(ConversationId conversation, StaffMember me) {
        return gazes.at(conversation, me.login()).stream()
                .map(gaze -> new Onlooker(names.staff(gaze.login()), gaze.writing()))
                .toList();
    }

    @Error(exception = IllegalArgumentException.class)
    HttpResponse<?> notAConversation() {
        return HttpResponse.badRequest();
    }
}
