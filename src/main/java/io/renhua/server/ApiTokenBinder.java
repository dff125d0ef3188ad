package io.renhua.server;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import io.micronaut.security.authentication.Authentication;
import jakarta.inject.Singleton;

/** Gives a route that asks for an {@link ApiToken} the one that was shown. */
@Singleton
final class ApiTokenBinder implements TypedRequestArgumentBinder<ApiToken> {

    @Override
    public Argument<ApiToken> argumentType() {
        return Argument.of(ApiToken.class);
    }

    @Override
    public BindingResult<ApiToken> bind(ArgumentConversionContext<ApiToken> context, HttpRequest<?> request) {
        return () -> request.getUserPrincipal(Authentication.class)
                .map(known -> known.getAttributes().get(ApiToken.ATTRIBUTE))
                .map(ApiToken.class::cast);
    }
}
