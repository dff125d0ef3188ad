package io.renhua.server;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.renhua.handoff.Agents;
import io.renhua.message.ConversationId;
import io.renhua.store.Json;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The agents' desk: the page, and what stands on it. */
@Controller("/desk")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured({"owner", "operator", "agent"})
final class DeskController {
    private final DeskLists lists;
    private final DeskNames names;
    private final DeskWords words;
    private final DeskPages pages;
    private final Transcripts transcripts;
    private final DeskWriting writing;
    private final Discretion discretion;
    private final Agents agents;
    private final DeskBlocking blocking;
    private final Clock clock;

    DeskController(
            DeskLists lists,
            DeskNames names,
            DeskWords words,
            DeskPages pages,
            Transcripts transcripts,
            DeskWriting writing,
            Discretion discretion,
            Agents agents,
            DeskBlocking blocking,
            Clock clock) {
        this.lists = lists;
        this.names = names;
        this.words = words;
        this.pages = pages;
        this.transcripts = transcripts;
        this.writing = writing;
        this.discretion = discretion;
        this.agents = agents;
        this.blocking = blocking;
        this.clock = clock;
    }

    @Get(produces = MediaType.TEXT_HTML)
    HttpResponse<?> page(HttpRequest<?> request, StaffMember me) {
        boolean fresh = transcripts.isEmpty();
        return pages.page(request, HttpStatus.OK, "desk", Map.of("blocks", blocking.lets(me), "fresh", fresh));
    }

    @Get(value = "/lists", produces = MediaType.APPLICATION_JSON)
    String lists(
            HttpRequest<?> request,
            StaffMember me,
            @QueryValue(defaultValue = "0") long after,
            @QueryValue(defaultValue = "0") int rows) {
        agents.seen(me.login());
        return Json.write(lists.of(me, words.languageOf(request), clock.instant(), new DeskLists.Asked(after, rows)));
    }

    /** What is new or changed in a conversation since a place in the journal. */
    @Get(value = "/conversation", produces = MediaType.APPLICATION_JSON)
    String conversation(
            HttpRequest<?> request,
            StaffMember me,
            @QueryValue ConversationId id,
            @QueryValue(defaultValue = "0") long after) {
        var card = lists.card(
                me, id, words.languageOf(request)); // first: what comes meanwhile is told again, and not passed over
        var sight = discretion.of(me, id);
        var lines = transcripts.thread(id, after).stream()
                .map(line -> sight.over(DeskLine.of(line, names)))
                .toList();
        return Json.write(
                new Talk(card.seq(), clock.instant(), card, lines, sight.reading(), writing.of(id, me.login())));
    }

    /**
     * @param seq to ask from next time
     * @param reading whether the reader sees it whole
     * @param writing null where nobody can write
     */
    record Talk(
            long seq,
            Instant now,
            DeskCard card,
            List<DeskLine> lines,
            Sight.Reading reading,
            DeskWriting.@Nullable Writing writing) {}

    @Error(exception = IllegalArgumentException.class)
    HttpResponse<?> notAConversation() {
        return HttpResponse.badRequest();
    }
}
