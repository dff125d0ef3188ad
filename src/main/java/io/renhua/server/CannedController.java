package io.renhua.server;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.renhua.handoff.CannedReplies;
import io.renhua.handoff.CannedReplies.Saved;
import io.renhua.handoff.CannedReply;
import io.renhua.message.ConversationId;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The words that agents keep ready: where they are written, and where they are taken. */
@Controller("/desk/canned")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured({"owner", "operator", "agent"})
final class CannedController {
    private final CannedReplies canned;
    private final CannedOffers offers;
    private final CannedRules rules;
    private final CannedShelf shelf;
    private final Shelves shelves;
    private final Clock clock;

    CannedController(
            CannedReplies canned,
            CannedOffers offers,
            CannedRules rules,
            CannedShelf shelf,
            Shelves shelves,
            Clock clock) {
        this.canned = canned;
        this.offers = offers;
        this.rules = rules;
        this.shelf = shelf;
        this.shelves = shelves;
        this.clock = clock;
    }

    /**
     * @param q what is looked for
     * @param edit the id of one that is to be changed
     * @param saved the id of one that was
     * @param deleted the id of one that was, and can be taken back
     */
    @Get(produces = MediaType.TEXT_HTML)
    HttpResponse<?> list(
            HttpRequest<?> request,
            StaffMember me,
            @QueryValue(defaultValue = "") String q,
            @QueryValue(defaultValue = "") String edit,
            @QueryValue(defaultValue = "") String saved,
            @QueryValue(defaultValue = "") String deleted) {
        var changed = writable(me, canned.named(edit));
        var form = changed.map(reply -> CannedForm.of(reply, clock)).orElseGet(() -> CannedForm.empty(me));
        var visit = new CannedShelf.Visit(request, me, q, form);
        return shelf.page(visit.done(
                writable(me, canned.named(saved)).map(rules::judge).orElse(null),
                writable(me, canned.deleted(deleted)).orElse(null)));
    }

    private static Optional<CannedReply> writable(StaffMember me, Optional<CannedReply> reply) {
        return reply.filter(each -> Owners.mayWrite(me, each.whose()));
    }

    @Post("/save")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> save(HttpRequest<?> request, StaffMember me, @Body String sent) {
        var form = CannedForm.of(DeskForm.of(sent));
        var visit = new CannedShelf.Visit(request, me, "", form);
        var problems = form.problems(me, clock, shelves);
        if (!problems.isEmpty()) {
            return shelf.page(visit.refused(problems));
        }
        var reply = form.reply(me, clock);
        var found = DeskAnswer.Remark.of(rules.judge(reply));
        if (found.stream().anyMatch(DeskAnswer.Remark::forbids)) {
            return shelf.page(visit.forbidden(found));
        }
        if (!form.isNew() && writable(me, canned.named(form.id())).isEmpty()) {
            return shelf.page(visit.refused(List.of("canned_gone")));
        }
        return switch (form.isNew() ? canned.add(reply) : canned.change(reply)) {
            case Saved.Done() -> DeskPages.goTo("/desk/canned?saved=" + reply.id());
            case Saved.Twice(var other) -> shelf.page(visit.twice(other));
            case Saved.Gone() -> shelf.page(visit.refused(List.of("canned_gone")));
        };
    }

    @Post("/delete")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> delete(StaffMember me, @Body String sent) {
        var id = DeskForm.of(sent).field("id");
        boolean gone = writable(me, canned.named(id)).isPresent() && canned.delete(id);
        return DeskPages.goTo(gone ? "/desk/canned?deleted=" + id : "/desk/canned");
    }

    @Post("/undo")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> undo(HttpRequest<?> request, StaffMember me, @Body String sent) {
        var id = DeskForm.of(sent).field("id");
        if (writable(me, canned.deleted(id)).isEmpty()) {
            return DeskPages.goTo("/desk/canned");
        }
        return canned.restore(id) instanceof Saved.Twice(var other)
                ? shelf.page(new CannedShelf.Visit(request, me, "", CannedForm.empty(me)).twice(other))
                : DeskPages.goTo("/desk/canned?saved=" + id);
    }

    /** What somebody can take in a conversation. */
    @Get(value = "/offered", produces = MediaType.APPLICATION_JSON)
    List<CannedOffers.Offer> offered(StaffMember me, @QueryValue ConversationId id) {
        return offers.in(id, me);
    }

    /** @param id of the one that was taken */
    record Taken(@Nullable String id) {}

    @Post("/taken")
    Map<String, Boolean> taken(StaffMember me, @Body Taken taken) {
        var id = taken.id() == null ? "" : taken.id();
        boolean known = canned.readable(me.login()).stream()
                .anyMatch(reply -> reply.id().equals(id));
        if (known) {
            canned.used(id);
        }
        return Map.of("done", known);
    }

    @Error(exception = IllegalArgumentException.class)
    HttpResponse<?> notAConversation() {
        return HttpResponse.badRequest();
    }
}
