package io.renhua.server;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.renhua.conversation.ReplyRules;
import io.renhua.message.ConversationId;
import io.renhua.store.Json;

/** Tells an agent at one glance how the persona speaks in whose place they answer. */
@Controller("/desk/voice")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured({"owner", "operator", "agent"})
final class VoiceController {
    private final ReplyRules rules;

    VoiceController(ReplyRules rules) {
        this.rules = rules;
    }

    @Get(produces = MediaType.APPLICATION_JSON)
    String card(@QueryValue ConversationId id) {
        var speaking = rules.in(id);
        return Json.write(VoiceCard.of(speaking.live().persona(), speaking.locale()));
    }

    @Error(exception = IllegalArgumentException.class)
    HttpResponse<?> notAConversation() {
        return HttpResponse.badRequest();
    }
}
