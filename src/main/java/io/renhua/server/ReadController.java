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

/** Hears from pages what was read. */
@Controller("/desk/read")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured({"owner", "operator", "agent"})
final class ReadController {
    private final ReadMarks marks;

    ReadController(ReadMarks marks) {
        this.marks = marks;
    }

    /** @param seq the place in the journal up to which the page has shown everything */
    record Read(@Nullable String conversation, long seq) {}

    @Post
    HttpResponse<?> read(StaffMember me, @Body Read read) {
        marks.read(
                me.login(), ConversationId.parse(read.conversation() == null ? "" : read.conversation()), read.seq());
        return HttpResponse.ok(read);
    }

    @Error(exception = IllegalArgumentException.class)
    HttpResponse<?> notAConversation() {
        return HttpResponse.badRequest();
    }
}
