package io.renhua.server;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.renhua.search.Search;
import java.time.Clock;

/** The current search's transcripts as files. */
@Controller("/desk/transcripts")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured({"owner", "operator"})
final class ExportController {
    private final Exports exports;
    private final Clock clock;

    ExportController(Exports exports, Clock clock) {
        this.exports = exports;
        this.clock = clock;
    }

    @Get(value = "/export.csv", produces = MediaType.ALL)
    StreamedFile csv(HttpRequest<?> request, StaffMember me) {
        return new StreamedFile(exports.csv(me, search(request)), MediaType.TEXT_CSV_TYPE).attach("transcripts.csv");
    }

    @Get(value = "/export.jsonl", produces = MediaType.ALL)
    StreamedFile jsonLines(HttpRequest<?> request, StaffMember me) {
        return new StreamedFile(exports.jsonLines(me, search(request)), MediaType.of("application/x-ndjson"))
                .attach("transcripts.jsonl");
    }

    private Search search(HttpRequest<?> request) {
        return SearchController.asked(request, clock.getZone());
    }
}
