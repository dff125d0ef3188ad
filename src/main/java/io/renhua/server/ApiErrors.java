package io.renhua.server;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.renhua.store.Json;
import java.util.Map;

/** Says in the API's own form what the framework refused before a route could. */
@ServerFilter("/api/**")
final class ApiErrors {
    private static final String ROOT = "/api/v1";

    private final ApiTries tries;
    private final StaffCookies addresses;

    ApiErrors(ApiTries tries, StaffCookies addresses) {
        this.tries = tries;
        this.addresses = addresses;
    }

    static boolean isApi(HttpRequest<?> request) {
        return request.getPath().startsWith(ROOT + "/");
    }

    /** Outside of what asks who it is: a refusal goes no further in. */
    @ResponseFilter
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void tell(HttpRequest<?> request, MutableHttpResponse<?> response) {
        boolean told = response.getContentType()
                .filter(type -> type.getName().equals(ApiProblem.FORM))
                .isPresent();
        if (response.code() >= 400 && !told && isApi(request)) {
            tell(response, problem(request, response));
        }
    }

    @SuppressWarnings("unchecked") // its body is ours to set
    private static void tell(MutableHttpResponse<?> response, ApiProblem problem) {
        var told = (MutableHttpResponse<Object>) response;
        told.status(HttpStatus.valueOf(problem.status()))
                .contentType(MediaType.of(ApiProblem.FORM))
                .body(Json.write(problem.body()));
    }

    private ApiProblem problem(HttpRequest<?> request, MutableHttpResponse<?> response) {
        return switch (response.code()) {
            case 401 -> unknown(request, response);
            case 403 ->
                ApiProblem.notAllowed(
                        "The token is good, but not for this.",
                        "Have an owner make one with the scope this needs, at /desk/tokens.");
            case 404 ->
                ApiProblem.notThere(
                        "There is nothing at " + request.getPath() + ".", "See what there is at /api/docs.");
            case 405 -> other(405, "Not this way", request.getMethodName() + " is not for this address.");
            case 413 -> other(413, "Too much", "The body is longer than 1 MB.");
            case 415 -> other(415, "Not JSON", "The body is of another kind.");
            case 503 -> other(503, "Not now", "The store does not answer. Try again in a moment.");
            default ->
                response.code() < 500
                        ? other(response.code(), "This cannot be read", "The request is not as it must be.")
                        : other(response.code(), "Our fault", "Something went wrong here; the log says what.");
        };
    }

    private ApiProblem unknown(HttpRequest<?> request, MutableHttpResponse<?> response) {
        if (tries.areTooMany(addresses.address(request))) {
            response.header("Retry-After", String.valueOf(ApiTries.SPAN.toSeconds()));
            return other(429, "Too many tries", "Too many tokens from this address were none.");
        }
        response.header("WWW-Authenticate", "Bearer");
        return new ApiProblem(
                401,
                "Nobody we know",
                "There is no good token in the header Authorization.",
                "Authorization",
                "Authorization: Bearer renhua_… as an owner made it at /desk/tokens.",
                Map.of());
    }

    private static ApiProblem other(int status, String title, String detail) {
        return new ApiProblem(status, title, detail, null, "See /api/docs.", Map.of());
    }
}
