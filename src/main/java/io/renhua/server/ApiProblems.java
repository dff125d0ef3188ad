package io.renhua.server;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.renhua.store.Json;
import jakarta.inject.Singleton;

/** Answers with the problem that a route found. */
@Singleton
final class ApiProblems implements ExceptionHandler<ApiProblem, HttpResponse<?>> {

    @Override
    @SuppressWarnings("rawtypes") // as the framework declares it
    public HttpResponse<?> handle(HttpRequest request, ApiProblem problem) {
        return HttpResponse.status(HttpStatus.valueOf(problem.status()))
                .contentType(ApiProblem.FORM)
                .body(Json.write(problem.body()));
    }
}
