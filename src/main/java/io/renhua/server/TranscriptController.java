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
import io.renhua.message.ConversationId;
import io.renhua.store.Json;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

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
    private final Clock clock;

    TranscriptController(
            Transcripts transcripts,
            DeskLists lists,
            DeskNames names,
            DeskWords words,
            DeskPages pages,
            Discretion discretion,
            Clock clock) {
        this.transcripts = transcripts;
        this.lists = lists;
        this.names = names;
        this.words = words;
        this.pages = pages;
        this.discretion = discretion;
        this.clock = clock;
    }

    @Get
    HttpResponse<?> search(HttpRequest<?> request, StaffMember me, @QueryValue(defaultValue = "0") int page) {
        var search = TranscriptSearch.in(request.getParameters(), clock.getZone());
        var language = words.languageOf(request);
        int wanted = Math.clamp(page, 0, 10_000);
        var found = transcripts.search(search, wanted);
        var sights = discretion.of(
                me, found.stream().map(Transcripts.Found::conversation).toList());
        var values = new HashMap<String, Object>();
        values.put("search", search.asMap());
        values.put("query", search.asQuery());
        values.put(
                "found",
                found.stream()
                        .map(hit -> shown(hit, language, Objects.requireNonNull(sights.get(hit.conversation()))))
                        .toList());
        values.put("page", wanted);
        values.put("more", found.size() == Transcripts.PER_PAGE);
        values.put("personas", names.personas(language));
        values.put("channels", transcripts.channels());
        return pages.page(request, HttpStatus.OK, "transcripts", values);
    }

    private Map<String, Object> shown(Transcripts.Found found, String language, Sight sight) {
        var persona = names.persona(found.persona(), language);
        return Map.of(
                "id", found.conversation().toString(),
                "channel", found.conversation().channel(),
                "person", DeskNames.person(found.person(), words.in(language).getOrDefault("visitor", "")),
                "persona", persona == null ? "" : persona.nickname(),
                "hits", found.hits(),
                "side", found.line().side().name(),
                "text", sight.over(found.line().text()),
                "at", found.line().at().toString());
    }

    @Get("/read")
    HttpResponse<?> read(HttpRequest<?> request, @QueryValue ConversationId conversation) {
        return pages.page(request, HttpStatus.OK, "transcript", Map.of("conversation", conversation.toString()));
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
