package io.renhua.server;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.renhua.conversation.DeadLetters;
import java.util.HashMap;
import java.util.Set;

/** Whether the house runs as it should, and what was put aside for somebody to decide. */
@Controller("/desk/operations")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured({"owner", "operator"})
final class OperationsController {
    private static final Set<String> DONE = Set.of(
            "replayed",
            "replayed_all",
            "discarded",
            "replay_gone",
            "hook_test_sent",
            "hook_again_sent",
            "hook_since_sent",
            "hook_resumed",
            "hook_nothing");

    private final OperationsBoard board;
    private final DeadLetters letters;
    private final LatestBacklog latest;
    private final DeskPages pages;

    OperationsController(OperationsBoard board, DeadLetters letters, LatestBacklog latest, DeskPages pages) {
        this.board = board;
        this.letters = letters;
        this.latest = latest;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> page(
            HttpRequest<?> request, @QueryValue(defaultValue = "") String done, @QueryValue(defaultValue = "0") int n) {
        var values = new HashMap<String, Object>(board.now(pages.languageOf(request)));
        values.put("done", DONE.contains(done) ? done : "");
        values.put("doneCount", n);
        return pages.page(request, HttpStatus.OK, "operations", values);
    }

    @Post("/replay")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> replay(StaffMember me, @Body String sent) {
        return back(letters.replay(DeskForm.of(sent).field("id"), me.login()) ? "replayed" : "replay_gone");
    }

    @Post("/replay-all")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> replayAll(StaffMember me, @Body String sent) {
        int all = letters.replayAll(DeskForm.of(sent).field("channel"), me.login());
        return back(all == 0 ? "replay_gone" : "replayed_all&n=" + all);
    }

    @Post("/discard")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> discard(StaffMember me, @Body String sent) {
        return back(letters.discard(DeskForm.of(sent).field("id"), me.login()) ? "discarded" : "replay_gone");
    }

    private HttpResponse<?> back(String done) {
        latest.outdated();
        return DeskPages.goTo("/desk/operations?done=" + done);
    }
}
