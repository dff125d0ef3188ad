package io.renhua.server;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.renhua.conversation.ReplyRules;
import io.renhua.learning.WrongAnswers;
import io.renhua.learning.WrongAnswers.Taken;
import io.renhua.message.ConversationId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The persona was wrong here: whoever writes the script reads it where they read what was not understood. */
@Controller("/desk/wrong")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured({"owner", "operator", "agent"})
final class WrongController {
    private final WrongAnswers answers;
    private final ReplyRules rules;

    WrongController(WrongAnswers answers, ReplyRules rules) {
        this.answers = answers;
        this.rules = rules;
    }

    /** The lines that could have been right. */
    @Get(produces = MediaType.APPLICATION_JSON)
    List<String> lines(@QueryValue ConversationId id) {
        return List.copyOf(rules.in(id).live().persona().lines().keySet());
    }

    /**
     * Somebody says that a bubble was wrong.
     *
     * @param seq its place in the journal
     * @param line that would have been right; empty where they do not say
     */
    record Told(
            @Nullable String conversation,
            long seq,
            @Nullable String line) {
        ConversationId with() {
            return ConversationId.parse(conversation == null ? "" : conversation);
        }

        @Nullable
        String instead() {
            return line == null || line.isBlank() ? null : line.strip().replace(' ', '_');
        }
    }

    /** @param problem by name, why it could not be taken in */
    record Came(boolean done, @Nullable String problem) {}

    @Post
    Came tell(StaffMember me, @Body Told told) {
        var taken = answers.take(told.with(), told.seq(), told.instead(), me.login());
        return taken == Taken.IN
                ? new Came(true, null)
                : new Came(false, taken.name().toLowerCase(Locale.ROOT));
    }

    @Error(exception = IllegalArgumentException.class)
    HttpResponse<?> notAConversation() {
        return HttpResponse.badRequest();
    }
}
