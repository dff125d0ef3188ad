package io.renhua.server;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.Map;

/** How to use the API, for people and for their tools. */
@Controller("/api")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_ANONYMOUS)
final class ApiDocsController {
    private final ApiDocs docs;
    private final DeskPages pages;

    ApiDocsController(ApiDocs docs, DeskPages pages) {
        this.docs = docs;
        this.pages = pages;
    }

    @Get(value = "/docs", produces = MediaType.TEXT_HTML)
    HttpResponse<?> page(HttpRequest<?> request) {
        return pages.page(request, "docs", Map.of("sections", docs.list()));
    }

    @Get(value = "/v1/openapi.yaml", produces = MediaType.ALL)
    HttpResponse<String> file() {
        return HttpResponse.ok(docs.text()).contentType("application/yaml");
    }
}
