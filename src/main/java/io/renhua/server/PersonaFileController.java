package io.renhua.server;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.renhua.publishing.Publication;
import io.renhua.publishing.VersionFile;
import io.renhua.server.PersonaFiles.Shown;
import org.jspecify.annotations.Nullable;

/** The personas' pictures, films and sounds, and nothing else of their folders. */
@Controller("/p/{persona}")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class PersonaFileController {
    /** Addressed by what a version holds, a file never changes. */
    private static final String ALWAYS = "public, max-age=31536000, immutable";

    private static final String FOR_A_WHILE = "public, max-age=3600";

    private final PersonaFiles files;

    PersonaFileController(PersonaFiles files) {
        this.files = files;
    }

    /** @param named the persona, and the version after an @; without one, what speaks now */
    @Get("/img/{+path}")
    HttpResponse<?> picture(@PathVariable("persona") String named, String path, HttpRequest<?> request) {
        return file(named, "img/" + path, request);
    }

    @Get("/mov/{+path}")
    HttpResponse<?> film(@PathVariable("persona") String named, String path, HttpRequest<?> request) {
        return file(named, "mov/" + path, request);
    }

    @Get("/snd/{+path}")
    HttpResponse<?> sound(@PathVariable("persona") String named, String path, HttpRequest<?> request) {
        return file(named, "snd/" + path, request);
    }

    private HttpResponse<?> file(String named, String path, HttpRequest<?> request) {
        return files.find(named, path)
                .<HttpResponse<?>>map(shown -> answer(shown, request))
                .orElseGet(HttpResponse::notFound);
    }

    private static HttpResponse<?> answer(Shown shown, HttpRequest<?> request) {
        var tag = '"' + Publication.brief(shown.file().digest()) + '"';
        var answer = tag.equals(header(request, HttpHeaders.IF_NONE_MATCH))
                ? HttpResponse.notModified()
                : content(shown.file(), shown.kind(), range(request, tag));
        return answer.header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.ACCEPT_RANGES, "bytes")
                .header(HttpHeaders.CACHE_CONTROL, shown.forGood() ? ALWAYS : FOR_A_WHILE)
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", shown.kind().policy());
    }

    /** Which part is asked for; who asks for a part of what it was before gets the whole. */
    private static @Nullable String range(HttpRequest<?> request, String tag) {
        var condition = header(request, HttpHeaders.IF_RANGE);
        return condition == null || condition.equals(tag) ? header(request, HttpHeaders.RANGE) : null;
    }

    private static MutableHttpResponse<?> content(VersionFile file, ServedKind kind, @Nullable String range) {
        var type = MediaType.of(kind.type());
        int size = file.bytes().length;
        return switch (ByteRange.of(range, size)) {
            case ByteRange.Whole() -> HttpResponse.ok(file.bytes()).contentType(type);
            case ByteRange.Part part ->
                HttpResponse.status(HttpStatus.PARTIAL_CONTENT)
                        .body(part.of(file.bytes()))
                        .contentType(type)
                        .header(HttpHeaders.CONTENT_RANGE, "bytes " + part.from() + "-" + part.to() + "/" + size);
            case ByteRange.Beyond() ->
                HttpResponse.status(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE)
                        .header(HttpHeaders.CONTENT_RANGE, "bytes */" + size);
        };
    }

    private static @Nullable String header(HttpRequest<?> request, String name) {
        return request.getHeaders().get(name);
    }
}
