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
import io.renhua.store.Json;
import io.renhua.why.Explanations;
import io.renhua.why.Prose;
import java.util.List;

/** Tells the desk why a persona's bubble was said, in the language of whoever reads it. */
@Controller("/desk/why")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured({"owner", "operator", "agent"})
final class WhyController {
    private final Explanations explanations;
    private final DeskWords words;

    WhyController(Explanations explanations, DeskWords words) {
        this.explanations = explanations;
        this.words = words;
    }

    @Get(produces = MediaType.APPLICATION_JSON)
    HttpResponse<String> why(HttpRequest<?> request, @QueryValue long bubble) {
        var prose = new Prose(words.languageOf(request));
        return explanations
                .of(bubble)
                .map(explanation -> HttpResponse.ok(Json.write(new Told(bubble, prose.of(explanation)))))
                .orElseGet(HttpResponse::notFound);
    }

    /** @param bubble its number, by which a command asks too */
    record Told(long bubble, List<Prose.Paragraph> paragraphs) {}
}
