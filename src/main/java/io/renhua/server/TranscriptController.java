package io.renhua.server;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.renhua.conversation.LegalHolds;
import io.renhua.message.ConversationId;
import io.renhua.people.Unions;
import io.renhua.store.Json;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;

/** Reading what was said. */
@Controller("/desk/transcripts")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured({"owner", "operator", "agent"})
final class TranscriptController {
    private static final int WHOLE = 5_000;

    private final Transcripts transcripts;
    private final DeskLists lists;
    private final DeskNames names;
    private final DeskWords words;
    private final DeskPages pages;
    private final Discretion discretion;
    private final DeskFaces faces;
    private final Unions unions;
    private final LegalHolds holds;
    private final Clock clock;

    TranscriptController(
            Transcripts transcripts,
            DeskLists lists,
            DeskNames names,
            DeskWords words,
            DeskPages pages,
            Discretion discretion,
            DeskFaces faces,
            Unions unions,
            LegalHolds holds,
            Clock clock) {
        this.transcripts = transcripts;
        this.lists = lists;
        this.names = names;
        this.words = words;
        this.pages = pages;
        this.discretion = discretion;
        this.faces = faces;
        this.unions = unions;
        this.holds = holds;
        this.clock = clock;
    }

    /**
     * @param at the line that was looked for
     * @param busy whether somebody tried to erase it while it was in work
     */
    @Get("/read")
    HttpResponse<?> read(
            HttpRequest<?> request,
            @QueryValue ConversationId conversation,
            @QueryValue(defaultValue = "0") long at,
            @QueryValue(defaultValue = "false") boolean busy) {
        var hold = holds.of(conversation);
        var values = new HashMap<String, Object>();
        values.put("conversation", conversation.toString());
        values.put("at", at);
        values.put("busy", busy);
        values.put(
                "elsewhere",
                faces.of(unions.elsewhere(conversation), words.languageOf(request))
                        .values());
        values.put("held", hold.isPresent());
        hold.ifPresent(each -> {
            values.put("heldWhy", each.why());
            values.put("heldBy", names.staff(each.by()));
            values.put("heldUntil", each.until().toString());
            values.put("heldErased", each.erasedBy() != null);
        });
        return pages.page(request, HttpStatus.OK, "transcript", values);
    }

    /** The lines of a whole transcript, for the page that reads it. */
    @Get(value = "/lines", produces = MediaType.APPLICATION_JSON)
    String lines(HttpRequest<?> request, StaffMember me, @QueryValue ConversationId conversation) {
        var sight = discretion.of(me, conversation);
        List<DeskLine> lines = transcripts.whole(conversation, WHOLE).stream()
                .map(line -> sight.over(DeskLine.of(line, names)))
                .toList();
        return Json.write(new DeskController.Talk(
                0,
                clock.instant(),
                lists.card(me, conversation, words.languageOf(request)),
                lines,
                sight.reading(),
                null));
    }
}
