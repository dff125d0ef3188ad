package io.renhua.server;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.views.ModelAndView;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Gives a page with what all of the staff's pages share: language, words, who is signed in, the form's token. */
@Singleton
final class DeskPages {
    private static final Duration A_DAY = Duration.ofDays(1);

    private final DeskWords words;
    private final DeskToken token;
    private final StaffCookies cookies;

    DeskPages(DeskWords words, DeskToken token, StaffCookies cookies) {
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
        model.put("languages", Map.of("zh-Hant", "繁體", "zh-Hans", "简体", "en", "EN"));
        model.put("w", words.in(language));
        model.put(
                "here", request.getMethod() == HttpMethod.GET ? request.getUri().toString() : "/desk");
        DeskToken.session(request).ifPresent(session -> model.put("me", card(session.member())));
        var response = HttpResponse.status(status).contentType(MediaType.TEXT_HTML_TYPE);
        model.put("token", token.of(token.binding(request).orElseGet(() -> newVisit(request, response))));
        return response.body(new ModelAndView<>("desk/" + view, model));
    }

    private String newVisit(HttpRequest<?> request, MutableHttpResponse<?> response) {
        var visit = StaffKeys.random(18);
        cookies.keep(request, response, StaffCookies.VISIT, visit, A_DAY);
        return "visit " + visit;
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
