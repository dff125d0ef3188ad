package io.renhua.server;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;

/** The metrics in Prometheus' text form, for its collector and for staff who look after the house. */
@Controller(ScrapeController.PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured({"owner", "operator", ScrapeController.COLLECTOR})
final class ScrapeController {
    static final String PATH = "/prometheus";
    static final String COLLECTOR = "collector";
    private static final String FORM = "text/plain; version=0.0.4; charset=utf-8";

    private final PrometheusMeterRegistry registry;
    private final BacklogMetrics backlog;
    private final HookMetrics hooks;

    ScrapeController(PrometheusMeterRegistry registry, BacklogMetrics backlog, HookMetrics hooks) {
        this.registry = registry;
        this.backlog = backlog;
        this.hooks = hooks;
    }

    @Get(produces = MediaType.ALL)
    HttpResponse<String> metrics() {
        backlog.refresh();
        hooks.refresh();
        return HttpResponse.ok(registry.scrape()).header("Content-Type", FORM).header("Cache-Control", "no-store");
    }
}
