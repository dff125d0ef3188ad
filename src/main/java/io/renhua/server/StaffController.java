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
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.renhua.conversation.AgentWatch;
import java.util.Map;

/** The owner's page of who works here. */
@Controller("/desk/staff")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured("owner")
final class StaffController {
    private final StaffAccounts accounts;
    private final StaffInvitations invitations;
    private final AgentWatch agents;
    private final DeskPages pages;

    StaffController(StaffAccounts accounts, StaffInvitations invitations, AgentWatch agents, DeskPages pages) {
        this.accounts = accounts;
        this.invitations = invitations;
        this.agents = agents;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> list(HttpRequest<?> request) {
        return page(request, HttpStatus.OK, "", "");
    }

    @Post("/invite")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> invite(HttpRequest<?> request, @Body String sent) {
        var invited = StaffRole.of(DeskForm.of(sent).field("role")).orElse(StaffRole.AGENT);
        return page(request, HttpStatus.CREATED, request.getHeaders().get("Origin") + invitations.invite(invited), "");
    }

    @Post("/role")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> role(HttpRequest<?> request, @Body String sent) {
        var form = DeskForm.of(sent);
        var wanted = StaffRole.of(form.field("role"));
        return wanted.isPresent() && accounts.changeRole(form.field("login"), wanted.get())
                ? listAgain()
                : lastOwner(request);
    }

    @Post("/disable")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> disable(HttpRequest<?> request, @Body String sent) {
        var login = DeskForm.of(sent).field("login");
        if (!accounts.disable(login, true)) {
            return lastOwner(request);
        }
        agents.dismiss(login); // nobody may be left waiting for who does not come back
        return listAgain();
    }

    @Post("/enable")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> enable(@Body String sent) {
        accounts.disable(DeskForm.of(sent).field("login"), false);
        return listAgain();
    }

    private static HttpResponse<?> listAgain() {
        return DeskPages.goTo("/desk/staff");
    }

    private HttpResponse<?> lastOwner(HttpRequest<?> request) {
        return page(request, HttpStatus.CONFLICT, "", "last_owner");
    }

    private HttpResponse<?> page(HttpRequest<?> request, HttpStatus status, String link, String problem) {
        var staff = accounts.all().stream().map(DeskPages::card).toList();
        return pages.page(
                request,
                status,
                "staff",
                Map.of(
                        "staff",
                        staff,
                        "roles",
                        StaffRole.ALL.stream().map(StaffRole::word).toList(),
                        "link",
                        link,
                        "problem",
                        problem));
    }
}
