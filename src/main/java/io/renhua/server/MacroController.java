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
import io.renhua.handoff.Macro;
import io.renhua.handoff.Macros;
import io.renhua.handoff.Macros.Saved;
import io.renhua.message.ConversationId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Macros: where they are written, and what is offered in a conversation. They are done by {@link BulkController}. */
@Controller("/desk/macros")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured({"owner", "operator", "agent"})
final class MacroController {
    private final Macros macros;
    private final MacroShelf shelf;
    private final MacroOffers offers;
    private final Clock clock;

    MacroController(Macros macros, MacroShelf shelf, MacroOffers offers, Clock clock) {
        this.macros = macros;
        this.shelf = shelf;
        this.offers = offers;
        this.clock = clock;
    }

    /**
     * @param edit the id of one that is to be changed
     * @param saved the id of one that was
     * @param deleted the id of one that was, and can be taken back
     */
    @Get(produces = MediaType.TEXT_HTML)
    HttpResponse<?> list(
            HttpRequest<?> request,
            StaffMember me,
            @QueryValue(defaultValue = "") String edit,
            @QueryValue(defaultValue = "") String saved,
            @QueryValue(defaultValue = "") String deleted) {
        var changed = writable(me, macros.named(edit));
        var form = changed.map(macro -> MacroForm.of(macro, clock)).orElseGet(() -> MacroForm.empty(me));
        var back = writable(me, macros.deleted(deleted)).map(Macro::id).orElse("");
        boolean isSaved = writable(me, macros.named(saved)).isPresent();
        return shelf.page(new MacroShelf.Visit(request, me, form, List.of(), isSaved, back));
    }

    private static Optional<Macro> writable(StaffMember me, Optional<Macro> macro) {
        return macro.filter(each -> Owners.mayWrite(me, each.whose()));
    }

    @Post("/save")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> save(HttpRequest<?> request, StaffMember me, @Body String sent) {
        var form = MacroForm.of(DeskForm.of(sent));
        var visit = new MacroShelf.Visit(request, me, form);
        var problems = form.problems(me, clock, shelf.known(me));
        if (!problems.isEmpty()) {
            return shelf.page(visit.refused(problems));
        }
        if (!form.isNew() && writable(me, macros.named(form.id())).isEmpty()) {
            return shelf.page(visit.refused(List.of("canned_gone")));
        }
        var macro = form.macro(me, clock);
        return switch (form.isNew() ? macros.add(macro) : macros.change(macro)) {
            case Saved.DONE -> DeskPages.goTo("/desk/macros?saved=" + macro.id());
            case Saved.TWICE -> shelf.page(visit.refused(List.of("macro_twice")));
            case Saved.GONE -> shelf.page(visit.refused(List.of("canned_gone")));
        };
    }

    @Post("/delete")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> delete(StaffMember me, @Body String sent) {
        var id = DeskForm.of(sent).field("id");
        boolean gone = writable(me, macros.named(id)).isPresent() && macros.delete(id);
        return DeskPages.goTo(gone ? "/desk/macros?deleted=" + id : "/desk/macros");
    }

    @Post("/undo")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> undo(HttpRequest<?> request, StaffMember me, @Body String sent) {
        var id = DeskForm.of(sent).field("id");
        if (writable(me, macros.deleted(id)).isEmpty()) {
            return DeskPages.goTo("/desk/macros");
        }
        return macros.restore(id) == Saved.TWICE
                ? shelf.page(new MacroShelf.Visit(request, me, MacroForm.empty(me)).refused(List.of("macro_twice")))
                : DeskPages.goTo("/desk/macros?saved=" + id);
    }

    /** What somebody can do in a conversation. */
    @Get(value = "/offered", produces = MediaType.APPLICATION_JSON)
    List<MacroOffers.Offer> offered(StaffMember me, @QueryValue ConversationId id) {
        return offers.in(id, me);
    }

    @Error(exception = IllegalArgumentException.class)
    HttpResponse<?> notAConversation() {
        return HttpResponse.badRequest();
    }
}
