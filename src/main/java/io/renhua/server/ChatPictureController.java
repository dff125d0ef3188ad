package io.renhua.server;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.renhua.bundle.Fingerprint;
import io.renhua.conversation.Personas;
import io.renhua.publishing.Publication;
import io.renhua.publishing.StorePublications;
import io.renhua.publishing.VersionFile;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.UncheckedIOException;
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

    /** Addressed by what a version holds, a picture never changes. */
    private static final String ALWAYS = "public, max-age=31536000, immutable";

    private static final String FOR_A_WHILE = "public, max-age=3600";
    private static final long BYTES_AT_HAND = 32L << 20;

    private final Personas personas;
    private final StorePublications publications;
    private final Path root;
    private final Cache<Place, VersionFile> atHand = Caffeine.newBuilder()
            .maximumWeight(BYTES_AT_HAND)
            .weigher((Place place, VersionFile file) -> file.bytes().length)
            .build();

    ChatPictureController(Personas personas, StorePublications publications, @Named("personas") Path root) {
        this.personas = personas;
        this.publications = publications;
        this.root = root;
    }

    private record Place(String version, String path) {}

    /** @param named the persona, and the version after an @; without one, what speaks now */
    @Get("/{+path}")
    HttpResponse<?> picture(@PathVariable("persona") String named, String path, HttpRequest<?> request) {
        var type = TYPES.get(path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
        var id = named.contains("@") ? Publication.label(named) : named;
        var live = personas.named(id);
        if (type == null || live.isEmpty() || !PATH.matcher(path).matches()) {
            return HttpResponse.notFound();
        }
        var asked = Publication.address(named);
        var speaks = Publication.address(live.get().persona().version());
        var kept = inVersion(asked.isEmpty() ? speaks : asked, path);
        if (kept.isPresent()) {
            return picture(kept.get(), MediaType.of(type), asked.isEmpty() ? FOR_A_WHILE : ALWAYS, request);
        }
        var now = asked.isEmpty() || asked.equals(speaks) ? inFolder(id, path) : Optional.<VersionFile>empty();
        return now.isPresent() ? picture(now.get(), MediaType.of(type), FOR_A_WHILE, request) : HttpResponse.notFound();
    }

    private Optional<VersionFile> inVersion(String version, String path) {
        var place = new Place(version, path);
        var known = atHand.getIfPresent(place);
        if (version.isEmpty() || known != null) {
            return Optional.ofNullable(known);
        }
        var found = publications.file(version, "img/" + path);
        found.ifPresent(file -> atHand.put(place, file));
        return found;
    }

    /** What speaks before anything was published. */
    private Optional<VersionFile> inFolder(String persona, String path) {
        try {
            var pictures = root.resolve(persona).resolve("img");
            var file = pictures.resolve(path);
            // the real path, so that no link leads out of the folder
            if (!Files.isRegularFile(file) || !file.toRealPath().startsWith(pictures.toRealPath())) {
                return Optional.empty();
            }
            var bytes = Files.readAllBytes(file);
            return Optional.of(new VersionFile(Fingerprint.of(bytes), bytes));
        } catch (IOException e) {
            throw new UncheckedIOException("reading a picture of " + persona, e);
        }
    }

    private static HttpResponse<?> picture(VersionFile file, MediaType type, String kept, HttpRequest<?> request) {
        var tag = '"' + Publication.brief(file.digest()) + '"';
        var answer = tag.equals(known(request))
                ? HttpResponse.notModified()
                : HttpResponse.ok(file.bytes()).contentType(type);
        return answer.header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, kept)
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'; style-src 'unsafe-inline'");
    }

    private static @Nullable String known(HttpRequest<?> request) {
        return request.getHeaders().get(HttpHeaders.IF_NONE_MATCH);
    }
}
