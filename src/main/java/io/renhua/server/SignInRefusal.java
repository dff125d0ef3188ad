package io.renhua.server;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.security.authentication.AuthorizationException;
import io.micronaut.security.authentication.DefaultAuthorizationExceptionHandler;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Shows who is not signed in to the door, and tells who is what is not theirs. */
@Singleton
@Replaces(DefaultAuthorizationExceptionHandler.class)
final class SignInRefusal implements ExceptionHandler<AuthorizationException, MutableHttpResponse<?>> {
    private final DeskPages pages;

    SignInRefusal(DeskPages pages) {
        this.pages = pages;
    }

    @Override
    @SuppressWarnings("rawtypes") // as the framework declares it
    public MutableHttpResponse<?> handle(HttpRequest request, AuthorizationException refused) {
        return answer((HttpRequest<?>) request, refused.isForbidden());
    }

    private MutableHttpResponse<?> answer(HttpRequest<?> request, boolean forbidden) {
        boolean page = request.getMethod() == HttpMethod.GET
                && !ApiErrors.isApi(request)
                && request.accept().stream().anyMatch(MediaType.TEXT_HTML_TYPE::equals);
        if (!page) {
            return HttpResponse.status(forbidden ? HttpStatus.FORBIDDEN : HttpStatus.UNAUTHORIZED);
        }
        return forbidden
                ? pages.page(
                        request,
                        HttpStatus.FORBIDDEN,
                        "message",
                        Map.of("title", "not_yours", "text", "not_yours_text"))
                : DeskPages.goTo(
                        "/desk/sign-in?to=" + URLEncoder.encode(request.getUri().toString(), StandardCharsets.UTF_8));
    }
}
