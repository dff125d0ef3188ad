package io.renhua.server;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.renhua.message.ConversationId;
import org.jspecify.annotations.Nullable;

/** What was asked or done before something is resolved; what there is to do stands in the brief. */
@Controller("/desk/checklist")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured({"owner", "operator", "agent"})
final class ChecklistController {
    private final Checklists checklists;

    ChecklistController(Checklists checklists) {
        this.checklists = checklists;
    }

    /**
     * A point is done, or is not.
     *
     * @param point by its id
     */
    record Change(@Nullable String conversation, @Nullable String point, boolean done) {
        ConversationId with() {
            return ConversationId.parse(conversation == null ? "" : conversation);
        }

        String id() {
            return point == null ? "" : point;
        }
    }

    @Post
    DeskAnswer tick(StaffMember me, @Body Change change) {
        checklists.tick(me, change.with(), change.id(), change.done());
        return DeskAnswer.plain(true);
    }

    @Error(exception = IllegalArgumentException.class)
    HttpResponse<?> noSuchPoint() {
        return HttpResponse.badRequest();
    }
}
