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
import io.micronaut.security.authentication.Authentication;
import java.util.Map;

/** One's own account. */
@Controller("/desk/account")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured({"owner", "operator", "agent"})
final class StaffAccountController {
    private final StaffAccounts accounts;
    private final SignInTries tries;
    private final SignInDoor door;
    private final DeskPages pages;
    private final StaffCookies cookies;

    StaffAccountController(
            StaffAccounts accounts, SignInTries tries, SignInDoor door, DeskPages pages, StaffCookies cookies) {
        this.accounts = accounts;
        this.tries = tries;
        this.door = door;
        this.pages = pages;
        this.cookies = cookies;
    }

    @Get
    HttpResponse<?> account(HttpRequest<?> request) {
        return page(request, HttpStatus.OK, "");
    }

    @Post("/password")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> password(HttpRequest<?> request, Authentication who, @Body String sent) {
        var form = DeskForm.of(sent);
        var wanted = form.field("wanted");
        var problems = StaffInvitations.passwordProblems(who.getName(), wanted);
        if (!problems.isEmpty()) {
            return page(request, HttpStatus.UNPROCESSABLE_ENTITY, problems.getFirst());
        }
        var device = door.device(request, who.getName());
        var address = cookies.address(request);
        if (!tries.take(who.getName(), device, address)) {
            return page(request, HttpStatus.TOO_MANY_REQUESTS, "sign_in_too_many");
        }
        var changed = accounts.changePassword(who.getName(), form.field("present"), wanted);
        if (changed.isEmpty()) {
            return page(request, HttpStatus.UNPROCESSABLE_ENTITY, "password_wrong");
        }
        tries.forget(who.getName(), device, address);
        return door.open(request, changed.get(), "/desk/account?changed=yes");
    }

    private HttpResponse<?> page(HttpRequest<?> request, HttpStatus status, String problem) {
        boolean changed = request.getParameters().contains("changed");
        return pages.page(request, status, "account", Map.of("problem", problem, "changed", changed));
    }
}
