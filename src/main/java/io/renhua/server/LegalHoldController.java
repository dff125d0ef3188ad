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
import io.renhua.conversation.LegalHolds;
import io.renhua.message.ConversationId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;

/** Keeps a conversation though its time may be over, and lets it go again, from the page of what was said. */
@Controller("/desk/transcripts/legal-hold")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured({"owner", "operator"})
final class LegalHoldController {
    private static final int LONGEST_WHY = 1_000;
    private static final int MOST_YEARS = 10;

    private final LegalHolds holds;
    private final Clock clock;

    LegalHoldController(LegalHolds holds, Clock clock) {
        this.holds = holds;
        this.clock = clock;
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> keep(StaffMember me, @Body String sent) {
        var form = DeskForm.of(sent);
        var conversation = ConversationId.parse(form.field("conversation"));
        var why = form.field("why").strip();
        var until = LocalDate.parse(form.field("until"));
        var today = LocalDate.ofInstant(clock.instant(), ZoneId.systemDefault());
        if (why.isEmpty()
                || why.length() > LONGEST_WHY
                || !until.isAfter(today)
                || until.isAfter(today.plusYears(MOST_YEARS))) {
            return HttpResponse.badRequest();
        }
        var ends = until.atStartOfDay(ZoneId.systemDefault()).toInstant();
        return holds.keep(conversation, why, ends, me.login()) ? back(conversation) : HttpResponse.notFound();
    }

    @Post("/end")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> end(StaffMember me, @Body String sent) {
        var conversation = ConversationId.parse(DeskForm.of(sent).field("conversation"));
        return holds.end(conversation, me.login()) ? back(conversation) : HttpResponse.notFound();
    }

    private static HttpResponse<?> back(ConversationId conversation) {
        return DeskPages.goTo("/desk/transcripts/read?conversation="
                + URLEncoder.encode(conversation.toString(), StandardCharsets.UTF_8) + "#legal-hold");
    }

    @Error(exception = IllegalArgumentException.class)
    HttpResponse<?> noConversation() {
        return HttpResponse.badRequest();
    }

    @Error(exception = DateTimeException.class)
    HttpResponse<?> noDay() {
        return HttpResponse.badRequest();
    }
}
