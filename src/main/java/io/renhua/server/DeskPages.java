package io.renhua.server;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.views.thymeleaf.ThymeleafViewsRenderer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Gives a page with what all of the staff's pages share: language, words, who is signed in, the form's token. */
@Singleton
final class DeskPages {
    private static final Map<String, String> LANGUAGES = languages();
    private static final Duration A_DAY = Duration.ofDays(1);

    private final ThymeleafViewsRenderer<Map<String, Object>> renderer;
    private final DeskWords words;
    private final DeskToken token;
    private final StaffCookies cookies;

    DeskPages(
            ThymeleafViewsRenderer<Map<String, Object>> renderer,
            DeskWords words,
            DeskToken token,
            StaffCookies cookies) {
        this.renderer = renderer;
        this.words = words;
        this.token = token;
        this.cookies = cookies;
    }

    MutableHttpResponse<?> page(HttpRequest<?> request, String view, Map<String, ?> values) {
        return page(request, HttpStatus.OK, view, values);
    }

    MutableHttpResponse<?> page(HttpRequest<?> request, HttpStatus status, String view, Map<String, ?> values) {
        var language = words.languageOf(request);
        var model = new HashMap<String, Object>(values);
        model.put("language", language);
        model.put("languages", LANGUAGES);
        model.put("w", words.in(language));
        model.put(
                "here", request.getMethod() == HttpMethod.GET ? request.getUri().toString() : "/desk");
        DeskToken.session(request).ifPresent(session -> model.put("me", card(session.member())));
        var response = HttpResponse.status(status).contentType(MediaType.TEXT_HTML_TYPE);
        model.put("token", token.of(token.binding(request).orElseGet(() -> newVisit(request, response))));
        return response.body(rendered(view, model, request));
    }

    /** As text, since what answers for refusals does not pass through the framework's own rendering. */
    private String rendered(String view, Map<String, Object> model, HttpRequest<?> request) {
        var page = new StringWriter();
        try {
            renderer.render("desk/" + view, model, request).writeTo(page);
        } catch (IOException e) {
            throw new UncheckedIOException("rendering " + view, e);
        }
        return page.toString();
    }

    private String newVisit(HttpRequest<?> request, MutableHttpResponse<?> response) {
        var visit = StaffKeys.random(18);
        cookies.keep(request, response, StaffCookies.VISIT, visit, A_DAY);
        return "visit " + visit;
    }

    /** In which language somebody reads them. */
    String languageOf(HttpRequest<?> request) {
        return words.languageOf(request);
    }

    /** Each by its own name, in this order. */
    private static Map<String, String> languages() {
        var languages = new LinkedHashMap<String, String>();
        languages.put("zh-Hant", "繁體");
        languages.put("zh-Hans", "简体");
        languages.put("en", "English");
        return languages;
    }

    static Map<String, Object> card(StaffMember member) {
        return Map.of(
                "login", member.login(),
                "name", member.name(),
                "role", member.role().word(),
                "disabled", member.disabled());
    }

    /** To another page, by GET. */
    static MutableHttpResponse<?> goTo(String path) {
        return HttpResponse.seeOther(URI.create(path));
    }
}
