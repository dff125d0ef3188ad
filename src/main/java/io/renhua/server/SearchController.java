package io.renhua.server;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.renhua.search.Search;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;

/** Finding a conversation by what was said, by whom, and by how it was helped. The address is the search. */
@Controller("/desk/transcripts")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured({"owner", "operator", "agent"})
final class SearchController {
    private static final String PLACE = "/desk/transcripts";
    private static final int LAST_PAGE = 10_000;

    private final SearchResults results;
    private final SearchChoices choices;
    private final DeskWords words;
    private final DeskPrivacy privacy;
    private final DeskPages pages;
    private final Clock clock;

    SearchController(
            SearchResults results,
            SearchChoices choices,
            DeskWords words,
            DeskPrivacy privacy,
            DeskPages pages,
            Clock clock) {
        this.results = results;
        this.choices = choices;
        this.words = words;
        this.privacy = privacy;
        this.pages = pages;
        this.clock = clock;
    }

    static Search asked(HttpRequest<?> request, ZoneId zone) {
        var parameters = request.getParameters();
        return Search.of(name -> parameters.getFirst(name).orElse(""), zone);
    }

    /** @param erased how many conversations are no more, for whoever just saw to that */
    @Get(produces = MediaType.TEXT_HTML)
    HttpResponse<?> search(
            HttpRequest<?> request,
            StaffMember me,
            @QueryValue(defaultValue = "0") int page,
            @QueryValue(defaultValue = "0") int erased) {
        var search = asked(request, clock.getZone());
        if (hasBlanks(request)) {
            return DeskPages.goTo(search.chosen().isEmpty() ? PLACE : PLACE + "?" + search.asQuery());
        }
        var language = words.languageOf(request);
        int wanted = Math.clamp(page, 0, LAST_PAGE);
        var offered = choices.in(language);
        var found =
                results.page(me, search, wanted, language, words.in(language).getOrDefault("visitor", ""));
        return pages.page(
                request,
                "transcripts",
                Map.of(
                        "search", search.asked(),
                        "query", search.asQuery(),
                        "chosen", choices.chosen(search, offered, language),
                        "choices", offered,
                        "found", found.rows(),
                        "page", wanted,
                        "more", found.more(),
                        "erased", Math.max(0, erased),
                        "findsAll", !privacy.masked() || privacy.letsReveal(me)));
    }

    /** A form sends what was left open too; an address to keep and to share holds only what was chosen. */
    private static boolean hasBlanks(HttpRequest<?> request) {
        return request.getParameters().asMap().values().stream()
                .anyMatch(values -> values.stream().allMatch(String::isBlank));
    }
}
