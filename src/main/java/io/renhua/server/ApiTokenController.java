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
import io.renhua.access.Wish;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The owner's page of the programs that may act at the desk. */
@Controller("/desk/tokens")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured("owner")
final class ApiTokenController {
    private final ApiTokens tokens;
    private final StorePrograms programs;
    private final DeskPages pages;

    ApiTokenController(ApiTokens tokens, StorePrograms programs, DeskPages pages) {
        this.tokens = tokens;
        this.programs = programs;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> list(HttpRequest<?> request) {
        return page(request, HttpStatus.OK, "", "");
    }

    @Post("/make")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> make(HttpRequest<?> request, StaffMember me, @Body String sent) {
        var form = DeskForm.of(sent);
        var agent = form.field("agent").strip();
        var name = form.field("name").strip();
        var scopes = ApiScope.ALL.stream()
                .filter(scope -> form.field("scope_" + scope.word()).equals("on"))
                .toList();
        var problem = problem(agent, name, scopes);
        return problem.isEmpty()
                ? page(
                        request,
                        HttpStatus.CREATED,
                        tokens.make(agent, name, scopes, me.login()).text(),
                        "")
                : page(request, HttpStatus.UNPROCESSABLE_ENTITY, "", problem);
    }

    private static String problem(String agent, String name, List<ApiScope> scopes) {
        if (!Wish.isProgram(agent)) {
            return "token_agent_form";
        }
        if (!Wish.isName(name)) {
            return "name_form";
        }
        return scopes.isEmpty() ? "token_scope_needed" : "";
    }

    @Post("/revoke")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> revoke(@Body String sent) {
        programs.turnAway(DeskForm.of(sent).field("id"));
        return DeskPages.goTo("/desk/tokens");
    }

    private HttpResponse<?> page(HttpRequest<?> request, HttpStatus status, String made, String problem) {
        return pages.page(
                request,
                status,
                "tokens",
                Map.of(
                        "tokens",
                        tokens.all().stream().map(ApiTokenController::shown).toList(),
                        "scopes",
                        ApiScope.ALL.stream().map(ApiScope::word).toList(),
                        "made",
                        made,
                        "problem",
                        problem));
    }

    private static Map<String, Object> shown(ApiToken token) {
        var shown = new HashMap<String, Object>();
        shown.put("id", token.id());
        shown.put("agent", token.agent());
        shown.put("name", token.name());
        shown.put("scopes", token.scopes().stream().map(ApiScope::word).toList());
        shown.put("by", token.createdBy());
        shown.put("created", token.created().toString());
        shown.put("used", token.used() == null ? "" : token.used().toString());
        return shown;
    }
}
