package io.renhua.server;

import io.micronaut.http.HttpRequest;
import io.renhua.persona.Locales;
import io.renhua.store.Json;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the staff's pages say, in each language; one file a language, which the pages' scripts read too. */
@Singleton
final class DeskWords {
    static final Locales LANGUAGES = new Locales("en", List.of("zh-Hant", "zh-Hans", "en"));

    private final Map<String, Map<String, String>> byLanguage =
            LANGUAGES.offered().stream().collect(Collectors.toUnmodifiableMap(Function.identity(), DeskWords::load));
    private final StaffCookies cookies;

    DeskWords(StaffCookies cookies) {
        this.cookies = cookies;
    }

    Map<String, String> in(String language) {
        return byLanguage.getOrDefault(language, Map.of());
    }

    /** The language somebody chose, or else their browser's. */
    String languageOf(HttpRequest<?> request) {
        return cookies.read(request, StaffCookies.LANGUAGE)
                .filter(LANGUAGES.offered()::contains)
                .orElseGet(() -> LANGUAGES.pick(firstAccepted(request)));
    }

    private static String firstAccepted(HttpRequest<?> request) {
        var accepted = request.getHeaders().get("Accept-Language");
        return accepted == null ? LANGUAGES.standard() : accepted.split("[,;]", 2)[0].strip();
    }

    static Map<String, String> load(String language) {
        var path = "/public/desk/words/" + language + ".json";
        try (var file = DeskWords.class.getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalStateException("no words at " + path);
            }
            @SuppressWarnings("unchecked") // a flat object of strings, as the test of the words proves
            Map<String, String> words = Json.read(new String(file.readAllBytes(), StandardCharsets.UTF_8), Map.class);
            return Map.copyOf(words);
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + path, e);
        }
    }
}
