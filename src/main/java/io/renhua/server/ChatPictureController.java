package io.renhua.server;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.renhua.conversation.Personas;
import jakarta.inject.Named;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The personas' pictures, and nothing else of their folders. */
@Controller("/p/{persona}/img")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class ChatPictureController {
    private static final Pattern PATH =
            Pattern.compile("([A-Za-z0-9_-][A-Za-z0-9._-]*/){0,3}[A-Za-z0-9_-][A-Za-z0-9._-]*");
    private static final Map<String, String> TYPES = Map.of(
            "svg",
            "image/svg+xml",
            "png",
            "image/png",
            "jpg",
            "image/jpeg",
            "jpeg",
            "image/jpeg",
            "webp",
            "image/webp",
            "gif",
            "image/gif");

    private final Personas personas;
    private final Path root;

    ChatPictureController(Personas personas, @Named("personas") Path root) {
        this.personas = personas;
        this.root = root;
    }

    @Get("/{+path}")
    HttpResponse<?> picture(String persona, String path, HttpRequest<?> request) throws IOException {
        var type = TYPES.get(path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
        var file = type == null ? Optional.<Path>empty() : file(persona, path);
        return file.isEmpty()
                ? HttpResponse.notFound()
                : picture(file.get(), MediaType.of(String.valueOf(type)), request);
    }

    private Optional<Path> file(String persona, String path) throws IOException {
        if (personas.named(persona).isEmpty() || !PATH.matcher(path).matches()) {
            return Optional.empty();
        }
        var pictures = root.resolve(persona).resolve("img");
        var file = pictures.resolve(path);
        // the real path, so that no link leads out of the folder
        return Files.isRegularFile(file) && file.toRealPath().startsWith(pictures.toRealPath())
                ? Optional.of(file)
                : Optional.empty();
    }

    private static HttpResponse<?> picture(Path file, MediaType type, HttpRequest<?> request) throws IOException {
        var tag = '"' + Long.toHexString(Files.getLastModifiedTime(file).toMillis()) + '-' + Files.size(file) + '"';
        var answer = tag.equals(known(request))
                ? HttpResponse.notModified()
                : HttpResponse.ok(Files.readAllBytes(file)).contentType(type);
        return answer.header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=3600")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'; style-src 'unsafe-inline'");
    }

    private static @Nullable String known(HttpRequest<?> request) {
        return request.getHeaders().get(HttpHeaders.IF_NONE_MATCH);
    }
}
