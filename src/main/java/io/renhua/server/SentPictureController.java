package io.renhua.server;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.renhua.conversation.SentPictures;
import io.renhua.picture.PictureFile;

/** Pictures that were sent from the desk, for whoever was told the name of one: platforms fetch them without signing in. */
@Controller("/a")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
final class SentPictureController {
    private final SentPictures pictures;

    SentPictureController(SentPictures pictures) {
        this.pictures = pictures;
    }

    @Get(value = "/{name}", produces = MediaType.ALL)
    HttpResponse<?> picture(String name) {
        return pictures.named(name).map(SentPictureController::shown).orElseGet(HttpResponse::notFound);
    }

    private static HttpResponse<?> shown(PictureFile picture) {
        return HttpResponse.ok(picture.bytes())
                .contentType(MediaType.of(picture.kind().type()))
                .header(HttpHeaders.CACHE_CONTROL, "private, max-age=3600")
                .header("X-Robots-Tag", "noindex")
                .header("Content-Security-Policy", "sandbox; default-src 'none'");
    }
}
