package io.renhua.server;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
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
import io.renhua.conversation.AgentWatch;
import io.renhua.handoff.Agent.Presence;
import io.renhua.handoff.Agents;

/** Where supervisors say what each at the desk can take, and set away whoever forgot to. */
@Controller("/desk/team")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured({"owner", "operator"})
final class TeamController {
    private final Agents agents;
    private final AgentWatch watch;
    private final DeskNames names;
    private final TeamPage page;

    TeamController(Agents agents, AgentWatch watch, DeskNames names, TeamPage page) {
        this.agents = agents;
        this.watch = watch;
        this.names = names;
        this.page = page;
    }

    /** @param saved the login of whom something was changed */
    @Get
    HttpResponse<?> list(HttpRequest<?> request, @QueryValue(defaultValue = "") String saved) {
        return page.show(request, saved, null);
    }

    @Post("/save")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> save(HttpRequest<?> request, @Body String sent) {
        var form = TeamForm.of(DeskForm.of(sent));
        if (!names.works(form.login())) {
            return HttpResponse.badRequest();
        }
        var most = form.most();
        if (most.isEmpty()) {
            return page.show(request, "", form);
        }
        agents.equip(form.login(), most.get(), form.skills());
        return DeskPages.goTo(TeamPage.after(form.login()));
    }

    @Post("/away")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> away(StaffMember me, @Body String sent) {
        var form = DeskForm.of(sent);
        var login = form.field("login");
        var away = form.field("presence");
        if (!names.works(login) || !(away.equals("break") || away.equals("offline"))) {
            return HttpResponse.badRequest();
        }
        agents.sendAway(login, away.equals("break") ? Presence.BREAK : Presence.OFFLINE, me.login());
        if (away.equals("offline")) {
            watch.letGo(login);
        }
        return DeskPages.goTo(TeamPage.after(login));
    }
}
