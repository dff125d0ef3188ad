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
import io.micronaut.security.rules.SecurityRule;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Coming in and going out. */
@Controller("/desk")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured(SecurityRule.IS_ANONYMOUS)
final class SignInController {
    private static final Duration A_YEAR = Duration.ofDays(365);

    private final StaffAccounts accounts;
    private final StaffInvitations invitations;
    private final SignInTries tries;
    private final SignInDoor door;
    private final DeskPages pages;
    private final StaffCookies cookies;

    SignInController(
            StaffAccounts accounts,
            StaffInvitations invitations,
            SignInTries tries,
            SignInDoor door,
            DeskPages pages,
            StaffCookies cookies) {
        this.accounts = accounts;
        this.invitations = invitations;
        this.tries = tries;
        this.door = door;
        this.pages = pages;
        this.cookies = cookies;
    }

    @Get("/sign-in")
    HttpResponse<?> signIn(HttpRequest<?> request, @QueryValue(defaultValue = "/desk") String to) {
        return pages.page(request, "sign-in", Map.of("to", SignInDoor.within(to), "problem", "", "login", ""));
    }

    @Post("/sign-in")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> enter(HttpRequest<?> request, @Body String sent) {
        var form = DeskForm.of(sent);
        var login = form.field("login");
        var to = form.field("to");
        var account = login.strip().toLowerCase(Locale.ROOT);
        var device = door.device(request, account);
        var address = cookies.address(request);
        if (!tries.take(account, device, address)) {
            return refused(request, HttpStatus.TOO_MANY_REQUESTS, "sign_in_too_many", login, to);
        }
        var member = accounts.signedIn(account, form.field("password"));
        if (member.isEmpty()) {
            return refused(request, HttpStatus.UNAUTHORIZED, "sign_in_wrong", login, to);
        }
        tries.forget(account, device, address);
        return door.open(request, member.get(), SignInDoor.within(to));
    }

    private HttpResponse<?> refused(HttpRequest<?> request, HttpStatus status, String why, String login, String to) {
        return pages.page(
                request, status, "sign-in", Map.of("to", SignInDoor.within(to), "problem", why, "login", login));
    }

    @Post("/sign-out")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> signOut(HttpRequest<?> request) {
        DeskToken.session(request).ifPresent(door::close);
        var response = DeskPages.goTo("/desk/sign-in");
        cookies.keep(request, response, StaffCookies.SESSION, "", Duration.ZERO);
        return response;
    }

    @Get("/welcome")
    HttpResponse<?> invited(HttpRequest<?> request, @QueryValue(defaultValue = "") String token) {
        return welcome(request, token, "", "", List.of());
    }

    @Post("/welcome")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> welcome(HttpRequest<?> request, @Body String sent) {
        var form = DeskForm.of(sent);
        var token = form.field("token");
        var login = form.field("login");
        var name = form.field("name");
        return switch (invitations.join(token, login, name, form.field("password"))) {
            case StaffInvitations.Welcome.Joined(var joined) ->
                accounts.named(joined)
                        .<HttpResponse<?>>map(member -> door.open(request, member, "/desk"))
                        .orElseGet(() -> DeskPages.goTo("/desk/sign-in"));
            case StaffInvitations.Welcome.NotYet(var problems) -> welcome(request, token, login, name, problems);
            case StaffInvitations.Welcome.Stale() -> welcome(request, token, "", "", List.of());
        };
    }

    private HttpResponse<?> welcome(
            HttpRequest<?> request, String token, String login, String name, List<String> problems) {
        var role = invitations.role(token);
        var status =
                role.isEmpty() ? HttpStatus.GONE : problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY;
        return pages.page(
                request,
                status,
                "welcome",
                Map.of(
                        "invited", role.map(StaffRole::word).orElse(""),
                        "invitation", token,
                        "login", login,
                        "name", name,
                        "problems", problems));
    }

    @Post("/language")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> language(HttpRequest<?> request, @Body String sent) {
        var form = DeskForm.of(sent);
        var language = form.field("language");
        var response = DeskPages.goTo(SignInDoor.within(form.field("to")));
        if (DeskWords.LANGUAGES.offered().contains(language)) {
            cookies.keep(request, response, StaffCookies.LANGUAGE, language, A_YEAR);
        }
        return response;
    }
}
