package io.renhua.server;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.renhua.conversation.Erasures;
import io.renhua.conversation.Erasures.Outcome;
import io.renhua.message.ConversationId;
import io.renhua.people.Unions;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Erases whoever asked for it, from the page of what they said. */
@Controller("/desk/transcripts/erase")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured({"owner", "operator"})
final class EraseController {
    private static final String SURE = "yes";
    private static final String EVERYWHERE = "everywhere";
    private static final String HERE = "here";

    private final Erasures erasures;
    private final Unions unions;
    private final Transcripts transcripts;

    EraseController(Erasures erasures, Unions unions, Transcripts transcripts) {
        this.erasures = erasures;
        this.unions = unions;
        this.transcripts = transcripts;
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> erase(StaffMember me, @Body String sent) {
        var form = DeskForm.of(sent);
        var conversation = ConversationId.parse(form.field("conversation"));
        if (!form.field("sure").equals(SURE)) {
            return HttpResponse.badRequest();
        }
        var where = form.field("where");
        if (!List.of(EVERYWHERE, HERE).contains(where)
                && !unions.elsewhere(conversation)
                        .isEmpty()) { // since the page was made: the question is theirs to answer
            return page(conversation, "#erase");
        }
        var outcome = where.equals(EVERYWHERE)
                ? erasures.eraseEverywhere(conversation, me.login())
                : erasures.erase(conversation, me.login());
        return switch (outcome) {
            case Outcome.Erased(var conversations) -> {
                transcripts.forget(conversations);
                yield DeskPages.goTo("/desk/transcripts?erased=" + conversations.size());
            }
            case Outcome.InWork(var busy) -> page(busy, "&busy=true#erase");
            case Outcome.Held(var hold) -> page(hold.conversation(), "#legal-hold");
            case Outcome.Unknown() -> HttpResponse.notFound();
        };
    }

    private static HttpResponse<?> page(ConversationId conversation, String at) {
        return DeskPages.goTo("/desk/transcripts/read?conversation="
                + URLEncoder.encode(conversation.toString(), StandardCharsets.UTF_8) + at);
    }

    @Error(exception = IllegalArgumentException.class)
    HttpResponse<?> noConversation() {
        return HttpResponse.badRequest();
    }
}
