package io.renhua.server;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.renhua.conversation.LiveDesk.Outcome;
import io.renhua.handoff.Desk;
import io.renhua.handoff.Urgency;
import io.renhua.message.ConversationId;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Who comes before everybody else. */
@Controller("/desk/priority")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured({"owner", "operator", "agent"})
final class PriorityController {
    private final Urgency urgency;
    private final Desk desk;
    private final DeskNames names;
    private final Clock clock;

    PriorityController(Urgency urgency, Desk desk, DeskNames names, Clock clock) {
        this.urgency = urgency;
        this.desk = desk;
        this.names = names;
        this.clock = clock;
    }

    /** Somebody is urgent, or is no more. */
    record Change(@Nullable String conversation, boolean urgent) {
        ConversationId with() {
            return ConversationId.parse(conversation == null ? "" : conversation);
        }
    }

    @Post
    DeskAnswer set(StaffMember me, @Body Change change) {
        var conversation = change.with();
        var outcome = urgency.set(conversation, change.urgent(), me.login())
                ? new Outcome.Done()
                : new Outcome.TooLate(desk.ownerOf(conversation));
        return DeskAnswer.of(outcome, names, clock.instant());
    }

    @Error(exception = IllegalArgumentException.class)
    HttpResponse<?> notAConversation() {
        return HttpResponse.badRequest();
    }
}
