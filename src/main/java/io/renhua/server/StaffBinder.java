package io.renhua.server;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;

/** Gives a route that asks for a {@link StaffMember} the one who is signed in. */
@Singleton
final class StaffBinder implements TypedRequestArgumentBinder<StaffMember> {

    @Override
    public Argument<StaffMember> argumentType() {
        return Argument.of(StaffMember.class);
    }

    @Override
    public BindingResult<StaffMember> bind(ArgumentConversionContext<StaffMember> context, HttpRequest<?> request) {
        return () -> DeskToken.session(request).map(StaffSession::member);
    }
}
